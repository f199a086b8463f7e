import { type Kysely, sql } from 'kysely'
import type { PartnershipId } from '../../../../kernel/id.ts'
import type { DB, Tx } from '../../../../platform/database/index.ts'

export type Said = 'vouched' | 'withdrawn'

/** The partnerships, of the whole installation, for which a domain is vouched now. */
export async function findVouchedFor(db: Kysely<DB>, domain: string): Promise<readonly string[]> {
  const { rows } = await sql<{ partnership_id: string }>`
    select partnership_id from vouched_for(${domain}) as found(partnership_id)`.execute(db)
  return rows.map(({ partnership_id }) => partnership_id)
}

/** The operator's latest word is what holds. */
export async function insertVouchedDomain(
  tx: Tx,
  of: {
    readonly partnershipId: PartnershipId
    readonly domain: string
    readonly said: Said
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { partnershipId, domain, said, at } = of
  await tx
    .insertInto('vouched_domain')
    .values({ partnership_id: partnershipId, domain, said, at: at.toString() })
    .execute()
}
