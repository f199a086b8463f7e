import type { RatingKey } from '../../reading/index.ts'
import type { DisposalKind } from './disposal.ts'

export type EndingFacts = {
  /** the latest update that was not sent back; null when none ever came */
  readonly latest: { readonly progress: RatingKey; readonly impact: RatingKey; readonly isAccepted: boolean } | null
  readonly evidenceCount: number
}

/**
 * The ending that the facts alone show; null where only people can say. Complete is proposed for what was accepted as
 * complete with evidence, and never for less; what nobody ever reported on is proposed as that.
 */
export function proposeDisposal({ latest, evidenceCount }: EndingFacts): DisposalKind | null {
  if (!latest) return 'not-reported'
  if (latest.progress !== 'blue' || !latest.isAccepted || evidenceCount === 0) return null
  return latest.impact === 'blue' ? 'sustained' : 'completed'
}
