import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  day,
  dayOf,
  daysBetween,
  endOfDay,
  lastDayOfMonth,
  longDay,
  longMoment,
  parseDay,
  shortDay,
  shortMoment,
} from './day.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }))

describe('days and moments', () => {
  it('reads a day as a link writes it, and nothing else as one', () => {
    assert.equal(parseDay('2016-02-29')?.toString(), '2016-02-29')
    for (const wrong of [
      '2015-02-29',
      '2015-13-01',
      '1 May 2015',
      '2015-5-1',
      '2015-05-01T00:00',
      '0000-01-01',
      '9999-12-31',
      '',
    ]) {
      assert.equal(parseDay(wrong), null, wrong)
    }
  })

  it('a month falls due on its last day, leap years included', () => {
    assert.equal(lastDayOfMonth(2015, 2).toString(), '2015-02-28')
    assert.equal(lastDayOfMonth(2016, 2).toString(), '2016-02-29')
    assert.equal(lastDayOfMonth(2014, 9).toString(), '2014-09-30')
    assert.throws(() => lastDayOfMonth(2014, 13), RangeError)
  })

  it('the last moment of a day is still that day in England, and the next moment is tomorrow', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const end = endOfDay(any)
        assert.ok(dayOf(end).equals(any))
        assert.ok(dayOf(end.add({ milliseconds: 1 })).equals(any.add({ days: 1 })))
      }),
    )
  })

  it('a summer evening in Greenwich time is already tomorrow in England', () => {
    assert.equal(dayOf(Temporal.Instant.from('2015-06-30T23:30:00Z')).toString(), '2015-07-01')
    assert.equal(dayOf(Temporal.Instant.from('2015-12-31T23:30:00Z')).toString(), '2015-12-31')
  })

  it('counts whole days, also over the hour that summer takes', () => {
    assert.equal(daysBetween(day('2015-03-28'), day('2015-03-30')), 2)
    assert.equal(daysBetween(day('2015-03-30'), day('2015-03-28')), -2)
  })

  it('writes days in full for text and short for tables', () => {
    assert.equal(longDay(day('2014-09-30')), '30 September 2014')
    assert.equal(shortDay(day('2014-09-30')), '30 Sep 14')
    assert.equal(longMoment(Temporal.Instant.from('2014-07-01T08:05:00Z')), '1 July 2014 at 9:05')
    assert.equal(shortMoment(Temporal.Instant.from('2014-07-01T08:05:00Z')), '1 Jul 14, 9:05')
  })
})
