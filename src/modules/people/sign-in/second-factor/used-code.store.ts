import type { Pool } from 'pg'
import { sha256 } from '../../../../kernel/sha256.ts'

/** Longer than any code from an app is believed: half a minute, and the one before and after it. */
const REMEMBERED_MINUTES = 5

/**
 * Uses a code from an app up, once for an account: of two browsers that send it at one moment, one is told true. By the database's clock, as the library judges
 * codes by the machine's.
 *
 * @param code  its sum is kept, never itself
 */
export async function useCode(pool: Pool, accountId: string, code: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into sign_in.used_code as kept values ($1, $2, now()) on conflict (user_id, code)
       do update set used_at = now() where kept.used_at < now() - make_interval(mins => $3)`,
    [accountId, sha256(`${accountId} ${code}`), REMEMBERED_MINUTES],
  )
  await pool.query('delete from sign_in.used_code where used_at < now() - make_interval(mins => $1)', [
    2 * REMEMBERED_MINUTES,
  ])
  return rowCount === 1
}
