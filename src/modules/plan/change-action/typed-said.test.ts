import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DISPOSAL_KINDS, disposalMeant, type RatingReading } from '../../reading/index.ts'
import { DEFAULT_RATING_SCHEME } from '../default-rating-scheme.ts'
import { NOTHING_SAID, type SaidInDocument } from '../plan.ts'
import { AS_WORDS, colourChoices, NONE, saidAsTyped, type TypedSaid, typedFrom } from './typed-said.ts'

const { ratings } = DEFAULT_RATING_SCHEME
const correct = (before: SaidInDocument, typed: Partial<TypedSaid>) =>
  saidAsTyped({ ...typedFrom(before), ...typed }, before, ratings)

const words = fc.constantFrom(
  'Amber',
  'Delayed',
  'red and green',
  'shaded blue',
  'Completed in May',
  'c/f to 2015',
  'Hubs',
)
const rating: fc.Arbitrary<RatingReading | null> = fc.option(
  fc.record(
    { text: words, key: fc.constantFrom('blue', 'red', 'amber', 'green', 'grey', null), meaning: fc.constant('Late') },
    { requiredKeys: ['text', 'key'], noNullPrototype: true },
  ),
  { nil: null },
)
const said: fc.Arbitrary<SaidInDocument> = fc
  .record(
    {
      narrative: fc.option(words, { nil: null }),
      kind: fc.option(fc.constantFrom(...DISPOSAL_KINDS), { nil: null }),
      progressRating: rating,
      impactRating: rating,
    },
    { noNullPrototype: true },
  )
  .map(({ kind, ...rest }) => ({ ...rest, disposal: disposalMeant(rest.narrative, kind) }))

describe('what a document said, as the form of its action tells it', () => {
  test('a form sent back as it came changes nothing', () => {
    fc.assert(fc.property(said, (before) => assert.deepEqual(correct(before, {}), before)))
  })

  test('new words have the colour they name, until one is chosen beside them', () => {
    const amber = correct(NOTHING_SAID, { progressWords: 'Amber' })
    assert.deepEqual(amber.progressRating, { text: 'Amber', key: 'amber' })
    assert.deepEqual(correct(amber, { progressWords: 'Green' }).progressRating, { text: 'Green', key: 'green' })
    const chosen = correct(amber, { progressWords: 'Delayed', progressColour: 'red' })
    assert.deepEqual(chosen.progressRating, { text: 'Delayed', key: 'red' })
    assert.deepEqual(correct(amber, { progressColour: NONE }).progressRating, { text: 'Amber', key: null })
    assert.deepEqual(correct(chosen, { progressColour: AS_WORDS }).progressRating, { text: 'Delayed', key: null })
  })

  test('a colour without words is its own word; neither is no rating', () => {
    assert.deepEqual(correct(NOTHING_SAID, { impactColour: 'grey' }).impactRating, { text: 'Grey', key: 'grey' })
    assert.equal(correct(NOTHING_SAID, { impactWords: '', impactColour: NONE }).impactRating, null)
  })

  test('a colour that nobody offered is not taken', () => {
    assert.deepEqual(correct(NOTHING_SAID, { impactWords: 'Fine', impactColour: 'constructor' }).impactRating, {
      text: 'Fine',
      key: null,
    })
    const some = ratings.filter(({ key }) => key !== 'blue')
    const blue = { text: 'Done', key: 'blue' as const }
    const offered = (standing: RatingReading | null) => colourChoices(some, standing).map(({ value }) => value)
    assert.ok(!offered(null).includes('blue'))
    assert.ok(offered(blue).includes('blue'), 'a colour that the plan has no more can still be left as it is')
  })

  test('what the document’s key says of a colour goes with the colour', () => {
    const rated = { ...NOTHING_SAID, progressRating: { text: 'A', key: 'amber' as const, meaning: 'Some delay' } }
    assert.equal(correct(rated, { progressWords: 'Amber' }).progressRating?.meaning, 'Some delay')
    assert.deepEqual(correct(rated, { progressColour: 'red' }).progressRating, { text: 'A', key: 'red' })
  })

  test('an ending is the one its words state, or the one that was told', () => {
    const done = correct(NOTHING_SAID, { narrative: 'Completed in May' })
    assert.deepEqual(done.disposal, { kind: 'completed', words: 'Completed' })
    assert.deepEqual(correct(done, { ending: 'merged' }).disposal, { kind: 'merged', words: '' })
    assert.equal(correct(done, { ending: NONE }).disposal, null)
    assert.equal(correct(done, { narrative: 'c/f to next year' }).disposal?.kind, 'carried-forward')
  })
})
