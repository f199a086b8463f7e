import type { Kysely } from 'kysely'
import type { PersonId } from '../../../kernel/id.ts'
import { type DB, inAccount, type Tx } from '../../../platform/database/index.ts'

/** Somebody of a name who has no sign-in yet. */
export type Namesake = { readonly id: PersonId; readonly email: string | null }

export async function findNamesakes(tx: Tx, name: string): Promise<readonly Namesake[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'email'])
    .where('name', '=', name)
    .where('left_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person_account').select('account_id').whereRef('person_id', '=', 'person.id'))),
    )
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({ id: row.id as PersonId, email: row.email }))
}

/** Keeps an address for somebody who has none. */
export async function keepEmail(tx: Tx, personId: PersonId, email: string): Promise<void> {
  await tx.updateTable('person').set({ email }).where('id', '=', personId).where('email', 'is', null).execute()
}

/** Whether an account is a person's, in any partnership. */
export async function isSomebodys(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const known = await inAccount(db, accountId, (tx) =>
    tx.selectFrom('person_account').select('person_id').where('account_id', '=', accountId).executeTakeFirst(),
  )
  return known !== undefined
}
