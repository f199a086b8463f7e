import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { matrixInWords, ratingMatrix } from './rating-matrix.ts'

const anyKey = fc.constantFrom(null, ...DEFAULT_RATING_SCHEME.ratings.map(({ key }) => key))
const anyPairs = fc.array(fc.record({ progress: anyKey, impact: anyKey, count: fc.nat(50) }))
const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

describe('progress by impact', () => {
  test('every action stands in one cell: rows, columns and cells add up to the total', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const { total, rows, columns } = ratingMatrix(DEFAULT_RATING_SCHEME, pairs)
        assert.equal(total, sum(pairs))
        assert.equal(sum(rows), total)
        assert.equal(sum(columns), total)
        for (const row of rows) assert.equal(sum(row.cells), row.count)
      }),
    )
  })

  test('the sentence above it counts every action once', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const [total = 0, ...parts] = (matrixInWords(DEFAULT_RATING_SCHEME, pairs).match(/\d+/g) ?? []).map(Number)
        assert.equal(
          parts.reduce((all, part) => all + part, 0),
          total,
        )
      }),
    )
  })

  test('what is not due and what is not rated come last, apart from the colours that judge', () => {
    const { rows } = ratingMatrix(DEFAULT_RATING_SCHEME, [])
    assert.deepEqual(
      rows.map(({ progress }) => progress),
      ['red', 'amber', 'green', 'blue', 'grey', 'not-rated'],
    )
  })
})
