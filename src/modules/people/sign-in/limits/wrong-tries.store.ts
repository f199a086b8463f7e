import type { Pool } from 'pg'
import { sha256 } from '../../../../kernel/sha256.ts'
import { FORGOTTEN_AFTER_HOURS, waitSeconds } from './waits.ts'

/** A try that is let through, or the seconds to wait before the next. */
export type Try = { readonly isLet: true } | { readonly isLet: false; readonly waitSeconds: number }

/**
 * Counts a try as a wrong one before it is known to be right, so that a thousand tries at one moment are not let through
 * together. A right one then clears the count by {@link forgetTries}.
 *
 * @param what  what is tried, such as an e-mail address; its sum is kept, never itself
 */
export async function takeTry(pool: Pool, what: string, now: Temporal.Instant): Promise<Try> {
  const key = sha256(what)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`insert into sign_in.wrong_tries values ($1, 1, $2, '-infinity') on conflict (key) do nothing`, [
      key,
      now.toString(),
    ])
    const { rows } = await client.query<{ count: number; is_old: boolean; wait: number; is_first: boolean }>(
      `select count, waits_until = '-infinity' as is_first,
         last_at < $2::timestamptz - make_interval(hours => $3) as is_old,
         case when waits_until > $2::timestamptz then ceil(extract(epoch from waits_until - $2::timestamptz))::int else 0 end as wait
       from sign_in.wrong_tries where key = $1 for update`,
      [key, now.toString(), FORGOTTEN_AFTER_HOURS],
    )
    const [row] = rows
    if (row && row.wait > 0) {
      await client.query('rollback')
      return { isLet: false, waitSeconds: row.wait }
    }
    const count = !row || row.is_first || row.is_old ? 1 : row.count + 1
    await client.query('update sign_in.wrong_tries set count = $2, last_at = $3, waits_until = $4 where key = $1', [
      key,
      count,
      now.toString(),
      now.add({ seconds: waitSeconds(count) }).toString(),
    ])
    await client.query('commit')
    return { isLet: true }
  } catch (problem) {
    await client.query('rollback')
    throw problem
  } finally {
    client.release()
  }
}

/** The right one came: the count of what was tried is gone, and with it every count that has long been forgotten. */
export async function forgetTries(pool: Pool, what: string, now: Temporal.Instant): Promise<void> {
  await pool.query(
    'delete from sign_in.wrong_tries where key = $1 or last_at < $2::timestamptz - make_interval(hours => $3)',
    [sha256(what), now.toString(), 2 * FORGOTTEN_AFTER_HOURS],
  )
}
