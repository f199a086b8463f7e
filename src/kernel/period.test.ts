import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { day } from './day.ts'
import { includes, lastDay, longPeriod, period } from './period.ts'

const year = period('2014-04-01', '2015-04-01')

describe('a period', () => {
  it('holds its first day and its last, and not the day after', () => {
    assert.equal(includes(year, day('2014-04-01')), true)
    assert.equal(includes(year, day('2015-03-31')), true)
    assert.equal(includes(year, day('2015-04-01')), false)
    assert.equal(includes(year, day('2014-03-31')), false)
  })

  it('is written with its last day', () => {
    assert.equal(lastDay(year).toString(), '2015-03-31')
    assert.equal(longPeriod(year), '1 April 2014 to 31 March 2015')
  })

  it('that would hold no day is refused', () => {
    assert.throws(() => period('2015-04-01', '2015-04-01'), RangeError)
    assert.throws(() => period('2015-04-01', '2014-04-01'), RangeError)
  })
})
