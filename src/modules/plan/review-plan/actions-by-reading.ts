import type { PlanReading } from '../../reading/index.ts'
import type { Action } from '../plan.ts'

/**
 * The draft's action for each action of its reading, by the reading's own id ("a12"). Actions made before this was kept stand in the
 * order they were read.
 */
export function actionsByReading<Known extends Pick<Action, 'id' | 'source'>>(
  actions: readonly Known[],
  reading: Pick<PlanReading, 'actions'> | null,
): ReadonlyMap<string, Known> {
  const knows = actions.some(({ source }) => source?.read !== undefined)
  const pairs = knows
    ? actions.flatMap((action): [string, Known][] => (action.source?.read ? [[action.source.read, action]] : []))
    : (reading?.actions ?? []).flatMap(({ id }, at): [string, Known][] => (actions[at] ? [[id, actions[at]]] : []))
  return new Map(pairs.reverse())
}
