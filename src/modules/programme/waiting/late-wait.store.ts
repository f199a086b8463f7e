import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { PartnershipId, WaitId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'

export type LateWait = { readonly waitId: WaitId; readonly lateSince: Day }

/** The waits for something late of which nobody was told yet; they count as told when {@link insertTold} says so. */
export async function findLateWaits(tx: Tx, today: Day): Promise<readonly LateWait[]> {
  const { rows } = await sql<{ wait_id: string; late_since: string }>`
    select wait_id, late_since from late_waits(${today.toString()}::date) order by late_since, wait_id limit 2000`.execute(
    tx,
  )
  return rows.map((row) => ({ waitId: row.wait_id as WaitId, lateSince: dayFrom(row.late_since) }))
}

/** Notes that those who wait are told; gives the ones that no other process told of meanwhile. */
export async function insertTold(
  tx: Tx,
  partnershipId: PartnershipId,
  late: readonly LateWait[],
  on: Day,
): Promise<ReadonlySet<WaitId>> {
  if (late.length === 0) return new Set()
  const rows = await tx
    .insertInto('action_wait_told')
    .values(
      late.map(({ waitId, lateSince }) => ({
        partnership_id: partnershipId,
        wait_id: waitId,
        late_since: lateSince.toString(),
        told_on: on.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('wait_id')
    .execute()
  return new Set(rows.map((row) => row.wait_id as WaitId))
}
