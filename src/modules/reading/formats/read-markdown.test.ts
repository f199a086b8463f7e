import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bytesOf, readText, wordsLost } from '../reading.factory.ts'
import { readBlocks } from './read-blocks.ts'

const ROW = ['1.1', 'Open the hub', '40 families', 'May 2015', 'Ann Lee']

describe('Markdown is read however it is written', () => {
  const tables: readonly (readonly [string, string])[] = [
    [
      'without bars around its rows',
      'Ref | Action | Measure | Timescale | Lead\n--- | :---: | --- | --- | ---:\n1.1 | Open the hub | 40 families | May 2015 | Ann Lee',
    ],
    [
      'with plus signs, and cells of several lines',
      `+-----+-----------+-------------+-----------+---------+
| Ref | Action    | Measure     | Timescale | Lead    |
+=====+===========+=============+===========+=========+
| 1.1 | Open      | 40 families | May 2015  | Ann     |
|     | the hub   |             |           | Lee     |
+-----+-----------+-------------+-----------+---------+`,
    ],
    [
      'as HTML',
      `<table>
<tr><th>Ref</th><th>Action</th><th>Measure</th><th>Timescale</th><th>Lead</th></tr>
<tr><td>1.1</td><td>Open<br>the hub</td><td>40 families</td><td>May 2015</td><td>Ann Lee</td></tr>
</table>`,
    ],
    [
      'with breaks and bars in its cells',
      '| Ref | Action | Measure | Timescale | Lead |\n|---|---|---|---|---|\n| 1.1 | Open<br/>the hub | 40 families | May 2015 | Ann Lee |',
    ],
  ]
  for (const [how, table] of tables) {
    test(`a table ${how}`, async () => {
      const source = `# Hub Plan 2014-15\n\nPriority 1: Well children\n=========================\n\n${table}\n\nThe end | of it\n`
      const reading = await readText(source, 'plan.md')
      const [action, ...more] = reading.actions
      assert.deepEqual(more, [])
      assert.deepEqual([action?.ref, action?.text, action?.measure, action?.timescale?.text, action?.leadWords], ROW)
      assert.deepEqual(
        reading.parts.map((part) => part.title),
        ['Well children'],
      )
      assert.deepEqual(wordsLost(source.replace(/<[^>]+>/g, ' '), reading), [])
    })
  }

  test('headings underlined are headings, with their lines; a line of dashes alone is none', async () => {
    assert.deepEqual(
      await blocksOf('Hub plan\n===\n\nWell children\n---\n\nText\n\n---\n\n- item\n---\nTwo\nlines\n---'),
      [
        '1 heading 1 Hub plan',
        '4 heading 2 Well children',
        '7 paragraph Text',
        '11 item item',
        '13 paragraph Two',
        '14 paragraph lines',
      ],
    )
  })

  test('in plain text only a double line makes a heading, for dashes rule off tables', async () => {
    assert.deepEqual(await blocksOf('Hub plan\n===\n\nName   Age\n----------\nAnn    3', 'plan.txt'), [
      '1 heading 1 Hub plan',
      '4 paragraph Name Age',
      '6 paragraph Ann 3',
    ])
  })

  test('entities are the letters they stand for, by name and by number', async () => {
    assert.deepEqual(
      await blocksOf('Caf&eacute; &ldquo;hub&rdquo; &frac12; &#8211; &#x2019; &hellip; &unknown; &#0;'),
      ['1 paragraph Café “hub” ½ – ’ … &unknown; &#0;'],
    )
  })

  test('code between fences is prose, and holds no table', async () => {
    assert.deepEqual(await blocksOf('```text\na | b\n--- | ---\n```\nafter'), [
      '1 paragraph text',
      '2 paragraph a | b',
      '5 paragraph after',
    ])
  })

  test('rows of a table in HTML keep the lines they stand on, and a table that never ends stays text', async () => {
    const reading = await readText(`Plan\n\n<table><tr><th>Action<th>Measure\n<tr><td>Open<td>40</table>`, 'plan.md')
    assert.deepEqual(reading.actions[0]?.where, { line: 4, endLine: 4 })
    assert.deepEqual(wordsLost('Plan Open', await readText('Plan\n<table>\n<tr><td>Open', 'plan.md')), [])
  })
})

async function blocksOf(text: string, name = 'plan.md'): Promise<string[]> {
  const read = await readBlocks(name, bytesOf(text), () => {})
  assert.ok(read.ok)
  return read.value.blocks.map((block) => {
    if (block.kind === 'table') return 'table'
    const what = block.kind === 'heading' ? `heading ${block.depth}` : block.kind
    return `${block.where.line} ${what} ${block.text}`
  })
}
