import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { momentToSend } from './quiet-hours.ts'
import { closedDays } from './working-days.ts'

const sentAt = (now: string) => momentToSend(Temporal.Instant.from(now), closedDays()).toString()

describe('quiet hours', () => {
  test('in the hours of a working day a message goes at once', () => {
    assert.equal(sentAt('2014-09-30T10:12:00Z'), '2014-09-30T10:12:00Z')
  })

  test('before eight it waits until eight, and from six in the evening until the next working day', () => {
    assert.equal(sentAt('2014-09-30T04:00:00Z'), '2014-09-30T07:00:00Z')
    assert.equal(sentAt('2014-09-30T17:00:00Z'), '2014-10-01T07:00:00Z')
    assert.equal(sentAt('2014-12-24T18:30:00Z'), '2014-12-29T08:00:00Z', 'over Christmas and a weekend')
  })

  test('eight is eight by the clocks of England on both sides of summer time', () => {
    assert.equal(sentAt('2014-03-28T19:00:00Z'), '2014-03-31T07:00:00Z', 'the clocks went forward on the Sunday')
    assert.equal(sentAt('2014-10-24T19:00:00Z'), '2014-10-27T08:00:00Z', 'they went back')
    assert.equal(sentAt('2015-03-29T00:30:00Z'), '2015-03-30T07:00:00Z')
  })
})
