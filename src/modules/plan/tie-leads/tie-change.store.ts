import type { ActionId, Id, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import { type ActionContent, UNTIED } from '../plan.ts'

/** What an action said of its leads before names were tied or untied. */
export type LeadsBefore = Pick<ActionContent, 'leads' | 'leadGroupId'> & { readonly id: ActionId }

/** One tying or untying of names, with what stood before and the versions it left behind. */
export type TieChange = {
  readonly id: Id<'tie-change'>
  readonly words: string
  readonly madeAt: Temporal.Instant
  readonly before: readonly LeadsBefore[]
  readonly versions: Readonly<Record<string, number>>
}

export async function insertTieChange(
  tx: Tx,
  partnershipId: PartnershipId,
  of: TieChange & { readonly by: PersonId },
): Promise<void> {
  await tx
    .insertInto('tie_change')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      words: of.words,
      made_at: of.madeAt.toString(),
      made_by: of.by,
      before: JSON.stringify(of.before),
      versions: JSON.stringify(of.versions),
    })
    .execute()
}

/** The last change of ties that was not undone. */
export async function findLastTieChange(tx: Tx): Promise<TieChange | null> {
  const row = await tx
    .selectFrom('tie_change')
    .select(['id', 'words', 'made_at', 'before', 'versions'])
    .where('undone_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const before = row.before as unknown as LeadsBefore[]
  return {
    id: row.id as Id<'tie-change'>,
    words: row.words,
    madeAt: instantFrom(row.made_at),
    before: before.map((each) => ({ ...each, leads: each.leads.map((lead) => ({ ...UNTIED, ...lead })) })),
    versions: row.versions as unknown as Record<string, number>,
  }
}

export async function markTieChangeUndone(
  tx: Tx,
  id: Id<'tie-change'>,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.updateTable('tie_change').set({ undone_at: now.toString(), undone_by: by }).where('id', '=', id).execute()
}
