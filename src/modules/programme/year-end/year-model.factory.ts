import type { ActionId, PlanId } from '../../../kernel/id.ts'
import type { DisposalKind } from './disposal.ts'

/** What must be true of one action, whatever was done to its plan. */
export type ActionModel = {
  ref: string
  ending: DisposalKind | null
  /** every narrative the chair has accepted, the oldest first */
  readonly accepted: string[]
}

/** A plan as plain values: what a board would write down on paper while the year goes by. */
export type YearModel = {
  readonly planId: PlanId
  readonly actions: Map<ActionId, ActionModel>
  isClosed: boolean
  /** actions that the next plans were made from */
  readonly carried: Set<ActionId>
}

export function aYearModel(planId: PlanId, actions: readonly { id: ActionId; ref: string | null }[]): YearModel {
  return {
    planId,
    actions: new Map(actions.map(({ id, ref }) => [id, newcomer(ref ?? '')])),
    isClosed: false,
    carried: new Set(),
  }
}

/** An action nothing has happened to yet. */
export function newcomer(ref: string): ActionModel {
  return { ref, ending: null, accepted: [] }
}
