import type { Pool } from 'pg'
import type { PartnershipId, PersonId } from '../../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../../platform/database/index.ts'
import type { Demanded } from './lacking.ts'

/** What is demanded now, by whose word and since when. */
export type DemandSet = {
  readonly demanded: Demanded
  readonly at: Temporal.Instant
  readonly by: string
}

/** Null where nobody ever said. */
export async function findDemand(tx: Tx): Promise<DemandSet | null> {
  const row = await tx
    .selectFrom('sign_in_demand')
    .leftJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'sign_in_demand.partnership_id')
        .onRef('person.id', '=', 'sign_in_demand.set_by'),
    )
    .select(['demands', 'set_at', 'person.name as name'])
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { demanded: row.demands as Demanded, at: instantFrom(row.set_at), by: row.name ?? 'the operator' } : null
}

type SetBy = { readonly partnershipId: PartnershipId; readonly person: { readonly id: PersonId | null } }

/** False where a demand was set at this very moment. Without a person, the operator set it. */
export async function insertDemand(tx: Tx, by: SetBy, demanded: Demanded, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_in_demand')
    .values({ partnership_id: by.partnershipId, set_at: at.toString(), set_by: by.person.id, demands: demanded })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Signer = { readonly accountId: string; readonly id: PersonId; readonly name: string }

/** Everybody of the partnership with a sign-in, by name. */
export async function findSigners(tx: Tx): Promise<readonly Signer[]> {
  const rows = await tx
    .selectFrom('person_account')
    .innerJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'person_account.partnership_id')
        .onRef('person.id', '=', 'person_account.person_id'),
    )
    .select(['person_account.account_id as account', 'person.id as id', 'person.name as name'])
    .where('left_on', 'is', null)
    .orderBy('person.name')
    .limit(5000)
    .execute()
  return rows.map(({ account, id, name }) => ({ accountId: account, id: id as PersonId, name }))
}

/** Which of these accounts have neither a second factor nor a passkey. */
export async function findWithoutFactor(pool: Pool, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from sign_in.account_holder holder where id = any($1) and not two_factor_enabled
       and not exists (select from sign_in.passkey where passkey.user_id = holder.id)`,
    [accountIds],
  )
  return new Set(rows.map(({ id }) => id))
}
