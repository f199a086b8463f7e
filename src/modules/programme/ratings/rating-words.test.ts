import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { ratingFinding } from './rating-words.ts'
import { rollUp } from './roll-up.ts'

const scheme = { id: 'any', ...DEFAULT_RATING_SCHEME }

test('a chart is headed by what it shows, with its denominator', () => {
  const finding = ratingFinding('Progress', scheme, rollUp(scheme, ['red', 'green', 'blue', null]))
  assert.equal(finding, 'Progress: 1 of 4 off track, 1 complete, 1 not rated')
})

test('nothing off track is said, not left out', () => {
  assert.equal(ratingFinding('Impact', scheme, rollUp(scheme, ['green'])), 'Impact: none of 1 off track, 0 complete')
})
