import { type Kysely, sql } from 'kysely'
import type { DB } from '../database/index.ts'

const KEPT_HOURS = 1

/** Counts one more request under each key in the minute that runs; gives the counts, in the order of the keys. */
export async function countRequests(
  db: Kysely<DB>,
  keys: readonly string[],
  minute: Temporal.Instant,
): Promise<readonly number[]> {
  // Always in one order, so that two requests with the same keys never wait for each other in a circle.
  const rows = sql.join(keys.toSorted().map((key) => sql`(${key}, ${minute.toString()}::timestamptz, 1)`))
  const { rows: counted } = await sql<{ key: string; count: number }>`
    insert into edge.rate_count as was (key, minute, count) values ${rows}
    on conflict (key) do update set
      count = case when was.minute = excluded.minute then was.count + 1 else 1 end,
      minute = excluded.minute
    returning key, count`.execute(db)
  const countByKey = new Map(counted.map(({ key, count }) => [key, Number(count)]))
  if ([...countByKey.values()].includes(1)) await forgetOld(db, minute)
  return keys.map((key) => countByKey.get(key) ?? 0)
}

async function forgetOld(db: Kysely<DB>, minute: Temporal.Instant): Promise<void> {
  await sql`delete from edge.rate_count where minute < ${minute.subtract({ hours: KEPT_HOURS }).toString()}`.execute(db)
}
