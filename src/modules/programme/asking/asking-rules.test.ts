import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type AskingRules, checkAskingRules, MOST_DAYS, USUAL_RULES } from './asking-rules.ts'

const problemsOf = (over: Partial<AskingRules>) => {
  const checked = checkAskingRules({ ...USUAL_RULES, ...over })
  return checked.ok ? [] : checked.refusal.problems.map(({ field }) => field)
}

describe('the rules of asking', () => {
  test('what a plan starts with holds together', () => {
    assert.deepEqual(checkAskingRules(USUAL_RULES), { ok: true, value: USUAL_RULES })
  })

  test('a reminder comes after the asking, the chair after the days of grace, the manager after the chair', () => {
    assert.deepEqual(problemsOf({ remindAhead: 28 }), ['remindAhead'])
    assert.deepEqual(problemsOf({ graceDays: 8 }), ['chairAfter'])
    assert.deepEqual(problemsOf({ managerAfter: 6 }), ['managerAfter'])
    assert.deepEqual(problemsOf({ closesAfter: 10 }), ['closesAfter'])
    assert.deepEqual(problemsOf({ remindAhead: null }), [])
  })

  test('days are whole, from none to four months, and every wrong one is told', () => {
    assert.deepEqual(problemsOf({ askAhead: 1.5, graceDays: -1, closesAfter: MOST_DAYS + 1 }), [
      'askAhead',
      'graceDays',
      'closesAfter',
    ])
    assert.deepEqual(problemsOf({ askAhead: Number.NaN }), ['askAhead'])
  })
})
