import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rollUp, WORST_FIRST } from './roll-up.ts'

const anyRating = fc.constantFrom(null, ...WORST_FIRST)

test('every action is counted once: the colours and the not rated add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyRating), (ratings) => {
      const { total, counts, notRated } = rollUp(ratings)
      assert.equal(total, ratings.length)
      assert.equal(
        counts.reduce((sum, { count }) => sum + count, notRated),
        total,
      )
    }),
  )
})

test('the worst comes first, and an action never rated is no colour at all', () => {
  assert.deepEqual(rollUp(['green', null, 'red', null]), {
    total: 4,
    counts: [
      { key: 'red', count: 1 },
      { key: 'amber', count: 0 },
      { key: 'grey', count: 0 },
      { key: 'green', count: 1 },
      { key: 'blue', count: 0 },
    ],
    notRated: 2,
  })
})
