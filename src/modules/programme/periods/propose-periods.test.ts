import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day, isBefore } from '../../../kernel/day.ts'
import { period } from '../../../kernel/period.ts'
import { REPORTING_RHYTHMS } from '../asking/asking-rules.ts'
import { notYetThere, type PeriodWords, periodsByMeetings, periodsByRhythm } from './propose-periods.ts'

const YEAR = period('2014-04-01', '2015-04-01')
const told = (periods: readonly PeriodWords[]) =>
  periods.map(({ name, within, asAt }) => `${name} | ${within.starts} to ${within.endsBefore} | ${asAt}`)

describe('the periods a plan could have', () => {
  test('by quarters, each named by its months and reported on when the days of grace are over', () => {
    assert.deepEqual(told(periodsByRhythm(YEAR, 'quarterly', 5)), [
      'Quarter 1: April to June 2014 | 2014-04-01 to 2014-07-01 | 2014-07-05',
      'Quarter 2: July to September 2014 | 2014-07-01 to 2014-10-01 | 2014-10-05',
      'Quarter 3: October to December 2014 | 2014-10-01 to 2015-01-01 | 2015-01-05',
      'Quarter 4: January to March 2015 | 2015-01-01 to 2015-04-01 | 2015-04-05',
    ])
  })

  test('by months over a leap day, and by halves over the new year', () => {
    const leap = periodsByRhythm(period('2016-01-31', '2016-04-01'), 'monthly', 0)
    assert.deepEqual(told(leap), [
      'January 2016 | 2016-01-31 to 2016-02-29 | 2016-02-28',
      'February 2016 | 2016-02-29 to 2016-03-31 | 2016-03-30',
      'March 2016 | 2016-03-31 to 2016-04-01 | 2016-03-31',
    ])
    assert.match(
      told(periodsByRhythm(YEAR, 'half-yearly', 0)).join(),
      /Half 2: October 2014 to March 2015 \| 2014-10-01 to 2015-04-01/,
    )
  })

  test('by meetings, each ends on the day its papers close', () => {
    const meetings = [
      { on: day('2014-07-10'), papersOn: day('2014-07-03') },
      { on: day('2014-06-10'), papersOn: day('2014-06-03') },
      { on: day('2014-03-10'), papersOn: day('2014-03-03') },
    ]
    assert.deepEqual(told(periodsByMeetings(YEAR, meetings)), [
      'For the meeting of 10 June 2014 | 2014-04-01 to 2014-06-04 | 2014-06-03',
      'For the meeting of 10 July 2014 | 2014-06-04 to 2014-07-04 | 2014-07-03',
    ])
    assert.deepEqual(periodsByMeetings(YEAR, []), [])
  })

  test('those the plan has already are not proposed again', () => {
    const quarters = periodsByRhythm(YEAR, 'quarterly', 5)
    assert.equal(notYetThere(quarters, quarters.slice(0, 3)).length, 1)
  })

  test('together they hold every day of the plan once', () => {
    const plans = fc
      .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 1500 }))
      .map(([after, days]) => {
        const starts = day('2012-01-01').add({ days: after })
        return period(starts, starts.add({ days }))
      })
    fc.assert(
      fc.property(plans, fc.constantFrom(...REPORTING_RHYTHMS), (plan, rhythm) => {
        const periods = periodsByRhythm(plan, rhythm, 5)
        assert.equal(String(periods[0]?.within.starts), String(plan.starts))
        assert.equal(String(periods.at(-1)?.within.endsBefore), String(plan.endsBefore))
        for (const [at, { within }] of periods.entries()) {
          assert.ok(isBefore(within.starts, within.endsBefore))
          const next = periods[at + 1]
          if (next) assert.equal(String(next.within.starts), String(within.endsBefore))
        }
        assert.equal(new Set(periods.map(({ name }) => name)).size, periods.length)
      }),
    )
  })
})
