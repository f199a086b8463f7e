import { capital } from '../../../kernel/capital.ts'
import type { RatingKey, RatingReading } from '../plan-reading.ts'
import { NO_RECIPE, type Recipe, toldColour } from '../recipe.ts'
import { measureShade, nameOfShade } from './shade-name.ts'

const KEYS: readonly (readonly [RegExp, RatingKey])[] = [
  [/^blue$|^b$/, 'blue'],
  [/^red$|^r$/, 'red'],
  [/^amber$|^a$|^yellow$/, 'amber'],
  [/^green$|^g$/, 'green'],
  [/^gr[ae]y$/, 'grey'],
]
export const RATING_KEYS = ['blue', 'red', 'amber', 'green', 'grey'] as const satisfies readonly RatingKey[]
const COLOUR_IN_WORDS = /\b(blue|red|amber|yellow|green|gr[ae]y)\b/gi

/** The rating key a word stands for: "Amber", "RED", "G" alone; null for words that name no colour. */
export function toRatingKey(word: string): RatingKey | null {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  return KEYS.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

/**
 * A rating cell: its words, else its shade; an empty cell is no rating, and never Grey. A shade that is no colour of a rating is kept
 * with its name and rates nothing; white says nothing at all.
 *
 * @param recipe  what somebody told that a word or a shade means; it goes before what they suggest
 */
export function readRating(text: string, fill: string | null, recipe: Recipe = NO_RECIPE): RatingReading | null {
  if (text === '') return fill ? readShade(fill, recipe) : null
  const word = toldColour(recipe, text)
  if (word) return { text, key: word.key }
  return { text, key: keyInWords(text) ?? (fill ? keyTold(fill, recipe) : null) }
}

function readShade(fill: string, recipe: Recipe): RatingReading | null {
  const near = keyOfShade(fill)
  const told = toldColour(recipe, fill)
  if (told ? told.key === null : near === null && isNearlyWhite(fill)) return null
  return { text: `shaded ${near ?? nameOfShade(fill)}`, key: told ? told.key : near }
}

/** What the words of a rating cell say of its colour: "Rated blue" is blue; null where they name none or several. */
export function keyInWords(text: string): RatingKey | null {
  const colours = new Set([...text.matchAll(COLOUR_IN_WORDS)].map((found) => toRatingKey(found[0])))
  const named = colours.size === 1 ? [...colours][0] : null
  return toRatingKey(text) ?? named ?? null
}

function keyTold(fill: string, recipe: Recipe): RatingKey | null {
  const told = toldColour(recipe, fill)
  return told ? told.key : keyOfShade(fill)
}

/** Whether a shade is so pale that nobody takes it for a colour. */
export function isNearlyWhite(fill: string): boolean {
  const { brightest, isPlain } = measureShade(fill)
  return isPlain && brightest >= NEARLY_WHITE
}

/**
 * A rating as a person told it: the document's words, with a colour that they may not name, or with none. Where there are no words the
 * colour is its own word; with neither there is no rating.
 */
export function ratingMeant(text: string, key: RatingKey | null): RatingReading | null {
  if (text !== '') return { text, key }
  return key && { text: capital(key), key }
}

/** The rating a shade is nearest to; null for white, near-white, black, purple and pink, which rate nothing. */
export function keyOfShade(fill: string): RatingKey | null {
  const { hue, brightest, isPlain } = measureShade(fill)
  if (isPlain) return brightest < NEARLY_WHITE && brightest > NEARLY_BLACK ? 'grey' : null
  if (hue < 20 || hue >= 330) return 'red'
  if (hue < 66) return 'amber'
  if (hue < 170) return 'green'
  return hue < 265 ? 'blue' : null
}

/** Of the brightest of its three channels, from 0 to 255. */
const NEARLY_WHITE = 235
const NEARLY_BLACK = 90
