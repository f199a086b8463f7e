import { type Kysely, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { PartnershipId } from '../../../kernel/id.ts'
import type { DB } from '../../../platform/database/index.ts'

/** The partnerships with somebody to ask by a day: the one question that is asked across them. */
export async function findPartnershipsToAsk(db: Kysely<DB>, byDay: Day): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: string }>`
    select id from partnerships_with_asking_due(${byDay.toString()}::date) as id order by id`.execute(db)
  return rows.map(({ id }) => id as PartnershipId)
}
