import type { PartnershipId, PersonId, ReportingPointId, UpdateLinkId } from '../../../../kernel/id.ts'
import { inBatches, instantFrom, type Tx } from '../../../../platform/database/index.ts'

export type NewUpdateLink = {
  readonly id: UpdateLinkId
  readonly pointId: ReportingPointId
  readonly personId: PersonId
  readonly hash: string
  readonly expiresAt: Temporal.Instant
  /** the message that carries it */
  readonly messageKey: string
}

export async function insertUpdateLinks(
  tx: Tx,
  partnershipId: PartnershipId,
  links: readonly NewUpdateLink[],
  madeAt: Temporal.Instant,
): Promise<void> {
  const rows = links.map(({ id, pointId, personId, hash, expiresAt, messageKey }) => ({
    partnership_id: partnershipId,
    id,
    point_id: pointId,
    person_id: personId,
    hash,
    made_at: madeAt.toString(),
    expires_at: expiresAt.toString(),
    message_key: messageKey,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('update_link').values(some).execute()
}

/** A link as it is known by its words, whether or not it still opens anything. */
export type UpdateLink = {
  readonly id: UpdateLinkId
  readonly pointId: ReportingPointId
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string | null }
  readonly madeAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly revokedAt: Temporal.Instant | null
  /** the address its message went to; null where that is not known */
  readonly sentTo: string | null
}

export async function findUpdateLink(tx: Tx, by: { hash: string } | { id: UpdateLinkId }): Promise<UpdateLink | null> {
  const row = await tx
    .selectFrom('update_link')
    .innerJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'update_link.partnership_id')
        .onRef('person.id', '=', 'update_link.person_id'),
    )
    .leftJoin('message', (on) =>
      on
        .onRef('message.partnership_id', '=', 'update_link.partnership_id')
        .onRef('message.key', '=', 'update_link.message_key'),
    )
    .select(['update_link.id', 'point_id', 'update_link.person_id', 'made_at', 'update_link.expires_at', 'revoked_at'])
    .select(['person.name', 'person.email', 'message.to_address'])
    .$if('hash' in by, (query) => query.where('hash', '=', 'hash' in by ? by.hash : ''))
    .$if('id' in by, (query) => query.where('update_link.id', '=', 'id' in by ? by.id : ''))
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id as UpdateLinkId,
    pointId: row.point_id as ReportingPointId,
    person: { id: row.person_id as PersonId, name: row.name, email: row.email },
    madeAt: instantFrom(row.made_at),
    expiresAt: instantFrom(row.expires_at),
    revokedAt: row.revoked_at === null ? null : instantFrom(row.revoked_at),
    sentTo: row.to_address,
  }
}

type Pair = { readonly pointId: ReportingPointId; readonly personId: PersonId }

/**
 * Takes back every link of one person to one update that still opens it.
 *
 * @returns how many there were
 */
export async function revokeLinks(tx: Tx, { pointId, personId }: Pair, now: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('update_link')
    .set({ revoked_at: now.toString() })
    .where('point_id', '=', pointId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toString())
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** When the last links of one person to one update were made, the latest first. */
export async function findLinksMade(
  tx: Tx,
  { pointId, personId }: Pair,
  { since }: { readonly since: Temporal.Instant },
): Promise<readonly Temporal.Instant[]> {
  const rows = await tx
    .selectFrom('update_link')
    .select('made_at')
    .where('point_id', '=', pointId)
    .where('person_id', '=', personId)
    .where('made_at', '>', since.toString())
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ made_at }) => instantFrom(made_at))
}

/** Keeps that a link was opened, the first time. */
export async function keepOpening(
  tx: Tx,
  partnershipId: PartnershipId,
  linkId: UpdateLinkId,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('update_link_opening')
    .values({ partnership_id: partnershipId, link_id: linkId, opened_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
