import type { PaperRating, PaperRatingBar } from './paper.ts'

/** One stretch of the bar and one row of its table; `rating` null is what nobody has rated. */
export type BarSegment = {
  readonly rating: PaperRating | null
  readonly count: number
  /** whole per cent of all, half up: "67%"; "–" when nothing is counted */
  readonly share: string
  /** the figure to print on the bar itself, with its words where they fit; "" where it is too narrow */
  readonly label: string
}

const ROOM_FOR_FIGURE = 0.06
const ROOM_FOR_WORDS = 0.16

/**
 * The parts of a rating bar in the order given, with what is not rated last.
 *
 * @returns one segment per rating, zeros included, and one for `notRated`; the counts add up to `countAll`
 * @throws RangeError when a count is not a whole number from 0
 */
export function segmentsOf(bar: PaperRatingBar): readonly BarSegment[] {
  const all = countAll(bar)
  const parts = [...bar.counts, { rating: null, count: bar.notRated }]
  return parts.map(({ rating, count }) => ({
    rating,
    count,
    share: wholePercent(count, all),
    label: labelOf(rating, count, all),
  }))
}

export function countAll(bar: PaperRatingBar): number {
  const counts = [...bar.counts.map(({ count }) => count), bar.notRated]
  const wrong = counts.find((count) => !Number.isSafeInteger(count) || count < 0)
  if (wrong !== undefined) throw new RangeError(`A rating bar counts whole things, not ${wrong}`)
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The bar for those who hear the paper: "Progress: 82 actions, of which 55 Complete, 5 Off track, 22 not rated." */
export function barInWords(bar: PaperRatingBar): string {
  const all = countAll(bar)
  const what = bar.counted ?? 'in all'
  if (all === 0) return `${bar.title}: nothing to count.`
  const shown = segmentsOf(bar).filter(({ count }) => count > 0)
  const phrases = shown.map(({ rating, count }) => `${count} ${rating ? rating.name : 'not rated'}`)
  return `${bar.title}: ${all} ${what}, of which ${phrases.join(', ')}.`
}

function labelOf(rating: PaperRating | null, count: number, all: number): string {
  if (count < all * ROOM_FOR_FIGURE) return ''
  return rating === null && count >= all * ROOM_FOR_WORDS ? `Not rated ${count}` : String(count)
}

function wholePercent(part: number, all: number): string {
  if (all === 0) return '–'
  return `${Math.floor((200 * part + all) / (2 * all))}%`
}
