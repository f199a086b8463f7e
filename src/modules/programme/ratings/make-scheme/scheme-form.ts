import { type Form, words } from '../../../../platform/http/form.ts'
import type { RatingScheme } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import type { TypedColour, TypedScheme } from './check-scheme.ts'

const KEYS: readonly RatingKey[] = ['red', 'amber', 'grey', 'green', 'blue']
const UNUSED_SHAPES = { red: 'diamond', amber: 'triangle', grey: 'ring', green: 'circle', blue: 'square' } as const

/** What the boxes hold when a scheme is begun from another. */
export function typedOf({ name, ratings }: Pick<RatingScheme, 'name' | 'ratings'>): TypedScheme {
  return {
    name,
    colours: KEYS.map((key): TypedColour => {
      const rating = ratings.find((of) => of.key === key)
      return rating ? { ...rating, isUsed: true } : unused(key)
    }),
  }
}

function unused(key: RatingKey): TypedColour {
  const nothing = { name: '', letter: '', meaning: '', processRule: '', impactRule: '', performanceRule: '' }
  return { key, isUsed: false, ...nothing, shape: UNUSED_SHAPES[key], needsEvidence: false, recoveryFor: 'none' }
}

export function typedFrom(form: Form): TypedScheme {
  return {
    name: words(form, 'name'),
    colours: KEYS.map((key) => ({
      key,
      isUsed: words(form, `${key}-used`) === 'yes',
      name: words(form, `${key}-name`),
      letter: words(form, `${key}-letter`),
      shape: words(form, `${key}-shape`),
      meaning: words(form, `${key}-meaning`),
      needsEvidence: words(form, `${key}-evidence`) === 'yes',
      recoveryFor: words(form, `${key}-recovery`),
      processRule: words(form, `${key}-process`),
      impactRule: words(form, `${key}-impact`),
      performanceRule: words(form, `${key}-performance`),
    })),
  }
}
