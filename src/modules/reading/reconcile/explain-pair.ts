import type { ComparableRow } from './comparable.ts'
import type { Chosen } from './pair-rows.ts'
import { saysTheSame } from './words.ts'

export type Confidence = 'sure' | 'likely' | 'unsure'
export type Explained = { readonly confidence: Confidence; readonly reasons: readonly string[] }

const SURE_TEXT = 0.72
const LIKELY_TEXT = 0.45
/** Nearer than this, another row could as well have been the one. */
const CLEAR_LEAD = 0.12

/** How far to trust a pair, and why, in words for whoever must believe it. */
export function explainPair(chosen: Chosen, plan: ComparableRow, report: ComparableRow): Explained {
  const lead = chosen.score - (chosen.nextBest?.score ?? 0)
  return {
    confidence: confidenceOf(chosen, lead),
    reasons: [
      wordsReason(chosen, plan, report),
      placeReason(chosen),
      ...orderReason(chosen),
      ...fieldReasons(chosen),
      ...rivalReason(chosen, lead),
    ],
  }
}

function confidenceOf({ text, place, order, nextBest }: Chosen, lead: number): Confidence {
  if (text >= SURE_TEXT && (nextBest === null || lead >= CLEAR_LEAD)) return 'sure'
  if (text >= SURE_TEXT) return 'likely'
  const around = (place ?? 0.5) >= 0.5 || order >= 0.7
  return text >= LIKELY_TEXT && lead >= CLEAR_LEAD && around ? 'likely' : 'unsure'
}

function wordsReason({ text }: Chosen, plan: ComparableRow, report: ComparableRow): string {
  if (saysTheSame(plan.text, report.text)) return 'The words are the same.'
  const share = Math.min(99, Math.round(100 * text))
  return `Its words are ${share}% alike, rare words counting most.`
}

function placeReason({ place }: Chosen): string {
  if (place === null) return 'No headings to compare.'
  if (place >= 0.8) return 'It stands under the same heading.'
  return place >= 0.4 ? 'It stands under a heading much like it.' : 'It stands under another heading.'
}

function orderReason({ order }: Chosen): readonly string[] {
  if (order >= 0.85) return ['It stands in the same order among its neighbours.']
  return order < 0.4 ? ['It stands elsewhere in the order.'] : []
}

function fieldReasons({ measure, lead, sameRef }: Chosen): readonly string[] {
  return [
    ...(measure === null
      ? []
      : measure >= 0.9
        ? ['The measure is the same.']
        : measure < 0.5
          ? ['The measure differs.']
          : []),
    ...(lead !== null && lead >= 0.9 ? ['The lead is the same.'] : []),
    ...(sameRef === false ? ['The reference changed, which counts for little.'] : []),
  ]
}

function rivalReason({ nextBest }: Chosen, lead: number): readonly string[] {
  return nextBest !== null && lead < CLEAR_LEAD
    ? ['Another row is nearly as like it; all rows together fit best this way.']
    : []
}
