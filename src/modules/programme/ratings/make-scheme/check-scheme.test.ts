import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { RATING_PRESETS } from '../../../plan/rating-presets.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { checkScheme, type TypedColour } from './check-scheme.ts'
import { typedOf } from './scheme-form.ts'

const usual = typedOf(RATING_PRESETS['five-colours'])
const changed = (key: RatingKey, but: Partial<TypedColour>) => ({
  ...usual,
  colours: usual.colours.map((colour) => (colour.key === key ? { ...colour, ...but } : colour)),
})
const problemsOf = (typed: typeof usual) => {
  const checked = checkScheme(typed)
  return checked.ok ? [] : checked.refusal.problems.map(({ field, message }) => `${field}: ${message}`)
}

describe('a rating scheme of one’s own', () => {
  test('every scheme that everybody can choose passes its own check, worst first', () => {
    for (const preset of Object.values(RATING_PRESETS)) {
      const checked = checkScheme(typedOf(preset))
      assert.ok(checked.ok, preset.name)
      assert.deepEqual(checked.value.ratings, preset.ratings)
    }
  })

  for (const [what, typed, problem] of [
    ['without a name', { ...usual, name: '' }, 'name: Give the scheme a name'],
    ['a colour without a name', changed('red', { name: '' }), 'red-name: Give Red a name'],
    ['two letters', changed('red', { letter: 'RE' }), 'red-letter: Give Red one letter or figure'],
    [
      'a letter twice',
      changed('amber', { letter: 'r' }),
      'amber-letter: Red and Amber have the same letter: give each its own',
    ],
    [
      'a name twice',
      changed('blue', { name: 'on track' }),
      'blue-name: Green and Blue have the same name: give each its own',
    ],
    [
      'a shape twice',
      changed('grey', { shape: 'diamond' }),
      'grey-shape: Red and Grey have the same shape: give each its own',
    ],
    ['no shape there is', changed('grey', { shape: 'star' }), 'grey-shape: Choose a shape for Grey'],
    ['no meaning there is', changed('grey', { meaning: 'fine' }), 'grey-meaning: Choose what Grey means'],
    ['a rule not said', changed('red', { impactRule: '' }), 'red-impact: Say when Red is right for impact'],
    [
      'an end without evidence',
      changed('blue', { needsEvidence: false }),
      'blue-evidence: Blue closes an action, so it needs evidence',
    ],
    [
      'green for nothing known',
      changed('green', { meaning: 'unknown' }),
      'green-meaning: Green cannot stand for nothing known or not begun: no data is never green',
    ],
    [
      'a way back from on track',
      changed('green', { recoveryFor: 'progress' }),
      'green-recovery: Green leaves nothing to bring back, so it calls for no way back',
    ],
    [
      'nothing off track',
      changed('red', { isUsed: false }),
      'amber-meaning: One colour must mean off track: without it no board would be shown an exception',
    ],
  ] as const) {
    test(`${what} is refused in one sentence`, () => {
      assert.ok(problemsOf(typed).includes(problem), problemsOf(typed).join('; '))
    })
  }

  test('one colour is no scheme', () => {
    const one = { ...usual, colours: usual.colours.map((colour) => ({ ...colour, isUsed: colour.key === 'red' })) }
    assert.deepEqual(problemsOf(one), ['red-used: Use at least two colours'])
  })

  test('a colour that is not used is asked nothing', () => {
    assert.deepEqual(problemsOf(changed('grey', { isUsed: false, name: '', letter: '', meaning: '' })), [])
  })
})
