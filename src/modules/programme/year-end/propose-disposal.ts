import { means, type RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { DisposalKind } from './disposal.ts'

export type EndingFacts = {
  /** the latest update that was not sent back; null when none ever came */
  readonly latest: {
    readonly progress: RatingKey | null
    readonly impact: RatingKey | null
    readonly isAccepted: boolean
  } | null
  readonly evidenceCount: number
  /** whether the last day of the plan has passed: before it, whoever has not reported may still do so */
  readonly isYearOver: boolean
}

/**
 * The ending that the facts alone show; null where only people can say. Complete is proposed for what was accepted as
 * complete with evidence, and never for less; what nobody ever reported on is proposed
 * as that, once the year is over.
 */
export function proposeDisposal(
  scheme: Pick<RatingScheme, 'ratings'>,
  { latest, evidenceCount, isYearOver }: EndingFacts,
): DisposalKind | null {
  if (!latest) return isYearOver ? 'not-reported' : null
  if (!means(scheme, latest.progress, 'complete') || !latest.isAccepted || evidenceCount === 0) return null
  return means(scheme, latest.impact, 'complete') ? 'sustained' : 'completed'
}
