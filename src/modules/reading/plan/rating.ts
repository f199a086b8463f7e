import type { RatingKey, RatingReading } from '../plan-reading.ts'

const KEYS: readonly (readonly [RegExp, RatingKey])[] = [
  [/^blue$|^b$/, 'blue'],
  [/^red$|^r$/, 'red'],
  [/^amber$|^a$|^yellow$/, 'amber'],
  [/^green$|^g$/, 'green'],
  [/^gr[ae]y$/, 'grey'],
]
const COLOUR_IN_WORDS = /\b(blue|red|amber|yellow|green|gr[ae]y)\b/gi

/** The rating key a word stands for: "Amber", "RED", "G" alone; null for words that name no colour. */
export function toRatingKey(word: string): RatingKey | null {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  return KEYS.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

/** A rating cell: its words, else its shade; an empty cell is no rating, and never Grey. */
export function readRating(text: string, fill: string | null): RatingReading | null {
  if (text !== '') {
    const colours = new Set([...text.matchAll(COLOUR_IN_WORDS)].map((found) => toRatingKey(found[0])))
    const named = colours.size === 1 ? [...colours][0] : null
    return { text, key: toRatingKey(text) ?? named ?? (fill ? keyOfShade(fill) : null) }
  }
  const key = fill ? keyOfShade(fill) : null
  return key ? { text: `shaded ${key}`, key } : null
}

/** The rating a shade is nearest to; null for white, near-white and black, which rate nothing. */
export function keyOfShade(fill: string): RatingKey | null {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
  const high = Math.max(red, green, blue)
  const low = Math.min(red, green, blue)
  if (high - low < 28) return high < 235 && high > 90 ? 'grey' : null
  const hue = hueOf(red, green, blue, high, high - low)
  if (hue < 20 || hue >= 330) return 'red'
  if (hue < 66) return 'amber'
  if (hue < 170) return 'green'
  return hue < 265 ? 'blue' : null
}

function hueOf(red: number, green: number, blue: number, high: number, spread: number): number {
  if (high === red) return (60 * ((green - blue) / spread) + 360) % 360
  return high === green ? 60 * ((blue - red) / spread) + 120 : 60 * ((red - green) / spread) + 240
}
