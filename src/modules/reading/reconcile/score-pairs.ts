import type { Comparable, ComparableRow } from './comparable.ts'
import type { Likely } from './find-candidates.ts'
import type { Places } from './place-and-order.ts'
import { shareOf, type Weigh } from './weigh-words.ts'
import { plainWords } from './words.ts'

/** What each kind of evidence may add to the likeness of two texts, which counts 1 by itself. */
export const WEIGHTS = { place: 0.15, order: 0.1, measure: 0.08, lead: 0.05, ref: 0.03 } as const
/** What two rows must reach together to be one pair at all. */
export const FLOOR = 0.6

/** How alike two rows are, each kind of evidence by itself; null where one of them says nothing. */
export type Likeness = Likely & {
  readonly place: number | null
  readonly order: number
  readonly measure: number | null
  readonly lead: number | null
  readonly sameRef: boolean | null
  readonly score: number
}

/** Weighs all the evidence for each pair that its words make possible. */
export function scorePairs(
  { rows: plan }: Pick<Comparable, 'rows'>,
  { rows: report }: Pick<Comparable, 'rows'>,
  weigh: Weigh,
  places: Places,
  candidates: readonly Likely[],
): readonly Likeness[] {
  const planSide = plan.map((row) => sideOf(row, weigh))
  const reportSide = report.map((row) => sideOf(row, weigh))
  return candidates.flatMap((likely) => {
    const [a, b] = [planSide[likely.plan], reportSide[likely.report]]
    if (!a || !b) return []
    const evidence = {
      place: places.place(likely.plan, likely.report),
      order: places.order(likely.plan, likely.report),
      measure: shareOf(a.measure, b.measure),
      lead: shareOf(a.lead, b.lead),
      sameRef: a.ref === null || b.ref === null ? null : a.ref === b.ref,
    }
    const score =
      likely.text +
      WEIGHTS.place * (evidence.place ?? 0.5) +
      WEIGHTS.order * (0.5 + places.orderliness * (evidence.order - 0.5)) +
      WEIGHTS.measure * (evidence.measure ?? 0.5) +
      WEIGHTS.lead * (evidence.lead ?? 0.5) +
      WEIGHTS.ref * (evidence.sameRef === true ? 1 : 0)
    return [{ ...likely, ...evidence, score }]
  })
}

function sideOf({ measure, leadWords, ref }: ComparableRow, weigh: Weigh) {
  return { measure: weigh(measure ?? ''), lead: weigh(leadWords ?? ''), ref: plainRef(ref) }
}

/** A reference without its manner: "1.10." and "1.10" are one, "1.1" is another. */
export function plainRef(ref: string | null): string | null {
  const plain = plainWords(ref ?? '').join('.')
  return plain === '' ? null : plain
}
