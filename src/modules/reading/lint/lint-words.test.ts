import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { period } from '../../../kernel/period.ts'
import { readTimescale } from '../timescale/read-timescale.ts'
import { type LintAction, type LintInput, lintPlan } from './lint-plan.ts'

const YEAR = period('2014-04-01', '2015-04-01')

describe('letters that stand for something', () => {
  const asked = (text: string, more: Partial<LintInput> = {}) =>
    found('acronym-not-defined', { actions: [anAction({ text })], ...more }).map(({ words }) => words)

  test('are asked about once, however often they are used, beside their first use', () => {
    const [finding, ...more] = found('acronym-not-defined', {
      actions: ['Open the QXB', 'Close the QXB'].map((text, at) => anAction({ id: `a${at}`, text })),
    })
    assert.deepEqual([finding?.action, finding?.field, more], ['a0', 'text', []])
    assert.match(finding?.message ?? '', /“QXB” is used in 2 places and not spelled out/)
  })

  test('are no question where the plan spells them out, on either side or in its glossary', () => {
    for (const text of [
      'Ask the Quiet Xylophone Board (QXB) and the QXB chair',
      'The QXB (Quiet Xylophone Board) meets',
      'QXB – Quiet Xylophone Board',
    ])
      assert.deepEqual(asked(text), [], text)
    assert.deepEqual(asked('Ask the QXB', { glossary: [{ term: 'QXB' }] }), [])
    const prose = ['QXB', 'Quiet Xylophone Board'].map((text, line) => ({ text, where: { line } }))
    assert.deepEqual(asked('Ask the QXB', { prose }), [])
  })

  test('that everybody knows, capitals of a heading, references and years are not asked about', () => {
    for (const text of [
      'Ask the NHS and every GP',
      'OPEN THE NEW HUB FOR ALL OF US',
      'See RM17 6SL and C3PO',
      'A report for 2014/15',
    ])
      assert.deepEqual(asked(text), [], text)
    assert.deepEqual(asked('The GROUP meets; a group decides'), [])
  })
})

describe('places', () => {
  const asked = (title: string, text: string) =>
    found('place-elsewhere', { prose: [{ text: title, where: { line: 1 } }], actions: [anAction({ text })] })

  test('another authority spoken of as our own is asked about, with the words', () => {
    const [finding] = asked('Luton Children’s Plan 2014-15', 'Raise standards across the Devon school system')
    assert.equal(finding?.words, 'Devon school system')
    assert.match(finding?.message ?? '', /speaks of Devon in a plan of Luton\. Is Devon meant/)
  })

  test('our own place, a neighbour named rightly, a partner and a model from elsewhere are not', () => {
    for (const text of [
      'Raise standards across the Luton school system',
      'Work with Devon schools on exchange',
      'Learning from Devon',
      'Follow the Devon model of fostering',
      'Meet the University of Kent',
      'Share with Hertfordshire children’s services',
      'Improve reading for all children',
    ])
      assert.deepEqual(asked('Luton Children’s Plan 2014-15', text), [], text)
  })

  test('where it is not clear whose plan it is, nothing is asked', () => {
    assert.deepEqual(asked('Children’s Plan', 'Raise standards across the Devon school system'), [])
  })
})

describe('what is to be done', () => {
  test('actions that only make or hear a report are one question, which names them', () => {
    const texts = ['Receive a report on the hubs', 'Prepare report on fostering', 'Open a hub', 'Report abuse at once']
    const [finding, ...more] = found('action-only-receives', {
      actions: texts.map((text, at) => anAction({ id: `a${at}`, ref: `1.${at + 1}`, text })),
    })
    assert.deepEqual([finding?.actions, more], [['a0', 'a1'], []])
    assert.match(finding?.message ?? '', /2 of the 4 actions .*: 1\.1, 1\.2\./)
  })

  test('two actions in one are asked about; a second verb inside the first is not', () => {
    const two = (text: string) => found('action-has-two', { actions: [anAction({ text })] }).length
    assert.equal(two('Open a family hub in every ward and train forty volunteers'), 1)
    for (const text of [
      'Review and implement the recommendations',
      'Work with schools to find gaps and develop plans',
      'Open hubs for play and learning',
    ])
      assert.equal(two(text), 0, text)
  })

  test('vague words are told once for the whole plan', () => {
    const texts = ['Support families', 'Continue to support families', 'Open a hub']
    const [finding, ...more] = found('verbs-vague', {
      actions: texts.map((text, at) => anAction({ id: `a${at}`, text })),
    })
    assert.deepEqual([finding?.actions, more], [['a0', 'a1'], []])
  })

  test('the same action twice, or nearly, is asked about; one that differs by a figure is another step', () => {
    const pair = (a: string, b: string) =>
      found('actions-alike', { actions: [anAction({ id: 'a0', text: a }), anAction({ id: 'a1', text: b })] }).map(
        ({ actions }) => actions,
      )
    const text = 'Agree a shared plan for children who move between schools'
    assert.deepEqual(pair(text, `${text}.`), [['a1', 'a0']])
    assert.deepEqual(pair(text, `${text} mid-year`), [['a1', 'a0']])
    assert.deepEqual(pair(`${text} by phase 1`, `${text} by phase 2`), [])
    assert.deepEqual(pair(text, 'Open a family hub in each of the five wards'), [])
  })
})

test('words that repeat over many actions in the column of dates are one question', () => {
  const actions = ['S', 'S', 'M'].map((when, at) => anAction({ id: `a${at}`, timescale: readTimescale(when, YEAR) }))
  assert.deepEqual(
    found('timescale-unsure', { actions }).map(({ actions: among, action }) => among ?? [action]),
    [['a0', 'a1'], ['a2']],
  )
})

test('whatever a plan says, the check answers, and every finding is a question or advice with a reason', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('A '.repeat(3000), '(QXB'.repeat(2000)),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ text, measure: fc.option(text) }), { maxLength: 12 }), (list) => {
      const actions = list.map((each, at) => anAction({ id: `a${at}`, ...each }))
      for (const { message, action, actions: among } of lintPlan({ actions, parts: [], period: YEAR })) {
        assert.notEqual(message, '')
        for (const id of [action, ...(among ?? [])]) assert.ok(id === null || actions.some((each) => each.id === id))
      }
    }),
    { numRuns: 30 },
  )
})

function anAction(change: Partial<LintAction>): LintAction {
  return {
    id: 'a1',
    part: 'p1',
    ref: null,
    text: 'Open the hub',
    measure: '40 families, up from 20',
    timescale: readTimescale('May 2014', YEAR),
    leads: [{ text: 'Ann Lee', kind: 'person' }],
    ...change,
  }
}

function found(code: string, input: Partial<LintInput>) {
  return lintPlan({ actions: [], parts: [], period: YEAR, ...input }).filter((finding) => finding.code === code)
}
