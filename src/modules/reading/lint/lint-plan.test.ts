import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { period } from '../../../kernel/period.ts'
import { readTimescale } from '../timescale/read-timescale.ts'
import { type LintAction, type LintInput, lintPlan } from './lint-plan.ts'
import { hasBaseline, hasNumber, isOnlyDocument } from './measure-words.ts'

const YEAR = period('2014-04-01', '2015-04-01')

describe('a plan is checked as a careful colleague would', () => {
  test('an action with a number, a date in the plan and a person raises nothing', () => {
    assert.deepEqual(codes([anAction()]), [])
  })

  const cases: readonly (readonly [string, Partial<LintAction> & { when?: string }, string])[] = [
    ['a measure that is only a report', { measure: 'Progress report and recommendations' }, 'measure-is-a-document'],
    ['a measure without a number', { measure: 'More families feel supported' }, 'measure-has-no-number'],
    ['no measure', { measure: null }, 'measure-missing'],
    ['no lead', { leads: [] }, 'lead-missing'],
    ['a post that nobody is named for', { leads: [{ text: 'Head of Care', kind: 'post' }] }, 'lead-is-a-post'],
    ['no timescale', { timescale: null }, 'timescale-missing'],
    ['a date after the plan ends', { when: 'November 2015' }, 'timescale-after-plan'],
    ['a date before the plan starts', { when: 'January 2014' }, 'timescale-before-plan'],
    ['a timescale that cannot be read', { when: 'in due course' }, 'timescale-unsure'],
    ['a rhythm that the months do not keep', { when: 'Quarterly May & June' }, 'timescale-does-not-agree'],
  ]
  for (const [what, change, code] of cases) {
    test(`${what} is asked about`, () => assert.deepEqual(codes([anAction(change)]), [code]))
  }

  test('a post beside its group is enough', () => {
    const leads = [
      { text: 'Care group', kind: 'group' },
      { text: 'Head of Care', kind: 'post' },
    ] as const
    assert.deepEqual(codes([anAction({ leads })]), [])
  })

  test('a reference used twice, skipped or out of order is asked about', () => {
    const refs = (...list: string[]) =>
      codes(list.map((ref, index) => anAction({ ref, measure: `${index} families, up from 0` })))
    assert.deepEqual(refs('1.11', '1.12', '1.12'), ['reference-repeated'])
    assert.deepEqual(refs('1.11', '1.13'), ['reference-skipped'])
    assert.deepEqual(refs('1.13', '1.12'), ['reference-out-of-order'])
    assert.deepEqual(refs('1.11', '1.12', '2.11'), [])
    const nextObjective = [anAction({ ref: '5.15' }), anAction({ ref: '5.21', part: 'p2' })]
    assert.deepEqual(codes(nextObjective), [])
  })

  test('a measure pasted down a run of actions is asked about once', () => {
    const run = ['1.1', '1.2', '1.3', '1.4'].map((ref) => anAction({ ref, measure: '40 families, up from 20' }))
    assert.deepEqual(codes(run), ['measure-repeated'])
  })

  test('a target that does not say where things stand is asked about once for all such targets', () => {
    const [first, ...more] = lintPlan({
      actions: ['800 places', '200 families', 'Report'].map((measure, index) => anAction({ id: `a${index}`, measure })),
      parts: [],
      period: YEAR,
    }).filter(({ code }) => code === 'measure-has-no-baseline')
    assert.deepEqual([first?.actions, more], [['a0', 'a1'], []])
    for (const measure of ['From 40 to 60 families', '40 families, up from 20', '100% of children', 'No child waits'])
      assert.ok(hasBaseline(measure), measure)
  })

  test('actions that two people share are one question, and so is a person who carries many', () => {
    const people = ['Ann Lee', 'Bo Day'].map((text) => ({ text, kind: 'person' }) as const)
    const shared = [1, 2].map((n) => anAction({ id: `a${n}`, leads: people, measure: `From ${n} to 9 families` }))
    const found = lintPlan({ actions: shared, parts: [], period: YEAR })
    assert.deepEqual(
      found.map(({ code, actions, field }) => ({ code, actions, field })),
      [{ code: 'leads-several', actions: ['a1', 'a2'], field: 'leads' }],
    )
    const many = Array.from({ length: 11 }, (_, n) => anAction({ measure: `From ${n} to 99 families`, part: `${n}` }))
    assert.deepEqual(codes(many), ['lead-carries-many'])
  })

  test('a date pasted down a column, and a year far from the plan, are asked about', () => {
    const pasted = Array.from({ length: 5 }, (_, n) => anAction({ measure: `From ${n} to 9 families` }))
    assert.deepEqual(codes(pasted), ['timescale-repeated'])
    assert.deepEqual(codes([anAction({ when: 'May 2104' })]), ['impossible-year'])
  })

  test('a plan measured mostly by papers is told so once, above the list', () => {
    const papers = Array.from({ length: 6 }, (_, n) => anAction({ measure: 'Progress report', part: `${n}` }))
    const found = lintPlan({ actions: papers, parts: [], period: YEAR })
    assert.match(found[0]?.message ?? '', /^6 of the 6 measures are only a document or a process/)
    assert.equal(found[0]?.action, null)
  })

  test('a lead written in two ways is asked about once', () => {
    const leads = (text: string) => [{ text, kind: 'group' }] as const
    const actions = ['Care Group', 'Care group', 'care group'].map((text, index) =>
      anAction({ leads: leads(text), measure: `${index} families, up from 0` }),
    )
    assert.deepEqual(codes(actions), ['lead-spelled-differently'])
  })

  test('an aim without why or how we will know is asked about where other aims have them', () => {
    const full = { id: 'p1', title: 'Well', why: 'Need', success: 'Fewer' }
    const empty = { id: 'p2', title: 'Safe', why: null, success: null }
    assert.deepEqual(codes([], { parts: [full, empty] }), ['why-missing', 'success-missing'])
    assert.deepEqual(codes([], { parts: [empty, { ...empty, id: 'p3' }] }), [])
  })

  test('what an aim says of why and how we will know is said for all that stands under it', () => {
    const aim = { id: 'p1', parent: null, title: 'Well', why: 'Need', success: null }
    const objective = { id: 'p2', parent: 'p1', title: 'Eat well', why: null, success: 'Fewer' }
    const lowest = { id: 'p3', parent: 'p2', title: 'School meals', why: null, success: null }
    assert.deepEqual(codes([], { parts: [aim, objective, lowest] }), ['success-missing'])
    assert.deepEqual(codes([], { parts: [aim, { ...lowest, parent: null }] }), [
      'success-missing',
      'why-missing',
      'success-missing',
    ])
  })

  test('a period that ends before it starts, or lasts a lifetime, is asked about', () => {
    const prose = ['our plan 2013 - 2106', 'our plan 2016-2013', 'our plan 2013-2016'].map((text, line) => ({
      text,
      where: { line },
    }))
    const found = lintPlan({ actions: [], parts: [], period: null, prose }).map((finding) => finding.words)
    assert.deepEqual(found, ['2013 - 2106', '2016-2013'])
  })

  test('a column that the document does not have is said once, not for each action', () => {
    const bare = [anAction({ leads: [], timescale: null }), anAction({ leads: [], timescale: null, ref: '1.12' })]
    assert.deepEqual(codes(bare, { has: { measure: true, timescale: false, lead: false } }), [
      'no-leads',
      'no-timescales',
    ])
  })

  test('each finding says which action it is about, and asks or advises', () => {
    const [finding] = lintPlan({ actions: [anAction({ measure: null })], parts: [], period: YEAR })
    assert.equal(finding?.action, 'a1')
    assert.match(finding?.message ?? '', /\?$/)
    assert.equal(finding?.field, 'measure')
    assert.match(finding?.why ?? '', /\.$/)
  })
})

test('reports, plans and processes are documents; numbers and changes for children are not', () => {
  for (const measure of [
    'Report',
    'Progress report',
    'Multi agency strategy',
    'Evaluation /progress report',
    'Process in place',
    'Report and recommendations',
    'Report to Board',
    'Progress report to the full Board',
    'Progress report on the opening hours',
    'New models of help for parents',
    'PLB progress report',
    'Annual report of the NWCB',
  ]) {
    assert.ok(isOnlyDocument(measure), measure)
  }
  for (const measure of [
    '800 places',
    'Report on 200 families',
    'Report on 5% fewer absences',
    'Fewer children move home',
    'Gap narrowed',
    'PLB families helped',
    'NEET',
  ])
    assert.ok(!isOnlyDocument(measure), measure)
})

test('a number may be written in words', () => {
  for (const measure of ['Eight briefings', 'seven or more visits', 'One hub in every ward', 'Twenty-five places'])
    assert.ok(hasNumber(measure), measure)
  for (const measure of [
    'One to one support',
    'No one waits',
    'Often enough',
    'Children help one another',
    'Attend more',
  ])
    assert.ok(!hasNumber(measure), measure)
})

test('a measure of many words is judged, however many words of a document come first', () => {
  // Were words tried in every grouping, the first of these would not end in the life of the suite.
  assert.equal(isOnlyDocument(`${'a '.repeat(59)}x`), false)
  assert.equal(isOnlyDocument(`${'report '.repeat(100_000)}x`), false)
})

function anAction({ when = 'May 2014', ...change }: Partial<LintAction> & { when?: string } = {}): LintAction {
  return {
    id: 'a1',
    part: 'p1',
    ref: null,
    text: 'Open the hub',
    measure: '40 families, up from 20',
    timescale: readTimescale(when, YEAR),
    leads: [{ text: 'Ann Lee', kind: 'person' }],
    ...change,
  }
}

function codes(actions: readonly LintAction[], more: Partial<LintInput> = {}): string[] {
  return lintPlan({ actions, parts: [], period: YEAR, ...more }).map((finding) => finding.code)
}
