import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { oddPair } from './odd-pair.ts'

describe('two ratings that seldom go together', () => {
  test('work off track with its impact complete is asked about, in the plan’s own words', () => {
    assert.equal(
      oddPair(DEFAULT_RATING_SCHEME, { progress: 'red', impact: 'blue' }),
      'Progress is “Off track” and impact is “Complete”. What has made a lasting difference, when the work itself has slipped?',
    )
  })

  test('every pair of the usual five colours that is asked about', () => {
    const keys = DEFAULT_RATING_SCHEME.ratings.map(({ key }) => key)
    const odd = keys.flatMap((progress) =>
      keys.filter((impact) => oddPair(DEFAULT_RATING_SCHEME, { progress, impact })).map((of) => `${progress}/${of}`),
    )
    assert.deepEqual(odd, ['red/blue', 'amber/blue', 'grey/green', 'grey/blue'])
  })

  test('work that is complete without a difference yet is honest, and so is a rating not chosen yet', () => {
    assert.equal(oddPair(DEFAULT_RATING_SCHEME, { progress: 'blue', impact: 'red' }), null)
    assert.equal(oddPair(DEFAULT_RATING_SCHEME, { progress: 'red', impact: null }), null)
  })

  test('it asks by what colours mean: where blue says suspended, red with blue raises nothing', () => {
    const ratings = DEFAULT_RATING_SCHEME.ratings.map((rating) =>
      rating.key === 'blue' ? { ...rating, meaning: 'suspended' as const } : rating,
    )
    assert.equal(oddPair({ ratings }, { progress: 'red', impact: 'blue' }), null)
  })
})
