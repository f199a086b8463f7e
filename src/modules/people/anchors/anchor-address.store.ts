import { type Kysely, sql } from 'kysely'
import type { AnchorAddressId, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { type DB, instantFrom, type Tx } from '../../../platform/database/index.ts'

/** An address that the head of the audit chain goes to each day. */
export type AnchorAddress = {
  readonly id: AnchorAddressId
  readonly address: string
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
}

/** The addresses of now, in the order they were added. */
export async function findAnchorAddresses(tx: Tx): Promise<readonly AnchorAddress[]> {
  const rows = await tx
    .selectFrom('anchor_address')
    .innerJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'anchor_address.partnership_id')
        .onRef('person.id', '=', 'anchor_address.added_by'),
    )
    .select(['anchor_address.id', 'address', 'added_at', 'person.name as added_by'])
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('anchor_address.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id as AnchorAddressId,
    address: row.address,
    addedAt: instantFrom(row.added_at),
    addedBy: row.added_by,
  }))
}

/** False when the address is there already. */
export async function insertAnchorAddress(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { id: AnchorAddressId; address: string; addedAt: Temporal.Instant; addedBy: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('anchor_address')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      address: of.address,
      added_at: of.addedAt.toString(),
      added_by: of.addedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The address that was taken away; null when it is not one of now. */
export async function removeAnchorAddress(
  tx: Tx,
  id: AnchorAddressId,
  by: PersonId,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await tx
    .updateTable('anchor_address')
    .set({ removed_at: now.toString(), removed_by: by })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('address')
    .executeTakeFirst()
  return row?.address ?? null
}

/** The partnerships of the installation, for what is done each day; each is then entered by its own scope. */
export async function findPartnershipsHere(db: Kysely<DB>): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: PartnershipId }>`select id from partnerships_here() as id`.execute(db)
  return rows.map(({ id }) => id)
}
