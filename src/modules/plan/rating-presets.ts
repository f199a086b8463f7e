import type { RatingKey } from '../reading/index.ts'
import { DEFAULT_RATING_SCHEME } from './default-rating-scheme.ts'
import type { RatingRule } from './rating-scheme.ts'

export const PRESET_KINDS = ['five-colours', 'three-colours', 'four-colours-suspended', 'five-words'] as const
export type PresetKind = (typeof PRESET_KINDS)[number]

type Preset = { readonly name: string; readonly ratings: readonly RatingRule[] }

const usual = (key: RatingKey): readonly RatingRule[] => DEFAULT_RATING_SCHEME.ratings.filter((of) => of.key === key)
const called = (key: RatingKey, name: string, letter: string): readonly RatingRule[] =>
  usual(key).map((rating) => ({ ...rating, name, letter }))

const SUSPENDED: readonly RatingRule[] = usual('blue').map((rating) => ({
  ...rating,
  name: 'Suspended',
  letter: 'S',
  meaning: 'suspended',
  needsEvidence: false,
  processRule: 'The work is stopped for now, by a decision with a name to it.',
  impactRule: 'No difference is looked for while the work is stopped.',
  performanceRule: 'The figure is not judged while the work is stopped.',
}))

/** The schemes every partnership can choose from, each worst first. */
export const RATING_PRESETS: Readonly<Record<PresetKind, Preset>> = {
  'five-colours': DEFAULT_RATING_SCHEME,
  'three-colours': {
    name: 'Red, amber, green',
    ratings: [...usual('red'), ...usual('amber'), ...usual('green')],
  },
  'four-colours-suspended': {
    name: 'Red, amber, green, with blue for suspended',
    ratings: [...usual('red'), ...usual('amber'), ...SUSPENDED, ...usual('green')],
  },
  'five-words': {
    name: 'Five words',
    ratings: [
      ...called('red', 'Well behind', 'W'),
      ...called('amber', 'A little behind', 'L'),
      ...called('grey', 'Not begun', 'N'),
      ...called('green', 'Going well', 'G'),
      ...called('blue', 'Done', 'D'),
    ],
  },
}

export function isPresetKind(text: string): text is PresetKind {
  return PRESET_KINDS.some((kind) => kind === text)
}
