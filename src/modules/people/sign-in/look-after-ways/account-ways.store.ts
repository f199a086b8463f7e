import type { Pool } from 'pg'

/** In how many browsers an account is signed in now. */
export async function countSessions(pool: Pool, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from sign_in.session where user_id = $1 and expires_at > now()',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

export async function deleteSessions(pool: Pool, accountId: string): Promise<void> {
  await pool.query('delete from sign_in.session where user_id = $1', [accountId])
}

/** Takes an account's second factor, its passkeys and its sessions away, all or none. */
export async function deleteFactors(pool: Pool, accountId: string): Promise<void> {
  await pool.query(
    `with factor as (delete from sign_in.second_factor where user_id = $1),
          passkeys as (delete from sign_in.passkey where user_id = $1),
          sessions as (delete from sign_in.session where user_id = $1)
     update sign_in.account_holder set two_factor_enabled = false, updated_at = now() where id = $1`,
    [accountId],
  )
}
