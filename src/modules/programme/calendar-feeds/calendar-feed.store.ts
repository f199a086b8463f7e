import type { BodyId, CalendarFeedId, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** What a calendar is of: its owner's own part, a body, or a plan. */
export type CalendarOf =
  | { readonly kind: 'own' }
  | { readonly kind: 'body'; readonly id: BodyId }
  | { readonly kind: 'plan'; readonly id: PlanId }

export type CalendarFeed = {
  readonly id: CalendarFeedId
  readonly ownerId: PersonId
  readonly of: CalendarOf
  readonly madeAt: Temporal.Instant
}

export async function insertFeed(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, ownerId, of, madeAt, hash }: CalendarFeed & { readonly hash: string },
): Promise<void> {
  await tx
    .insertInto('calendar_feed')
    .values({
      partnership_id: partnershipId,
      id,
      owner_id: ownerId,
      kind: of.kind,
      body_id: of.kind === 'body' ? of.id : null,
      plan_id: of.kind === 'plan' ? of.id : null,
      hash,
      made_at: madeAt.toString(),
    })
    .execute()
}

/** A feed that was not revoked, by the hash of its address. */
export async function findFeed(tx: Tx, hash: string): Promise<CalendarFeed | null> {
  const row = await standing(tx).where('hash', '=', hash).executeTakeFirst()
  return row ? feedOf(row) : null
}

/** The feeds of somebody that were not revoked, the earliest first. */
export async function findFeedsOf(tx: Tx, ownerId: PersonId): Promise<readonly CalendarFeed[]> {
  const rows = await standing(tx).where('owner_id', '=', ownerId).orderBy('made_at').limit(100).execute()
  return rows.map(feedOf)
}

/** Revokes one feed of somebody's; gives what it was of, null when there is none that stands. */
export async function revokeFeed(
  tx: Tx,
  id: CalendarFeedId,
  ownerId: PersonId,
  at: Temporal.Instant,
): Promise<CalendarFeed | null> {
  const row = await tx
    .updateTable('calendar_feed')
    .set({ revoked_at: at.toString() })
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'owner_id', 'kind', 'body_id', 'plan_id', 'made_at'])
    .executeTakeFirst()
  return row ? feedOf(row) : null
}

function standing(tx: Tx) {
  return tx
    .selectFrom('calendar_feed')
    .select(['id', 'owner_id', 'kind', 'body_id', 'plan_id', 'made_at'])
    .where('revoked_at', 'is', null)
}

function feedOf(row: {
  id: string
  owner_id: string
  kind: string
  body_id: string | null
  plan_id: string | null
  made_at: string
}): CalendarFeed {
  return {
    id: row.id as CalendarFeedId,
    ownerId: row.owner_id as PersonId,
    of: row.body_id
      ? { kind: 'body', id: row.body_id as BodyId }
      : row.plan_id
        ? { kind: 'plan', id: row.plan_id as PlanId }
        : { kind: 'own' },
    madeAt: instantFrom(row.made_at),
  }
}
