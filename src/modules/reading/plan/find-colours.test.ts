import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readWhole } from '../read-document.ts'
import { aDocx, bytesOf, type DocxCell, docxTable, markdownTable } from '../reading.factory.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import { buildReading } from './build-reading.ts'
import { findColours } from './find-colours.ts'

const NAMES = ['Ref', 'Action', 'By when', 'Progress rating', 'Impact rating']
const shaded = (fill: string, text = ''): DocxCell => ({ text, fill })
const row = (ref: string, action: string, progress: string | DocxCell, impact: string | DocxCell) => [
  ref,
  action,
  'May 2025',
  progress,
  impact,
]
const TRAFFIC = docxTable([
  NAMES,
  row('1.1', 'Open a hub for families', shaded('00B050'), shaded('7030A0')),
  row('1.2', 'Train the staff of the hub', shaded('00B050'), shaded('00B050')),
  row('1.3', 'Light the path to it', shaded('7030A0'), shaded('FFFFFF')),
  row('1.4', 'Ring each family', '', shaded('FFC000', 'Slipping a little')),
])
const PURPLE_IS_BLUE: Recipe = { ...NO_RECIPE, colours: [{ colour: '7030A0', key: 'blue' }] }

async function wholeOf(content: Uint8Array, name = 'plan.docx') {
  const read = await readWhole({ name, content }, [])
  assert.ok(read.ok)
  return read.value
}
async function readWith(content: Uint8Array, recipe: Recipe) {
  const { reading, blocks } = await wholeOf(content)
  return buildReading(reading.source, blocks, recipe)
}
const asked = (reading: { readonly findings: readonly { readonly code: string; readonly words: string | null }[] }) =>
  reading.findings.filter(({ code }) => code === 'colour-without-key').map(({ words }) => words)

describe('the colours of a document, to be told what they mean', () => {
  test('each is named and counted for progress and for impact, with the first action that has it', async () => {
    const { blocks } = await wholeOf(aDocx(TRAFFIC))
    assert.deepEqual(
      findColours(blocks).map(({ name, cells, example, key }) => [name, cells, example.ref, key]),
      [
        ['green', { progress: 2, impact: 1 }, '1.1', 'green'],
        ['purple', { progress: 1, impact: 1 }, '1.1', null],
        ['yellow', { progress: 0, impact: 1 }, '1.4', 'amber'],
      ],
    )
  })

  test('a colour that is no colour of a rating is asked about, and read as none', async () => {
    const { reading } = await wholeOf(aDocx(TRAFFIC))
    assert.deepEqual(reading.actions[2]?.progressRating, { text: 'shaded purple', key: null })
    assert.deepEqual(asked(reading), ['shaded green', 'shaded purple'])
  })

  test('what somebody told of a colour is read so for progress and impact alike, and asked no more', async () => {
    const reading = await readWith(aDocx(TRAFFIC), PURPLE_IS_BLUE)
    const told = { text: 'shaded purple', key: 'blue' }
    assert.deepEqual([reading.actions[2]?.progressRating, reading.actions[0]?.impactRating], [told, told])
    assert.deepEqual(asked(reading), ['shaded green'])
    const { blocks } = await wholeOf(aDocx(TRAFFIC))
    const purple = findColours(blocks, PURPLE_IS_BLUE).find(({ name }) => name === 'purple')
    assert.deepEqual([purple?.key, purple?.isTold], ['blue', true])
  })

  test('a colour that says nothing rates nothing, and is listed still so that it can be told otherwise', async () => {
    const recipe: Recipe = { ...NO_RECIPE, colours: [{ colour: '00B050', key: null }] }
    const reading = await readWith(aDocx(TRAFFIC), recipe)
    assert.deepEqual([reading.actions[1]?.progressRating, reading.actions[1]?.impactRating], [null, null])
    const { blocks } = await wholeOf(aDocx(TRAFFIC))
    assert.ok(findColours(blocks, recipe).some(({ name, isTold, key }) => name === 'green' && isTold && key === null))
  })

  test('words that name no colour leave it to the shade, as told; words that name one decide themselves', async () => {
    const table = docxTable([
      NAMES,
      row('1.1', 'Open a hub for families', shaded('FFC000', 'Slipping a little'), shaded('FFC000', 'Green')),
    ])
    const reading = await readWith(aDocx(table), { ...NO_RECIPE, colours: [{ colour: 'FFC000', key: 'red' }] })
    assert.deepEqual(
      [reading.actions[0]?.progressRating, reading.actions[0]?.impactRating],
      [
        { text: 'Slipping a little', key: 'red' },
        { text: 'Green', key: 'green' },
      ],
    )
  })

  test('words in rating cells are listed too, but no remark and no figure', async () => {
    const text = markdownTable([
      ['Action', 'By when', 'Status'],
      ['Open a hub for families', 'May 2025', 'Delayed'],
      ['Train the staff of the hub', 'June 2025', 'delayed'],
      ['Light the path to it', 'July 2025', '75%'],
      ['Ring each family', 'July 2025', 'Delayed because the lease was not signed before the summer'],
    ])
    const { blocks } = await wholeOf(bytesOf(text), 'plan.md')
    assert.deepEqual(
      findColours(blocks).map(({ kind, colour, name, cells, key }) => [kind, colour, name, cells.progress, key]),
      [['word', 'delayed', 'Delayed', 2, null]],
    )
  })

  test('two shades of one colour are told apart', async () => {
    const table = docxTable([
      NAMES,
      row('1.1', 'Open a hub for families', shaded('00B050'), ''),
      row('1.2', 'Train the staff of the hub', shaded('92D050'), ''),
    ])
    const recipe: Recipe = { ...NO_RECIPE, colours: [{ colour: '00B050', key: 'blue' }] }
    const { actions } = await readWith(aDocx(table), recipe)
    assert.deepEqual(
      actions.map(({ progressRating }) => progressRating?.key),
      ['blue', 'green'],
    )
  })
})
