import type { ActionId, BodyId, DisposalId, Id, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import { inBatches, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { Disposal, DisposalKind } from './disposal.ts'

/** An ending that stands, with who decided it. */
export type StandingDisposal = Disposal & {
  readonly id: DisposalId
  readonly actionId: ActionId
  readonly decidedAt: Temporal.Instant
  readonly decidedBy: string
  /** what whoever takes it over said; null while they have said nothing */
  readonly acceptance: string | null
}
type By = { readonly by: PersonId; readonly at: Temporal.Instant }

export async function insertDisposals(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  disposals: readonly (Disposal & { readonly id: DisposalId; readonly actionId: ActionId })[],
  { by, at }: By,
): Promise<void> {
  const rows = disposals.map((of) => ({
    partnership_id: partnershipId,
    id: of.id,
    plan_id: planId,
    action_id: of.actionId,
    kind: of.kind,
    reason: of.reason,
    body_id: of.bodyId,
    into_id: of.intoId,
    time_words: of.timeWords,
    taken_by: of.takenBy,
    decided_at: at.toString(),
    decided_by: by,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('action_disposal').values(some).execute()
}

/** Takes back the ending of an action; false when none stands. */
export async function undoDisposal(tx: Tx, actionId: ActionId, { by, at }: By): Promise<boolean> {
  const undone = await tx
    .updateTable('action_disposal')
    .set({ undone_at: at.toString(), undone_by: by })
    .where('action_id', '=', actionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return undone.numUpdatedRows === 1n
}

/** The ending of each action of a plan that has one. */
export async function findDisposals(tx: Tx, planId: PlanId): Promise<ReadonlyMap<ActionId, StandingDisposal>> {
  const rows = await disposalsFrom(tx).where('action_disposal.plan_id', '=', planId).execute()
  return new Map(rows.map((row) => [row.action_id as ActionId, disposalOf(row)]))
}

/** The ending of one action; null when none stands. */
export async function findDisposal(tx: Tx, actionId: ActionId): Promise<StandingDisposal | null> {
  const row = await disposalsFrom(tx).where('action_disposal.action_id', '=', actionId).executeTakeFirst()
  return row ? disposalOf(row) : null
}

function disposalsFrom(tx: Tx) {
  return tx
    .selectFrom('action_disposal')
    .innerJoin('person', 'person.id', 'action_disposal.decided_by')
    .leftJoin('disposal_acceptance', 'disposal_acceptance.disposal_id', 'action_disposal.id')
    .select([
      'action_disposal.id',
      'action_disposal.action_id',
      'kind',
      'reason',
      'body_id',
      'into_id',
      'time_words',
      'taken_by',
      'decided_at',
      'person.name as decided_by_name',
      'disposal_acceptance.words as acceptance',
    ])
    .where('undone_at', 'is', null)
}

type DisposalRow = Awaited<ReturnType<ReturnType<typeof disposalsFrom>['executeTakeFirstOrThrow']>>

function disposalOf(row: DisposalRow): StandingDisposal {
  return {
    id: row.id as DisposalId,
    actionId: row.action_id as ActionId,
    kind: row.kind as DisposalKind,
    reason: row.reason,
    bodyId: row.body_id as BodyId | null,
    intoId: row.into_id as ActionId | null,
    timeWords: row.time_words,
    takenBy: row.taken_by,
    decidedAt: instantFrom(row.decided_at),
    decidedBy: row.decided_by_name,
    acceptance: row.acceptance,
  }
}

export async function insertAcceptance(
  tx: Tx,
  partnershipId: PartnershipId,
  disposalId: DisposalId,
  words: string,
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('disposal_acceptance')
    .values({
      partnership_id: partnershipId,
      disposal_id: disposalId,
      accepted_at: at.toString(),
      recorded_by: by,
      words,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Closing = { readonly id: Id<'closing'>; readonly closedAt: Temporal.Instant; readonly closedBy: string }

/** When and by whom a plan was closed; null while it is open. */
export async function findClosing(tx: Tx, planId: PlanId): Promise<Closing | null> {
  const row = await tx
    .selectFrom('plan_closing')
    .innerJoin('person', 'person.id', 'plan_closing.closed_by')
    .select(['plan_closing.id', 'closed_at', 'person.name'])
    .where('plan_id', '=', planId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id as Id<'closing'>, closedAt: instantFrom(row.closed_at), closedBy: row.name } : null
}

export async function insertClosing(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, planId }: { readonly id: Id<'closing'>; readonly planId: PlanId },
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('plan_closing')
    .values({ partnership_id: partnershipId, id, plan_id: planId, closed_at: at.toString(), closed_by: by })
    .execute()
}

export async function reopenClosing(tx: Tx, id: Id<'closing'>, because: string, { by, at }: By): Promise<void> {
  await tx
    .updateTable('plan_closing')
    .set({ reopened_at: at.toString(), reopened_by: by, reopened_because: because })
    .where('id', '=', id)
    .execute()
}
