import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { OrganisationId, PersonId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { GivenRole } from '../roles.ts'

export type PersonRecord = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly organisation: { readonly id: OrganisationId; readonly name: string } | null
  readonly leftOn: Day | null
  /** their name and contact data were taken out of every record; known to those who see all */
  readonly isErased: boolean
  readonly roles: readonly GivenRole[]
  readonly accountId: string | null
}

export async function findPerson(tx: Tx, id: PersonId): Promise<PersonRecord | null> {
  const { rows } = await sql<{
    id: PersonId
    name: string
    email: string | null
    mobile: string | null
    organisation_id: OrganisationId | null
    organisation: string | null
    left_on: string | null
    is_erased: boolean
    roles: GivenRole[]
    account_id: string | null
  }>`
    select person.id, person.name, email, mobile, organisation_id, organisation.name as organisation, left_on,
      exists (select from erasure where erasure.partnership_id = person.partnership_id and erasure.person_id = person.id) as is_erased,
      coalesce((select array_agg(role order by role) from role_grant
        where role_grant.partnership_id = person.partnership_id and person_id = person.id
          and taken_at is null), '{}') as roles,
      (select account_id from person_account account
        where account.partnership_id = person.partnership_id and account.person_id = person.id) as account_id
    from person
    left join organisation on organisation.partnership_id = person.partnership_id and organisation.id = organisation_id
    where person.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { organisation_id, organisation, left_on, is_erased, account_id, ...same } = row
  return {
    ...same,
    organisation: organisation_id && organisation !== null ? { id: organisation_id, name: organisation } : null,
    leftOn: left_on ? dayFrom(left_on) : null,
    isErased: is_erased,
    accountId: account_id,
  }
}

/** Holds the person until the transaction ends: nobody gives them anything meanwhile. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<PersonRecord | null> {
  await tx.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()
  return findPerson(tx, id)
}

export async function updatePerson(
  tx: Tx,
  of: Pick<PersonRecord, 'id' | 'name' | 'email' | 'mobile'> & { readonly organisationId: OrganisationId | null },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name: of.name, email: of.email, mobile: of.mobile, organisation_id: of.organisationId })
    .where('id', '=', of.id)
    .execute()
}

/** Which of these people can sign in. */
export async function findWithSignIn(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('person_account')
    .select('person_id')
    .where('person_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.person_id as PersonId))
}

export async function closeSignIn(tx: Tx, id: PersonId): Promise<void> {
  await tx.deleteFrom('person_account').where('person_id', '=', id).execute()
}

export async function isAccountTaken(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person_account')
    .select('person_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

export type PersonListed = {
  readonly id: PersonId
  readonly name: string
  readonly posts: string | null
  readonly organisation: string | null
  readonly leftOn: Day | null
}

export type PeopleAsked = {
  readonly words: string
  readonly organisationId: OrganisationId | null
  readonly hasLeft: boolean
}

/** People by name, with how many there are in all. */
export async function findPeople(
  tx: Tx,
  { words, organisationId, hasLeft }: PeopleAsked,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<{ readonly people: readonly PersonListed[]; readonly found: number }> {
  const like = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Omit<PersonListed, 'leftOn'> & { left_on: string | null; found: number }>`
    select person.id, person.name, organisation.name as organisation, left_on, held.posts, count(*) over ()::int as found
    from person
    left join organisation on organisation.partnership_id = person.partnership_id and organisation.id = organisation_id
    left join lateral (select string_agg(post.name, ', ' order by post.name) as posts from post_holding holding
      join post on post.partnership_id = holding.partnership_id and post.id = holding.post_id
      where holding.partnership_id = person.partnership_id and holding.person_id = person.id
        and holding.ends_before is null) held on true
    where (left_on is not null) = ${hasLeft} and (${organisationId}::uuid is null or organisation_id = ${organisationId})
      and (lower(person.name) like ${like} or lower(held.posts) like ${like} or lower(organisation.name) like ${like})
    order by person.name, person.id
    limit ${size} offset ${from}`.execute(tx)
  return {
    people: rows.map(({ left_on, found: _, ...row }) => ({ ...row, leftOn: left_on ? dayFrom(left_on) : null })),
    found: rows[0]?.found ?? 0,
  }
}
