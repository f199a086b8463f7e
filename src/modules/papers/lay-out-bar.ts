import type { Print } from './lay-out-paper.ts'
import type { PaperRatingBar } from './paper.ts'
import { type BarSegment, barInWords, countAll, segmentsOf } from './rating-bar.ts'
import { shorten } from './shorten.ts'

export type BarSheet = {
  readonly kind: 'rating-bar'
  readonly title: string
  readonly inWords: string
  readonly counted: string
  readonly all: number
  readonly allShare: string
  readonly segments: readonly BarSegment[]
}

/** @throws RangeError when a count is not a whole number from 0 */
export function layOutBar(bar: PaperRatingBar, print: Print): BarSheet {
  const nameOf = (name: string) => print(name, 30).replace(/\s+/g, ' ')
  const clean: PaperRatingBar = {
    ...bar,
    title: print(bar.title, 60),
    counts: bar.counts.map(({ rating, count }) => ({ rating: { ...rating, name: nameOf(rating.name) }, count })),
    ...(bar.counted === undefined ? {} : { counted: nameOf(bar.counted) }),
  }
  return {
    kind: 'rating-bar',
    title: clean.title,
    inWords: shorten(barInWords(clean), 2000),
    counted: clean.counted ?? '',
    all: countAll(clean),
    allShare: countAll(clean) === 0 ? '–' : '100%',
    segments: segmentsOf(clean),
  }
}
