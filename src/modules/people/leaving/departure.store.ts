import type { Day } from '../../../kernel/day.ts'
import type { DepartureId, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { HandedOver } from './handed-over.ts'

export type Departure = {
  readonly id: DepartureId
  readonly personId: PersonId
  readonly leftOn: Day
  readonly recordedAt: Temporal.Instant
  readonly handedOver: HandedOver
}

export async function insertDeparture(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Departure & { readonly recordedBy: PersonId },
): Promise<void> {
  await tx
    .insertInto('departure')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      person_id: of.personId,
      left_on: of.leftOn.toString(),
      recorded_at: of.recordedAt.toString(),
      recorded_by: of.recordedBy,
      handed_over: JSON.stringify(of.handedOver),
    })
    .execute()
  await tx.updateTable('person').set({ left_on: of.leftOn.toString() }).where('id', '=', of.personId).execute()
}

/** The departure of somebody that was not undone, held until the transaction ends. */
export async function lockDeparture(tx: Tx, personId: PersonId): Promise<Departure | null> {
  const row = await tx
    .selectFrom('departure')
    .select(['id', 'person_id', 'left_on', 'recorded_at', 'handed_over'])
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    // Of somebody erased nobody knows any more who returns.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('erasure').select('person_id').whereRef('erasure.person_id', '=', 'departure.person_id'))),
    )
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id as DepartureId,
    personId: row.person_id as PersonId,
    leftOn: dayFrom(row.left_on),
    recordedAt: instantFrom(row.recorded_at),
    handedOver: row.handed_over as unknown as HandedOver,
  }
}

export async function undoDeparture(tx: Tx, of: Departure, by: PersonId, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('departure').set({ undone_at: now.toString(), undone_by: by }).where('id', '=', of.id).execute()
  await tx.updateTable('person').set({ left_on: null }).where('id', '=', of.personId).execute()
}
