import type { ActionId } from '../../../kernel/id.ts'
import type { Action } from '../plan.ts'

type Placed = Pick<Action, 'id' | 'partId'>

/**
 * The order of a plan's actions with one more among them: right after the action it was split off from while both stand under the same
 * part, else as the last of its part, else at the end.
 */
export function placeFor(added: Placed, fromId: ActionId | null, standing: readonly Placed[]): readonly ActionId[] {
  const siblings = standing.filter(({ partId }) => partId === added.partId)
  const after = siblings.find(({ id }) => id === fromId) ?? siblings.at(-1) ?? standing.at(-1)
  const at = after ? standing.indexOf(after) + 1 : 0
  return standing.toSpliced(at, 0, added).map(({ id }) => id)
}
