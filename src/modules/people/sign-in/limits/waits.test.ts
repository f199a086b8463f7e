import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { TRIES_BEFORE_A_WAIT, waitInWords, waitSeconds } from './waits.ts'

describe('the waits of an account that is tried too often', () => {
  test('whoever mistypes a few times does not wait', () => {
    for (let count = 1; count < TRIES_BEFORE_A_WAIT; count++) assert.equal(waitSeconds(count), 0)
  })

  test('then a minute, and twice as long each time, an hour at most', () => {
    assert.deepEqual([5, 6, 7, 10, 11, 12, 1000].map(waitSeconds), [60, 120, 240, 1920, 3600, 3600, 3600])
  })

  test('no try makes a wait shorter', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), (count) => waitSeconds(count + 1) >= waitSeconds(count)))
  })

  test('a day of trying gives fewer than forty guesses', () => {
    let [seconds, tries] = [0, 0]
    while (seconds < 24 * 60 * 60) seconds += waitSeconds(++tries)
    assert.ok(tries < 40, `${tries}`)
  })

  test('whoever waits as long as is said has waited enough', () => {
    assert.deepEqual([1, 59, 60, 61, 3600].map(waitInWords), [
      '1 second',
      '59 seconds',
      '1 minute',
      '2 minutes',
      '60 minutes',
    ])
  })
})
