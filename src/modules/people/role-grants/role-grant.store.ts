import { sql } from 'kysely'
import type { Id, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import { type GivenRole, KEPT_ROLES, type KeptRole, STANDING_ALONE } from '../roles.ts'

/** One role given to one person, from a moment to another. */
export type RoleGrant = {
  readonly id: Id<'role-grant'>
  readonly personId: PersonId
  readonly role: GivenRole
  readonly given: Deed
  /** null: they have it */
  readonly taken: Deed | null
}

/** Who gave or took it, when and why. Of one given before this was kept no moment and no reason is known; no name is the operator's. */
export type Deed = {
  readonly at: Temporal.Instant | null
  readonly by: { readonly id: PersonId; readonly name: string } | null
  readonly reason: string | null
}

type Doing = { readonly at: Temporal.Instant; readonly by: PersonId | null; readonly reason: string }

/** Gives a role that the person does not have. */
export async function insertRole(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { readonly id: Id<'role-grant'>; readonly personId: PersonId; readonly role: GivenRole },
  { at, by, reason }: Doing,
): Promise<void> {
  await tx
    .insertInto('role_grant')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      person_id: of.personId,
      role: of.role,
      given_at: at.toString(),
      given_by: by,
      given_reason: reason,
    })
    .execute()
}

/** Takes a role that the person has; false when they do not have it. */
export async function endRole(
  tx: Tx,
  personId: PersonId,
  role: GivenRole,
  { at, by, reason }: Doing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('role_grant')
    .set({ taken_at: at.toString(), taken_by: by, taken_reason: reason })
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function hasRole(tx: Tx, personId: PersonId, role: GivenRole): Promise<boolean> {
  const row = await tx
    .selectFrom('role_grant')
    .select('role')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Holds the partnership's roles until the transaction ends, so that of two who act on them at once the second sees what the first
 * did. It comes before any lock on a person.
 */
export async function lockRoles(tx: Tx): Promise<void> {
  await tx.selectFrom('partnership').select('partnership_id').forNoKeyUpdate().execute()
}

/** The roles that nobody but this person has and can use: if they lost one of them, nobody would. */
export async function findRolesOfNobodyElse(tx: Tx, personId: PersonId): Promise<readonly KeptRole[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person_account', (on) =>
      on
        .onRef('person_account.partnership_id', '=', 'role_grant.partnership_id')
        .onRef('person_account.person_id', '=', 'role_grant.person_id'),
    )
    .select('role')
    .distinct()
    .where('role', 'in', KEPT_ROLES)
    .where('taken_at', 'is', null)
    .where('role_grant.person_id', '<>', personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_grant as alone')
            .select('alone.id')
            .whereRef('alone.person_id', '=', 'role_grant.person_id')
            .where('alone.role', 'in', STANDING_ALONE)
            .where('alone.taken_at', 'is', null),
        ),
      ),
    )
    .execute()
  const ofOthers = rows.map(({ role }) => role)
  return KEPT_ROLES.filter((role) => !ofOthers.includes(role))
}

/** The roles of somebody, those of now first, then the latest taken. */
export async function findRolesOf(tx: Tx, personId: PersonId): Promise<readonly RoleGrant[]> {
  const { rows } = await sql<GrantRow>`
    ${GRANTS} where held.person_id = ${personId}
    order by held.taken_at desc nulls first, held.given_at desc nulls last, held.role, held.id
    limit 500`.execute(tx)
  return rows.map(roleGrant)
}

/** Of every grant its moments, with the names of those who gave and took it. */
export const GRANTS = sql`
  select held.id, held.person_id, held.role, given_at, given_reason, taken_at, taken_reason,
    giver.id as giver_id, giver.name as giver, taker.id as taker_id, taker.name as taker
  from role_grant held
  left join person giver on giver.partnership_id = held.partnership_id and giver.id = held.given_by
  left join person taker on taker.partnership_id = held.partnership_id and taker.id = held.taken_by`

export type GrantRow = {
  readonly id: string
  readonly person_id: string
  readonly role: string
  readonly given_at: string | null
  readonly given_reason: string | null
  readonly taken_at: string | null
  readonly taken_reason: string | null
  readonly giver_id: string | null
  readonly giver: string | null
  readonly taker_id: string | null
  readonly taker: string | null
}

export function roleGrant(row: GrantRow): RoleGrant {
  const deed = (at: string | null, id: string | null, name: string | null, reason: string | null): Deed => ({
    at: at === null ? null : instantFrom(at),
    by: id !== null && name !== null ? { id: id as PersonId, name } : null,
    reason,
  })
  return {
    id: row.id as Id<'role-grant'>,
    personId: row.person_id as PersonId,
    role: row.role as GivenRole,
    given: deed(row.given_at, row.giver_id, row.giver, row.given_reason),
    taken: row.taken_at === null ? null : deed(row.taken_at, row.taker_id, row.taker, row.taken_reason),
  }
}
