import type { PartnershipId, PersonId, ReportingPointId, UpdateLinkId } from '../../../../kernel/id.ts'
import { inBatches, type Tx } from '../../../../platform/database/index.ts'

export type NewUpdateLink = {
  readonly id: UpdateLinkId
  readonly pointId: ReportingPointId
  readonly personId: PersonId
  readonly hash: string
  readonly expiresAt: Temporal.Instant
}

export async function insertUpdateLinks(
  tx: Tx,
  partnershipId: PartnershipId,
  links: readonly NewUpdateLink[],
  madeAt: Temporal.Instant,
): Promise<void> {
  const rows = links.map(({ id, pointId, personId, hash, expiresAt }) => ({
    partnership_id: partnershipId,
    id,
    point_id: pointId,
    person_id: personId,
    hash,
    made_at: madeAt.toString(),
    expires_at: expiresAt.toString(),
  }))
  for (const some of inBatches(rows)) await tx.insertInto('update_link').values(some).execute()
}
