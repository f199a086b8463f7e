import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDocument } from '../read-document.ts'
import { bytesOf, readText } from '../reading.factory.ts'

const ACTION = {
  id: 'a1',
  part: 'p1',
  ref: '1.10',
  text: 'Open\nthe hub',
  measure: null,
  timescale: { text: 'May 2026' },
  leadWords: 'Ann Lee',
}
const PART = { id: 'p1', parent: null, level: 0, ref: '1', title: 'Well children', why: 'They told us' }
const PLAN = {
  schema: 'trellis-plan',
  version: 1,
  title: 'Hub plan',
  period: { starts: '2026-04-01', endsBefore: '2027-04-01' },
  levels: ['Aim'],
  parts: [PART],
  actions: [ACTION],
}
const text = (value: unknown) => JSON.stringify(value)

describe('a plan as JSON is read', () => {
  test('with its line ends as they stand, and its days read from the words again', async () => {
    const { actions, parts, notUnderstood } = await readText(text(PLAN), 'plan.json')
    assert.equal(actions[0]?.text, 'Open\nthe hub')
    assert.deepEqual(actions[0]?.timescale?.due, [{ on: '2026-05-31', precision: 'month' }])
    assert.deepEqual(actions[0]?.leads, [{ text: 'Ann Lee', kind: 'person' }])
    assert.equal(parts[0]?.why, 'They told us')
    assert.deepEqual(notUnderstood, [])
  })

  test('with colours and endings as told, and read from the words where nothing is told', async () => {
    const how = { narrative: 'Completed in May', progressRating: { text: 'Amber' }, impactRating: { text: 'Late' } }
    const told = {
      narrative: 'Completed in May',
      disposal: { kind: 'stopped', words: '' },
      progressRating: { text: 'Amber', key: null },
      impactRating: { text: 'Late', key: 'red' },
    }
    const none = { narrative: 'Completed in May', disposal: null }
    const actions = [how, told, none].map((said, at) => ({ ...ACTION, id: `a${at}`, ...said }))
    const read = await readText(text({ ...PLAN, actions }), 'plan.json')
    assert.deepEqual(
      read.actions.map(({ disposal, progressRating, impactRating }) => [
        disposal?.kind ?? null,
        progressRating?.key ?? null,
        impactRating?.key ?? null,
      ]),
      [
        ['completed', 'amber', null],
        ['stopped', null, 'red'],
        [null, null, null],
      ],
    )
  })

  test('as the command line prints a reading, with no schema', async () => {
    const { schema, version, ...printed } = PLAN
    assert.equal((await readText(text({ ...printed, source: {}, findings: [] }), 'plan.json')).actions.length, 1)
  })

  test('a letter that no database keeps is left out', async () => {
    const { actions } = await readText(
      text({ ...PLAN, actions: [{ ...ACTION, text: 'Open\u0000 the \ud800hub' }] }),
      'plan.json',
    )
    assert.equal(actions[0]?.text, 'Open the ?hub')
  })
})

describe('JSON that is no plan is refused in one sentence', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['half a file', text(PLAN).slice(0, 100), /is not whole/],
    ['another shape', text([1, 2, 3]), /not a plan as Trellis writes it: plan is not/],
    ['the file of another program', text({ name: 'x', version: undefined }), /: it has no parts\. /],
    ['a field of another kind', text({ ...PLAN, actions: [{ ...ACTION, text: 7 }] }), /text of action 1 is not/],
    ['a later version', text({ ...PLAN, version: 2 }), /later version than 1/],
    [
      'a period that ends before it starts',
      text({ ...PLAN, period: { starts: '2027-04-01', endsBefore: '2026-04-01' } }),
      /ends before it starts/,
    ],
    [
      'a day that is none',
      text({ ...PLAN, period: { starts: '2026-02-30', endsBefore: '2027-04-01' } }),
      /starts of period is not/,
    ],
    [
      'parts under each other',
      text({
        ...PLAN,
        parts: [
          { ...PART, parent: 'p2' },
          { ...PART, id: 'p2', parent: 'p1' },
        ],
      }),
      /does not stand before it/,
    ],
    ['two parts of one id', text({ ...PLAN, parts: [PART, PART] }), /two parts with the id/],
    ['an action under no part', text({ ...PLAN, actions: [{ ...ACTION, part: 'p9' }] }), /does not hold/],
    [
      '100,000 actions',
      text({ ...PLAN, actions: Array.from({ length: 100_000 }, () => ACTION) }),
      /holds more actions than Trellis reads/,
    ],
    ['brackets without end', '['.repeat(1_000_000), /is not whole/],
  ]
  for (const [what, source, says] of cases) {
    test(what, async () => {
      const read = await readDocument({ name: 'plan.json', content: bytesOf(source) })
      assert.ok(!read.ok, 'the file was read')
      assert.match(read.refusal.sentence, says)
      assert.ok(read.refusal.sentence.startsWith('plan.json '))
      assert.equal(read.refusal.sentence.split('\n').length, 1)
      assert.doesNotMatch(read.refusal.sentence, /undefined|expected|received/)
    })
  }
})
