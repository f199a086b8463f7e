import type { Day } from '../../kernel/day.ts'
import type { ActionId, BodyId, PersonId, PlanId, PostId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import type { Known, KnownId } from './directory/directory.ts'
import type { PassedAction } from './leaving/handed-over.ts'
import type { Member } from './visitor.ts'

/** An action that somebody leads by name, in a plan that runs or still owes an update. */
export type LedAction = {
  readonly id: ActionId
  readonly planId: PlanId
  readonly plan: string
  readonly ref: string | null
  readonly text: string
  /** the other leads of it who are asked for updates: people and posts */
  readonly others: readonly string[]
  /** updates begun and not sent: they go with the action */
  readonly drafts: number
  /** its last day, where the work is late, and the day of the first update that is: separate facts */
  readonly workLateSince: Day | null
  readonly reportLateSince: Day | null
}

/** To whom the lead of an action passes: a person or a post; null where the other leads go on alone. */
export type LeadPassing = { readonly actionId: ActionId; readonly to: (KnownId & { readonly name: string }) | null }

/** What this module asks of those above it and tells them, in the same transaction; the composition root ties the ends together. */
export type PeopleAnnouncements = {
  readonly findLedActions: (tx: Tx, personId: PersonId, today: Day) => Promise<readonly LedAction[]>
  /** passes these leads on; wherever else a plan that is not over names the person, its words stay and the tie goes */
  readonly passLeads: (
    world: World,
    tx: Tx,
    by: Member,
    from: PersonId,
    passings: readonly LeadPassing[],
  ) => Promise<readonly PassedAction[]>
  /** whether anything was done with these actions, or by these people as chairs, since */
  readonly haveActed: (
    tx: Tx,
    since: Temporal.Instant,
    on: { readonly actionIds: readonly ActionId[]; readonly chairIds: readonly PersonId[] },
  ) => Promise<boolean>
  /** gives the leads back; false when an action was changed since */
  readonly returnLeads: (world: World, tx: Tx, by: Member, passed: readonly PassedAction[]) => Promise<boolean>
  /** makes another body the lead group of every action of plans that run; answers how many */
  readonly passLeadGroup: (world: World, tx: Tx, by: Member, from: BodyId, to: BodyId, today: Day) => Promise<number>
  /** makes a person or another post the lead wherever a post that ended leads in plans that run; answers how many actions */
  readonly passPost: (world: World, tx: Tx, by: Member, from: PostId, to: Known, today: Day) => Promise<number>
}
