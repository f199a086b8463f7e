import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { DEFAULT_RATING_SCHEME } from '../../plan/default-rating-scheme.ts'
import { type RatingFacts, suggestRating as suggestIn } from './suggest-rating.ts'

const suggestRating = (of: RatingFacts) => suggestIn(of, DEFAULT_RATING_SCHEME)

const facts = (but: Partial<RatingFacts>): RatingFacts => ({
  today: day('2026-06-10'),
  firstDueOn: day('2026-06-30'),
  finalDueOn: day('2026-09-30'),
  unreportedSince: null,
  evidenceCount: 0,
  lastProgress: null,
  promisedOn: null,
  lateStep: null,
  ...but,
})

describe('what the facts suggest', () => {
  it('a step past its day and not done puts it at risk, and is named', () => {
    const late = suggestRating(facts({ lateStep: { name: 'Train staff', dueOn: day('2026-05-31') } }))
    assert.equal(late.rating, 'amber')
    assert.match(late.reason, /The step “Train staff” was due on 31 May 2026 and is not done\./)
  })

  it('an action past its last day is red, and the reason says by how much', () => {
    const late = suggestRating(facts({ today: day('2026-10-02') }))
    assert.equal(late.rating, 'red')
    assert.match(late.reason, /30 September 2026, 2 days ago/)
  })

  it('a missed update is amber', () => {
    assert.equal(suggestRating(facts({ unreportedSince: day('2026-05-31') })).rating, 'amber')
  })

  it('an action far from its first day, with nothing reported, is grey', () => {
    assert.equal(suggestRating(facts({ today: day('2026-01-10') })).rating, 'grey')
  })

  it('a promise to be back on track by a day that has passed is off track, whatever was reported since', () => {
    const broken = suggestRating(facts({ lastProgress: 'amber', promisedOn: day('2026-05-31') }))
    assert.equal(broken.rating, 'red')
    assert.match(broken.reason, /back on track by 31 May 2026, and that day has passed/)
    assert.equal(suggestRating(facts({ lastProgress: 'amber', promisedOn: day('2026-06-10') })).rating, null)
  })

  it('a scheme suggests with its own colours, and none where no colour means it', () => {
    const ratings = DEFAULT_RATING_SCHEME.ratings.filter(({ key }) => key !== 'red')
    const late = suggestIn(facts({ today: day('2026-10-02') }), { ratings })
    assert.equal(late.rating, null)
    assert.match(late.reason, /2 days ago/)
  })

  it('no date means no suggestion', () => {
    assert.equal(suggestRating(facts({ finalDueOn: null })).rating, null)
  })

  it('complete without evidence is questioned, not repeated', () => {
    assert.match(suggestRating(facts({ lastProgress: 'blue' })).reason, /without evidence/)
  })

  it('finished work is not called late after its day', () => {
    const finished = facts({ today: day('2027-01-10'), lastProgress: 'blue', evidenceCount: 2 })
    assert.equal(suggestRating(finished).rating, null)
    assert.match(suggestRating(finished).reason, /complete, with evidence/)
  })

  it('no data is never green, and facts alone never make blue', () => {
    const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => day('2025-01-01').add({ days }))
    fc.assert(
      fc.property(
        fc.record({
          today: anyDay,
          firstDueOn: fc.option(anyDay),
          finalDueOn: fc.option(anyDay),
          unreportedSince: fc.option(anyDay),
          evidenceCount: fc.nat(5),
          lastProgress: fc.constantFrom(null, 'blue', 'red', 'amber', 'green', 'grey'),
          promisedOn: fc.option(anyDay),
          lateStep: fc.option(fc.record({ name: fc.string(), dueOn: anyDay })),
        }),
        (any) => {
          const { rating, reason } = suggestRating(any)
          assert.ok(rating !== 'green' && rating !== 'blue')
          assert.ok(reason.endsWith('.'))
        },
      ),
    )
  })
})
