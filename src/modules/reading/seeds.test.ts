import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ActionReading, PlanReading } from './plan-reading.ts'
import { countWords, wordsLost } from './reading.factory.ts'
import { readShared, sharedFolder, skipWithout } from './shared-documents.factory.ts'

const SEEDS = sharedFolder('seeds')
const skip = skipWithout(SEEDS)
const readSeed = (number: string) => readShared(SEEDS, number)

describe('the documents that Trellis began with', { skip }, () => {
  for (const number of ['000', '001', '002', '003', '004']) {
    test(`no word of document ${number} is lost`, async () => {
      const { text, reading } = await readSeed(number)
      assert.deepEqual(wordsLost(text, reading), [])
    })
  }

  test('the delivery plan has its 82 actions, in order, each once', async () => {
    const { text, reading } = await readSeed('000')
    const refs = [...text.matchAll(/\| (\d{1,2}\.\d\d) \|/g)].map((found) => found[1])
    assert.equal(refs.length, 82)
    assert.deepEqual(
      reading.actions.map((action) => action.ref),
      refs,
    )
  })

  test('each action of the delivery plan holds exactly the words of its own lines', async () => {
    const { text, reading } = await readSeed('000')
    for (const action of reading.actions) assertHoldsItsLines(text, action, reading)
  })

  test('each action of the delivery plan has the cells of its row, in their order', async () => {
    const { text, reading } = await readSeed('000')
    const lines = text.split('\n')
    for (const action of reading.actions) {
      const cells = cellsAfterReference(lines[(action.where.line ?? 1) - 1] ?? '', action.ref ?? '')
      const [words = '', measure, when, lead] = cells
      assert.ok(action.text.startsWith(words), `${action.ref}: ${action.text}`)
      assert.deepEqual(
        [action.measure, action.timescale?.text, action.leadWords],
        [measure, when, lead],
        `row ${action.ref}`,
      )
    }
  })

  test('the two rows that a page cut are whole again', async () => {
    const { reading } = await readSeed('000')
    assert.match(find(reading, '5.11').text, /effects of poverty$/)
    assert.match(find(reading, '11.13').text, /or leaving care$/)
    assert.deepEqual(find(reading, '11.13').where, { line: 185, endLine: 189 })
  })

  test('the delivery plan has four aims and twelve objectives, and each action stands under its own', async () => {
    const { reading } = await readSeed('000')
    assert.deepEqual(reading.levels, ['Strategic Aim', 'Objective'])
    const aims = reading.parts.filter((part) => part.level === 0)
    assert.deepEqual(
      aims.map((aim) => aim.ref),
      ['1', '2', '3', '4'],
    )
    const objectives = reading.parts.filter((part) => part.level === 1)
    assert.deepEqual(
      objectives.map((part) => part.ref),
      ['1.1', '2.1', '3.1', '4.1', '5.1', '5.2', '7.1', '8.1', '8.2', '9.1', '10.1', '11.1'],
    )
    for (const action of reading.actions) {
      const part = reading.parts.find((each) => each.id === action.part)
      const expected = /^9\.2/.test(action.ref ?? '')
        ? '9.1'
        : /^10\.2/.test(action.ref ?? '')
          ? '10.1'
          : action.ref?.slice(0, -1)
      assert.equal(part?.ref, expected, `row ${action.ref}`)
    }
  })

  test('every timescale of the delivery plan gives at least one date, and none is unsure', async () => {
    const { reading } = await readSeed('000')
    assert.deepEqual(
      reading.actions.filter((action) => !action.timescale?.due.length || action.timescale.confidence === 'unsure'),
      [],
    )
    const after = reading.findings.filter((finding) => finding.code === 'timescale-after-plan')
    assert.deepEqual(
      after.map((finding) => finding.action),
      [find(reading, '2.15').id],
    )
  })

  test('every lead of the delivery plan is told apart, and keeps all the words of its cell', async () => {
    const { reading } = await readSeed('000')
    for (const action of reading.actions) {
      assert.ok(action.leads.length > 0, `row ${action.ref}`)
      const words = action.leads.map((lead) => lead.text).join(' ')
      assert.deepEqual(countWords(words), countWords(action.leadWords ?? ''), `row ${action.ref}`)
      assert.deepEqual(
        action.leads.filter((lead) => lead.kind === 'unknown'),
        [],
        `row ${action.ref}`,
      )
    }
    assert.deepEqual(
      find(reading, '1.11').leads.map((lead) => lead.kind),
      ['group', 'person', 'person'],
    )
    assert.deepEqual(
      find(reading, '5.12').leads.map((lead) => lead.kind),
      ['group', 'group'],
    )
  })

  test('the annual report has 82 rows, each with its measure and narrative', async () => {
    const { text, reading } = await readSeed('001')
    const refs = [...text.matchAll(/\t(\d{1,2}\.\d\d)\t/g)].map((found) => found[1])
    assert.deepEqual(
      reading.actions.map((action) => action.ref),
      refs,
    )
    assert.equal(reading.actions.length, 82)
    assert.ok(reading.actions.every((action) => action.narrative && action.measure && action.text))
    for (const action of reading.actions) assertHoldsItsLines(text, action, reading)
  })

  test('18 reports are still pending, 6 actions are carried forward and 1 is stopped', async () => {
    const { text, reading } = await readSeed('001')
    const count = (kind: string) => reading.actions.filter((action) => action.disposal?.kind === kind).length
    assert.equal(count('not-reported'), text.match(/This report is still pending/g)?.length)
    assert.deepEqual([count('not-reported'), count('carried-forward'), count('stopped')], [18, 6, 1])
    for (const action of reading.actions)
      if (action.disposal) assert.ok(action.narrative?.includes(action.disposal.words))
  })

  test('the annual report claims 76 actions, 55 completed and 5 needing further work', async () => {
    const { reading } = await readSeed('001')
    const claims = reading.claims.filter((claim) => claim.where.line === 49)
    assert.deepEqual(
      claims.map((claim) => [claim.figure, claim.about]),
      [
        [76, 'actions'],
        [55, 'completed'],
        [5, 'further-work'],
      ],
    )
  })

  test('the second plan has 30 actions in 5 outcomes, with why, how we will know and aligned plans', async () => {
    const { text, reading } = await readSeed('004')
    assert.deepEqual(reading.levels, ['Outcome'])
    assert.deepEqual(
      reading.parts.map((part) => part.ref),
      ['1', '2', '3', '4', '5'],
    )
    const perPart = reading.parts.map((part) => reading.actions.filter((action) => action.part === part.id).length)
    assert.deepEqual(perPart, [4, 6, 6, 6, 8])
    assert.ok(reading.parts.every((part) => part.success !== null && part.alignedPlans.length >= 2))
    assert.deepEqual(
      reading.parts.filter((part) => part.why === null).map((part) => part.ref),
      ['3'],
    )
    for (const action of reading.actions) assertHoldsItsLines(text, action, reading)
  })

  test('empty rating columns are no rating, and never grey; the key of colours is no action', async () => {
    const { reading } = await readSeed('004')
    assert.ok(
      reading.actions.every(
        (action) => action.progressRating === null && action.impactRating === null && action.narrative === null,
      ),
    )
    assert.deepEqual(
      reading.ratingKey?.map((entry) => entry.key),
      ['red', 'blue', 'amber', 'grey', 'green'],
    )
  })

  test('every action of the second plan has a date and a lead', async () => {
    const { reading } = await readSeed('004')
    assert.ok(reading.actions.every((action) => action.timescale?.due.length === 1 && action.leads.length > 0))
  })
})

/** The source text of an action is the very lines it names, and its fields hold the words of those lines and no others. */
function assertHoldsItsLines(text: string, action: ActionReading, reading: PlanReading): void {
  const { line = 0, endLine = 0 } = action.where
  const own = text.split('\n').slice(line - 1, endLine)
  const parts = action.sourceText.split('\n')
  assert.ok(
    parts.every((part) => own.includes(part)),
    `row ${action.ref} names other lines`,
  )
  const part = reading.parts.find((each) => each.id === action.part && each.where.line === line)
  const fields = [
    action.ref,
    action.text,
    action.measure,
    action.timescale?.text,
    action.leadWords,
    action.narrative,
    part?.ref,
    part?.title,
  ]
  assert.deepEqual(
    sorted(fields.filter((field) => field != null).join(' ')),
    sorted(action.sourceText),
    `row ${action.ref} at line ${line}`,
  )
}

function sorted(text: string): [string, number][] {
  return [...countWords(text)].sort(([a], [b]) => (a < b ? -1 : 1))
}

function cellsAfterReference(line: string, ref: string): string[] {
  return line
    .slice(line.indexOf(`| ${ref} |`) + ref.length + 4)
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}

function find(reading: PlanReading, ref: string): ActionReading {
  const action = reading.actions.find((each) => each.ref === ref)
  assert.ok(action, `no action ${ref}`)
  return action
}
