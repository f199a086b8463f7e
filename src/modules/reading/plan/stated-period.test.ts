import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { longPeriod } from '../../../kernel/period.ts'
import { statedPeriod } from './stated-period.ts'

describe('a period the plan states outright', () => {
  for (const [text, period] of [
    ['This plan covers 1 September 2025 to 31 August 2026.', '1 September 2025 to 31 August 2026'],
    ['Delivery plan, November 2025 – October 2026', '1 November 2025 to 31 October 2026'],
    ['The strategy runs from 1st April 2026 until 31st March 2029.', '1 April 2026 to 31 March 2029'],
    ['For the year 01/03/2027 - 29/02/2028', '1 March 2027 to 29 February 2028'],
  ] as const) {
    it(`is read from “${text}”`, () => {
      const found = statedPeriod(text)
      assert.equal(found && longPeriod(found.period), period)
      assert.ok(found && text.includes(found.words))
    })
  }

  for (const text of [
    'Between 1 April 2024 to 31 March 2025 the team met 340 families.',
    'The plan was agreed on 1 April 2025 and reviewed on 31 March 2026.',
    'This plan covers 31 March 2026 to 1 April 2025.',
    'The year opens with a festival, 3 June 2026 to 9 June 2026.',
    'This plan covers 2025 to 2026.',
    'This plan covers September to August 2026.',
  ]) {
    it(`is not read into “${text}”`, () => {
      assert.equal(statedPeriod(text), null)
    })
  }

  it('survives a day that no calendar has', () => {
    assert.doesNotThrow(() => statedPeriod('This plan covers 29 February 2025 to 31 January 2026.'))
  })
})
