import type { ActionId } from '../../../kernel/id.ts'
import type { Action, Plan } from '../../plan/index.ts'
import type { Lateness } from '../points/late-doing.store.ts'
import { type Account, accountFor } from './account-for.ts'
import type { Closing, StandingDisposal } from './disposal.store.ts'
import { DISPOSAL_KINDS, type DisposalKind } from './disposal.ts'

export type EndedAction = {
  readonly id: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly ending: StandingDisposal | null
  /** what the facts show, where it has no ending yet */
  readonly proposal: DisposalKind | null
  /** the action of the next plan that it was carried into */
  readonly carriedInto: ActionId | null
  /** what is late of it, where it has no ending yet */
  readonly lateness: Lateness | null
}

export type YearEndView = {
  readonly plan: Plan
  readonly account: Account<EndedAction>
  readonly closing: Closing | null
  readonly proposed: number
  /** carried forward, and in no draft yet */
  readonly toCarry: number
  /** the ending whose actions are listed; "open" for those without, null for all */
  readonly shown: DisposalKind | 'open' | null
  readonly actions: readonly EndedAction[]
}

type Facts = {
  readonly plan: Plan
  readonly actions: readonly Pick<Action, 'id' | 'ref' | 'text' | 'leadWords'>[]
  readonly endings: ReadonlyMap<ActionId, StandingDisposal>
  readonly proposals: ReadonlyMap<ActionId, DisposalKind>
  readonly successors: ReadonlyMap<ActionId, ActionId>
  readonly lateness: ReadonlyMap<ActionId, Lateness>
  readonly closing: Closing | null
  readonly shown: string
}

/** Every action of the plan with its ending, or what is missing; and the account that adds up to the last row. */
export function yearEndView({
  plan,
  actions,
  endings,
  proposals,
  successors,
  lateness,
  closing,
  shown,
}: Facts): YearEndView {
  const ended = actions.map(
    ({ id, ref, text, leadWords }): EndedAction => ({
      id,
      ref,
      text,
      leadWords,
      ending: endings.get(id) ?? null,
      proposal: endings.has(id) ? null : (proposals.get(id) ?? null),
      carriedInto: successors.get(id) ?? null,
      lateness: endings.has(id) ? null : (lateness.get(id) ?? null),
    }),
  )
  const account = accountFor(ended, ({ ending }) => ending?.kind ?? null)
  const filter = shown === 'open' ? 'open' : (DISPOSAL_KINDS.find((kind) => kind === shown) ?? null)
  return {
    plan,
    account,
    closing,
    proposed: ended.filter(({ proposal }) => proposal !== null).length,
    toCarry: ended.filter(({ ending, carriedInto }) => ending?.kind === 'carried-forward' && !carriedInto).length,
    shown: filter,
    actions: ended.filter(({ ending }) => filter === null || (ending?.kind ?? 'open') === filter),
  }
}
