import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildReading } from './plan/build-reading.ts'
import type { PlanReading } from './plan-reading.ts'
import { readWhole } from './read-document.ts'
import { bytesOf, markdownTable, readText } from './reading.factory.ts'
import { NO_RECIPE, type Recipe, recipeFits } from './recipe.ts'
import { findTables } from './tables/find-tables.ts'

const OWN_NAMES = [
  ['Code', 'The work', 'What good looks like', 'Season', 'Steward'],
  ['1.1', 'Open the boathouse', '40 families come', 'May 2026', 'Youth Service'],
  ['1.2', 'Light the towpath', 'Lamps lit', 'June 2026', 'Highways'],
]
const TOLD: Recipe = {
  ...NO_RECIPE,
  columns: [
    { name: 'code', role: 'ref' },
    { name: 'the work', role: 'action' },
    { name: 'what good looks like', role: 'measure' },
    { name: 'season', role: 'timescale' },
    { name: 'steward', role: 'lead' },
  ],
}

async function readBy(text: string, recipe: Recipe): Promise<PlanReading> {
  const read = await readWhole({ name: 'plan.md', content: bytesOf(text) }, [recipe])
  assert.ok(read.ok)
  return read.value.reading
}

describe('a recipe', () => {
  test('reads columns whose names nobody could guess', async () => {
    const text = markdownTable(OWN_NAMES)
    assert.equal((await readText(text, 'plan.md')).actions.length, 0)
    const { actions } = await readBy(text, TOLD)
    assert.deepEqual(
      actions.map(({ ref, text: words, measure, timescale, leadWords }) => [
        ref,
        words,
        measure,
        timescale?.text,
        leadWords,
      ]),
      OWN_NAMES.slice(1),
    )
  })

  test('goes before what a name suggests: the column somebody called the measure is the measure', async () => {
    const rows = [
      ['Ref', 'Action', 'Comments', 'When'],
      ['1.1', 'Open the boathouse', '40 families come', 'May 2026'],
    ]
    const recipe: Recipe = {
      ...NO_RECIPE,
      columns: [
        { name: 'action', role: 'action' },
        { name: 'comments', role: 'measure' },
      ],
    }
    const [action] = (await readBy(markdownTable(rows), recipe)).actions
    assert.deepEqual([action?.measure, action?.narrative], ['40 families come', null])
  })

  test('keeps the words of a column that holds nothing of the plan beside the action', async () => {
    const recipe: Recipe = {
      ...TOLD,
      columns: TOLD.columns.map((column) => (column.name === 'steward' ? { ...column, role: 'other' } : column)),
    }
    const [action] = (await readBy(markdownTable(OWN_NAMES), recipe)).actions
    assert.deepEqual([action?.leadWords, action?.others], [null, [{ column: 'Steward', text: 'Youth Service' }]])
  })

  test('that calls a table no table of actions lists its words as not understood', async () => {
    const rows = [
      ['Action', 'Measure', 'When'],
      ['Open the boathouse', '40 families come', 'May 2026'],
    ]
    const reading = await readBy(markdownTable(rows), { ...NO_RECIPE, notActions: [['action', 'measure', 'when']] })
    assert.deepEqual(reading.actions, [])
    assert.match(
      reading.notUnderstood.map(({ text }) => text).join('\n'),
      /Action \| Measure \| When\nOpen the boathouse \|/,
    )
  })

  test('names the levels and says what a colour means', async () => {
    const rows = [
      ['Aim', 'Action', 'When', 'Status'],
      ['Warm places', 'Open the boathouse', 'May 2026', 'Purple'],
    ]
    const recipe: Recipe = { ...NO_RECIPE, levels: ['Ambition'], colours: [{ colour: 'purple', key: 'blue' }] }
    const whole = await readWhole({ name: 'plan.md', content: bytesOf(markdownTable(rows)) }, [])
    assert.ok(whole.ok)
    const { reading, blocks } = whole.value
    const { levels, actions } = buildReading(reading.source, blocks, recipe)
    assert.deepEqual([levels, actions[0]?.progressRating], [['Ambition'], { text: 'Purple', key: 'blue' }])
  })

  test('steers only documents whose columns have its names, whatever their marks and case', async () => {
    const fits = async (rows: readonly (readonly string[])[]) => {
      const read = await readWhole({ name: 'plan.md', content: bytesOf(markdownTable(rows)) }, [])
      return read.ok && recipeFits(TOLD, read.value.blocks)
    }
    assert.equal(await fits(OWN_NAMES), true)
    assert.equal(await fits([['CODE:', 'The work*', 'What good looks like?', 'Season', 'Steward (name)']]), true)
    assert.equal(await fits([['Code', 'The work', 'Season', 'Steward', 'Budget']]), true, 'next year has one more')
    assert.equal(await fits([['Code', 'The work', 'Budget', 'Risk']]), false)
    assert.equal(await fits([['Code', 'Season', 'Steward']]), false, 'nothing says where the action stands')
    assert.equal(recipeFits(NO_RECIPE, []), false)
  })

  test('is one among several: the first that fits is said to have been used', async () => {
    const other: Recipe = { ...NO_RECIPE, columns: [{ name: 'deed', role: 'action' }] }
    const read = await readWhole({ name: 'plan.md', content: bytesOf(markdownTable(OWN_NAMES)) }, [other, TOLD])
    assert.ok(read.ok)
    assert.equal(read.value.recipe, 1)
  })

  test('says of a table without names what its columns hold, and of one that looked like none that it is one', async () => {
    const bare = [
      ['Youth Service', 'The boathouse', 'Lamps'],
      ['Highways', 'The towpath', 'Light'],
    ]
    const rows = bare.map((row) => `${row.join('\t')}`).join('\n')
    const read = await readWhole({ name: 'plan.txt', content: bytesOf(rows) }, [])
    assert.ok(read.ok)
    const { reading, blocks } = read.value
    const told: Recipe = { ...NO_RECIPE, unnamed: [['lead', 'action', 'measure']] }
    const { actions } = buildReading(reading.source, blocks, told)
    assert.deepEqual(
      actions.map(({ text, measure, leadWords }) => [leadWords, text, measure]),
      bare,
    )
  })

  test('is made by looking at the tables of a document: their names, what each holds, and some rows', async () => {
    const text = `${markdownTable(OWN_NAMES)}\n\nMoney\n\n${markdownTable([
      ['Stream', 'Amount'],
      ['Youth fund', '£20,000'],
    ])}`
    const read = await readWhole({ name: 'plan.md', content: bytesOf(text) }, [])
    assert.ok(read.ok)
    const [plan, money] = findTables(read.value.blocks)
    assert.deepEqual(
      [plan?.columns.map(({ name, role }) => [name, role]), plan?.rows, plan?.holdsActions, money?.rows],
      [OWN_NAMES[0]?.map((name) => [name, 'other']), 2, false, 1],
    )
    assert.deepEqual(plan?.columns[1]?.samples, ['Open the boathouse', 'Light the towpath'])
    const [told] = findTables(read.value.blocks, TOLD)
    assert.deepEqual(
      [told?.holdsActions, told?.columns.map(({ role }) => role)],
      [true, ['ref', 'action', 'measure', 'timescale', 'lead']],
    )
  })

  test('shows under each name what stands there in every table of those names, wherever they put the column', async () => {
    const text = `${markdownTable([
      ['Aim', '', 'Action', '', 'Measure', 'When'],
      ['1', 'Play', '1.1', 'Open the boathouse', '40 families come', 'May 2026'],
    ])}\n\n${markdownTable([
      ['Aim', '', '', 'Action', '', 'Measure', 'When'],
      ['2', 'Light', '', '2.1', 'Light the towpath', 'Lamps lit', 'June 2026'],
    ])}`
    const read = await readWhole({ name: 'plan.md', content: bytesOf(text) }, [])
    assert.ok(read.ok)
    const [plan, other] = findTables(read.value.blocks)
    assert.equal(other, undefined)
    assert.deepEqual(
      plan?.columns.map(({ name, samples }) => [name, samples]),
      [
        ['Aim', ['1 Play', '2 Light']],
        ['Action', ['1.1 Open the boathouse', '2.1 Light the towpath']],
        ['Measure', ['40 families come', 'Lamps lit']],
        ['When', ['May 2026', 'June 2026']],
      ],
    )
  })
})
