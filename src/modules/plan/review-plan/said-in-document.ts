import type { ActionReading, PlanReading } from '../../reading/index.ts'
import type { Action } from '../plan.ts'
import { actionsByReading } from './actions-by-reading.ts'

/** What a document says of how an action went: shown on the review, and no update of ours. */
export type SaidInDocument = Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative' | 'disposal'>

/** By action, what its document says of how it went. */
export function saidInDocument(
  actions: readonly Pick<Action, 'id' | 'source'>[],
  reading: Pick<PlanReading, 'actions'> | null,
): ReadonlyMap<string, SaidInDocument> {
  const readAs = actionsByReading(actions, reading)
  return new Map(
    (reading?.actions ?? []).flatMap((read): [string, SaidInDocument][] => {
      const action = readAs.get(read.id)
      return action && tells(read) ? [[action.id, read]] : []
    }),
  )
}

function tells({ progressRating, impactRating, narrative, disposal }: SaidInDocument): boolean {
  return progressRating !== null || impactRating !== null || narrative !== null || disposal !== null
}
