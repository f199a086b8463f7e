import type { ActionId, Id, PartnershipId, PersonId, PlanId, ReadingId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import { type Action, NOTHING_SAID } from '../plan.ts'
import type { Draft } from './draft.ts'

export type DraftChangeId = Id<'draft-change'>

/** A correction of a draft: what it did in words, what stood before, and the versions it left of what it touched. */
export type DraftChange = {
  readonly id: DraftChangeId
  readonly words: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly before: DraftBefore
  readonly versions: Readonly<Record<string, number>>
}

/**
 * The draft as it stood before a change; only actions that the change touched are kept whole. `answers` are those that came with the
 * change and go with it: a passage that became an action is open again when that is undone; so does `reading`.
 */
export type DraftBefore = Draft & {
  readonly order: readonly ActionId[]
  readonly answers: readonly string[]
  readonly reading: ReadingId | null
}

export async function insertDraftChange(
  tx: Tx,
  of: {
    readonly partnershipId: PartnershipId
    readonly planId: PlanId
    readonly by: PersonId
    readonly now: Temporal.Instant
  } & Pick<DraftChange, 'id' | 'words' | 'before' | 'versions'>,
): Promise<void> {
  await tx
    .insertInto('draft_change')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      plan_id: of.planId,
      words: of.words,
      made_at: of.now.toString(),
      made_by: of.by,
      before: JSON.stringify(of.before),
      versions: JSON.stringify(of.versions),
    })
    .execute()
}

/** The last change of a draft that was not undone. */
export async function findLastChange(tx: Tx, planId: PlanId): Promise<DraftChange | null> {
  const row = await tx
    .selectFrom('draft_change')
    .innerJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'draft_change.partnership_id').onRef('person.id', '=', 'made_by'),
    )
    .select(['draft_change.id', 'words', 'made_at', 'person.name', 'before', 'versions'])
    .where('plan_id', '=', planId)
    .where('undone_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('draft_change.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id as DraftChangeId,
    words: row.words,
    by: row.name,
    at: instantFrom(row.made_at),
    before: asKept(row.before as unknown as DraftBefore),
    versions: row.versions as unknown as DraftChange['versions'],
  }
}

/** An action kept before it held what its document says of how it went says nothing of it. */
function asKept(before: DraftBefore): DraftBefore {
  const actions = before.actions.map((action: Omit<Action, 'said'> & Partial<Action>) => ({
    ...action,
    said: action.said ?? NOTHING_SAID,
  }))
  return { ...before, actions }
}

export async function markUndone(tx: Tx, id: DraftChangeId, by: PersonId, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('draft_change').set({ undone_at: now.toString(), undone_by: by }).where('id', '=', id).execute()
}
