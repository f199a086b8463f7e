import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEFAULT_RATING_SCHEME } from './default-rating-scheme.ts'

describe('the default rating scheme', () => {
  const { ratings } = DEFAULT_RATING_SCHEME

  it('has each of the five colours once, the worst first', () => {
    assert.deepEqual(
      ratings.map(({ key }) => key),
      ['red', 'amber', 'grey', 'green', 'blue'],
    )
  })

  it('tells each colour apart by name and by every rule', () => {
    for (const words of ['name', 'processRule', 'impactRule', 'performanceRule'] as const) {
      assert.equal(new Set(ratings.map((rating) => rating[words])).size, 5, words)
    }
  })

  it('keeps each rule to one sentence that fits beside a radio button', () => {
    for (const { processRule, impactRule, performanceRule } of ratings) {
      for (const rule of [processRule, impactRule, performanceRule]) {
        assert.match(rule, /^[A-Z][^.]*\.$/)
        assert.ok(rule.length <= 90, rule)
      }
    }
  })

  it('asks blue for evidence', () => {
    assert.match(ratings.find(({ key }) => key === 'blue')?.impactRule ?? '', /evidence/)
  })
})
