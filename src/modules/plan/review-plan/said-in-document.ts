import type { ActionReading, PlanReading } from '../../reading/index.ts'
import type { Action } from '../plan.ts'

/** What a document says of how an action went: shown on the review, and no update of ours. */
export type SaidInDocument = Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative' | 'disposal'>

/** By action, what its document says of how it went. A draft's actions stand in the order they were read. */
export function saidInDocument(
  actions: readonly Pick<Action, 'id'>[],
  reading: Pick<PlanReading, 'actions'> | null,
): ReadonlyMap<string, SaidInDocument> {
  return new Map(
    (reading?.actions ?? []).flatMap((read, at): [string, SaidInDocument][] => {
      const action = actions[at]
      return action && tells(read) ? [[action.id, read]] : []
    }),
  )
}

function tells({ progressRating, impactRating, narrative, disposal }: SaidInDocument): boolean {
  return progressRating !== null || impactRating !== null || narrative !== null || disposal !== null
}
