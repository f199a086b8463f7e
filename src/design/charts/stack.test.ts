import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { stack } from './stack.ts'

const counts = fc.array(fc.nat(500), { maxLength: 8 })

describe('a stacked bar', () => {
  test('gives each count its share of the line', () => {
    assert.deepEqual(
      stack([3, 0, 1], (count) => count, 100).map(({ count, from, size }) => [count, from, size]),
      [
        [3, 0, 75],
        [1, 75, 25],
      ],
    )
  })

  test('draws nothing for nought, and nothing at all for no counts', () => {
    assert.deepEqual(
      stack([0, 0], (count) => count, 100),
      [],
    )
    assert.deepEqual(
      stack([], () => 1, 100),
      [],
    )
  })

  test('always fills the line exactly, with no gap and no overlap', () => {
    fc.assert(
      fc.property(counts, (things) => {
        const placed = stack(things, (count) => count, 100)
        const end = placed.reduce((at, { from, size }) => {
          assert.ok(Math.abs(from - at) < 1e-9)
          return from + size
        }, 0)
        assert.ok(placed.length === 0 || Math.abs(end - 100) < 1e-9)
      }),
    )
  })

  test('leaves no count out', () => {
    fc.assert(
      fc.property(counts, (things) => {
        const drawn = stack(things, (count) => count, 100).reduce((sum, { count }) => sum + count, 0)
        assert.equal(
          drawn,
          things.reduce((sum, count) => sum + count, 0),
        )
      }),
    )
  })
})
