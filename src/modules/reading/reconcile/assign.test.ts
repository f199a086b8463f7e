import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, type Candidate } from './assign.ts'

const candidates = fc.uniqueArray(
  fc.record({ left: fc.nat(5), right: fc.nat(5), worth: fc.integer({ min: 1, max: 20 }) }),
  { selector: ({ left, right }) => `${left} ${right}`, maxLength: 20 },
)

test('no other choice of pairs is worth more, and nobody is in two pairs', () => {
  fc.assert(
    fc.property(candidates, (given) => {
      const chosen = [...assign(6, 6, given)].flatMap((at, left) => {
        const pair = given[at]
        if (pair) assert.equal(pair.left, left)
        return pair ? [pair] : []
      })
      assert.equal(new Set(chosen.map(({ right }) => right)).size, chosen.length)
      assert.equal(worthOf(chosen), bestWorth(given, 0, new Set()))
    }),
    { numRuns: 500 },
  )
})

test('with nothing to choose from, everybody stays alone', () => {
  assert.deepEqual([...assign(3, 0, [])], [-1, -1, -1])
  assert.deepEqual([...assign(0, 3, [])], [])
})

function worthOf(pairs: readonly Candidate[]): number {
  return pairs.reduce((sum, { worth }) => sum + worth, 0)
}

/** By trying every choice. */
function bestWorth(given: readonly Candidate[], left: number, taken: ReadonlySet<number>): number {
  if (left > 5) return 0
  const options = given
    .filter((each) => each.left === left && !taken.has(each.right))
    .map(({ right, worth }) => worth + bestWorth(given, left + 1, new Set([...taken, right])))
  return Math.max(bestWorth(given, left + 1, taken), ...options)
}
