import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { rollUp } from './roll-up.ts'

const anyRating = fc.constantFrom(null, ...DEFAULT_RATING_SCHEME.ratings.map(({ key }) => key))

test('every action is counted once: the colours and the not rated add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyRating), (ratings) => {
      const { total, counts, notRated } = rollUp(DEFAULT_RATING_SCHEME, ratings)
      assert.equal(total, ratings.length)
      assert.equal(
        counts.reduce((sum, { count }) => sum + count, notRated),
        total,
      )
    }),
  )
})

test('the worst comes first, and an action never rated is no colour at all', () => {
  assert.deepEqual(rollUp(DEFAULT_RATING_SCHEME, ['green', null, 'red', null]), {
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
