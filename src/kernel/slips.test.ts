import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { slips } from './slips.ts'

test('a letter missing, added, changed or swapped with its neighbour is one slip', () => {
  for (const word of ['plya', 'pla', 'plays', 'plax']) assert.equal(slips('play', word, 2), 1, word)
  assert.equal(slips('play', 'play', 2), 0)
  assert.equal(slips('play', 'yalp', 2), 3)
})

test('slips are the same both ways, and none only between equal words', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/)
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(slips(one, other, 9), slips(other, one, 9))
      assert.equal(slips(one, other, 9) === 0, one === other)
    }),
  )
})
