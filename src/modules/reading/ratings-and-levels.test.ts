import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDocx, docxTable, markdownTable, readBytes, readText, wordsLost } from './reading.factory.ts'

describe('ratings, however a plan shows them', () => {
  test('a tick under one of several columns is the name of that column', async () => {
    const rows = [
      ['Action', 'By when', 'Achieved', 'On target', 'Not achieved'],
      ['Open a hub for families', 'May 2025', '✓', '', ''],
      ['Train the staff of the hub', 'June 2025', '', 'x', ''],
      ['Close the old office', 'July 2025', '', '', ''],
    ]
    const { actions } = await readText(markdownTable(rows), 'plan.md')
    assert.deepEqual(
      actions.map((action) => action.progressRating?.text ?? null),
      ['Achieved', 'On target', null],
    )
  })

  test('of two ratings of progress the latest is taken, the other is kept, and the choice is said', async () => {
    const rows = [
      ['Action', 'Lead', 'RAG September', 'RAG December'],
      ['Open a hub for families', 'Ann Lee', 'Red', 'Green'],
    ]
    const { actions, findings } = await readText(markdownTable(rows), 'plan.md')
    assert.equal(actions[0]?.progressRating?.key, 'green')
    assert.deepEqual(actions[0]?.others, [{ column: 'RAG September', text: 'Red' }])
    assert.ok(findings.some((finding) => finding.code === 'rating-column-chosen'))
  })

  test('of several updates the last is the narrative', async () => {
    const rows = [
      ['Action', 'Lead', 'Update June', 'Update September'],
      ['Open a hub for families', 'Ann Lee', 'Site found', 'Lease signed'],
    ]
    const { actions } = await readText(markdownTable(rows), 'plan.md')
    assert.deepEqual([actions[0]?.narrative, actions[0]?.others?.[0]?.text], ['Lease signed', 'Site found'])
  })

  test('a shade has the meaning that the document’s own key gives it', async () => {
    const key = docxTable([
      [{ text: '', fill: '00B0F0' }, 'Suspended'],
      [{ text: '', fill: '92D050' }, 'On schedule'],
    ])
    const plan = docxTable([
      ['Action', 'By when', 'Status'],
      ['Open a hub for families', 'May 2025', { text: '', fill: '00B0F0' }],
      ['Train the staff of the hub', 'June 2025', { text: '', fill: '92D050' }],
    ])
    const { actions, findings } = await readBytes(aDocx(`${key}${plan}`), 'plan.docx')
    assert.deepEqual(
      actions.map((action) => action.progressRating),
      [
        { text: 'shaded blue', key: 'blue', meaning: 'Suspended' },
        { text: 'shaded green', key: 'green', meaning: 'On schedule' },
      ],
    )
    assert.ok(findings.some((finding) => finding.code === 'blue-is-not-complete'))
  })
})

describe('levels, wherever a plan keeps them', () => {
  test('an aim that only the references tell takes its title from the line with its number', async () => {
    const rows = [
      ['Ref', 'Action', 'By when'],
      ['1.1', 'Open a hub for families', 'May 2025'],
      ['1.2', 'Train the staff of the hub', 'June 2025'],
      ['2.1', 'Walk the evening routes', 'July 2025'],
      ['2.2', 'Light the path', 'August 2025'],
    ]
    const source = `Plan 2025-26\n\n1. A good start\n\n2. Safe streets\n\n${markdownTable(rows)}`
    const reading = await readText(source, 'plan.md')
    const titles = new Map(reading.parts.map((part) => [part.id, part.title]))
    assert.deepEqual(
      reading.actions.map((action) => titles.get(action.part ?? '')),
      ['A good start', 'A good start', 'Safe streets', 'Safe streets'],
    )
    assert.deepEqual(wordsLost(source, reading), [])
  })

  test('an outcome that each action has of its own is its measure, one that heads several is their aim', async () => {
    const own = [
      ['Outcome', 'Action', 'By when'],
      ['More parents are seen', 'Open a hub for families', 'May 2025'],
      ['Staff feel ready', 'Train the staff of the hub', 'June 2025'],
    ]
    const shared = [own[0] ?? [], own[1] ?? [], ['', ...(own[2] ?? []).slice(1)]]
    const [each, heading] = [await readText(markdownTable(own), 'a.md'), await readText(markdownTable(shared), 'b.md')]
    assert.deepEqual([each.parts.length, each.actions[1]?.measure], [0, 'Staff feel ready'])
    assert.deepEqual([heading.parts.length, heading.actions[1]?.measure], [1, null])
  })
})
