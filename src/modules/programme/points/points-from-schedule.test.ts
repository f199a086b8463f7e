import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { period } from '../../../kernel/period.ts'
import type { TimescaleReading } from '../../reading/index.ts'
import { pointsFromSchedule } from './points-from-schedule.ts'

const year = period('2026-04-01', '2027-04-01')
const timescale = (but: Partial<TimescaleReading>): TimescaleReading => ({
  text: 'as the test says',
  kind: 'once',
  due: [],
  confidence: 'sure',
  notes: [],
  ...but,
})
const days = (of: Partial<TimescaleReading>) =>
  pointsFromSchedule(timescale(of), year, 'quarterly').map(({ on }) => on.toString())

describe('duties to report made from a timescale', () => {
  it('each named date is one duty, in order and once', () => {
    const due = ['2027-02-28', '2026-09-30', '2027-02-28'].map((on) => ({ on, precision: 'month' as const }))
    assert.deepEqual(days({ kind: 'recurring', due }), ['2026-09-30', '2027-02-28'])
  })

  it('ongoing work reports at the end of each quarter of the plan', () => {
    assert.deepEqual(days({ kind: 'ongoing' }), ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'])
  })

  it('ongoing work that starts later does not report before it starts', () => {
    assert.deepEqual(days({ kind: 'ongoing', starts: '2026-11-01' }), ['2026-12-31', '2027-03-31'])
  })

  it('a plan shorter than a quarter reports on its last day', () => {
    const term = period('2026-04-01', '2026-06-01')
    const points = pointsFromSchedule(timescale({ kind: 'ongoing' }), term, 'quarterly')
    assert.deepEqual(
      points.map(({ on }) => on.toString()),
      ['2026-05-31'],
    )
  })

  it('a date after the end of the plan is kept, not dropped', () => {
    assert.deepEqual(days({ due: [{ on: '2028-01-31', precision: 'month' }] }), ['2028-01-31'])
  })

  it('work without a date reports in the rhythm of the plan, and no such duty can make it late', () => {
    for (const undated of [timescale({ kind: 'unknown' }), timescale({ kind: 'relative' }), null]) {
      const points = pointsFromSchedule(undated, year, 'half-yearly')
      assert.deepEqual(
        points.map(({ on, origin }) => [on.toString(), origin]),
        [
          ['2026-09-30', 'rhythm'],
          ['2027-03-31', 'rhythm'],
        ],
      )
    }
  })

  it('a rhythm of months ends on the last day of each, February of a leap year too', () => {
    const points = pointsFromSchedule(null, period('2027-04-01', '2028-04-01'), 'monthly').map(({ on }) =>
      on.toString(),
    )
    assert.equal(points.length, 12)
    assert.ok(points.includes('2028-02-29'))
    assert.deepEqual(
      pointsFromSchedule(null, year, 'yearly').map(({ on }) => on.toString()),
      ['2027-03-31'],
    )
  })
})
