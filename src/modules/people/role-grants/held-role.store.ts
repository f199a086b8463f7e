import { sql } from 'kysely'
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import { type GivenRole, ROLES } from '../roles.ts'

/** A role somebody has or had: given to them, or a chair's by their seat. */
export type HeldRole = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly role: GivenRole | 'chair'
  /** what it reaches, where it is not all: the body they chair, the organisation they report for */
  readonly on: string | null
  readonly from: Day | null
  /** the day it ended; null: they have it */
  readonly to: Day | null
  readonly givenBy: string | null
  readonly reason: string | null
  readonly takenBy: string | null
  readonly takenReason: string | null
}

export type RolesAsked = { readonly role: HeldRole['role'] | null; readonly isOver: boolean }

type Row = {
  readonly person_id: string
  readonly person: string
  readonly role: string
  readonly held_on: string | null
  readonly given_at: string | null
  readonly taken_at: string | null
  readonly starts: string | null
  readonly ends_before: string | null
  readonly given_by: string | null
  readonly given_reason: string | null
  readonly taken_by: string | null
  readonly taken_reason: string | null
  readonly found: number
}

/** Who holds which role, role by role and by name; or who held it, the latest first. With how many there are in all. */
export async function findHeldRoles(
  tx: Tx,
  { role, isOver }: RolesAsked,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<{ readonly held: readonly HeldRole[]; readonly found: number }> {
  const { rows } = await sql<Row>`
    with every_role as (
      select held.person_id, held.role, case when held.role = 'contributor' then organisation.name end as held_on,
        given_at, taken_at, null::date as starts, null::date as ends_before, taken_at is not null as is_over,
        giver.name as given_by, given_reason, taker.name as taken_by, taken_reason, taken_at as ended
      from role_grant held
      join person on person.partnership_id = held.partnership_id and person.id = held.person_id
      left join organisation on organisation.partnership_id = person.partnership_id and organisation.id = person.organisation_id
      left join person giver on giver.partnership_id = held.partnership_id and giver.id = held.given_by
      left join person taker on taker.partnership_id = held.partnership_id and taker.id = held.taken_by
      union all
      select seat.person_id, 'chair', body.name, null, null, starts, ends_before, ends_before is not null, null, null, null, null,
        ends_before::timestamptz
      from body_member seat
      join body on body.partnership_id = seat.partnership_id and body.id = seat.body_id
      where seat.seat = 'chair' and (ends_before is null or ends_before is distinct from starts)
    )
    select every_role.*, person.name as person, count(*) over ()::int as found
    from every_role join person on person.id = every_role.person_id
    where is_over = ${isOver} and (${role}::text is null or role = ${role})
    order by ended desc nulls last, array_position(${[...ROLES]}::text[], role), person.name, person_id, held_on
    limit ${size} offset ${from}`.execute(tx)
  return { held: rows.map(heldRole), found: rows[0]?.found ?? 0 }
}

function heldRole(row: Row): HeldRole {
  const day = (moment: string | null, date: string | null) =>
    moment !== null ? dayOf(instantFrom(moment)) : date !== null ? dayFrom(date) : null
  return {
    person: { id: row.person_id as PersonId, name: row.person },
    role: row.role as HeldRole['role'],
    on: row.held_on,
    from: day(row.given_at, row.starts),
    to: day(row.taken_at, row.ends_before),
    givenBy: row.given_by,
    reason: row.given_reason,
    takenBy: row.taken_by,
    takenReason: row.taken_reason,
  }
}

/** How many people have each role now. */
export async function countHeldRoles(tx: Tx): Promise<ReadonlyMap<HeldRole['role'], number>> {
  const { rows } = await sql<{ role: HeldRole['role']; people: number }>`
    select role, count(distinct person_id)::int as people from (
      select role, person_id from role_grant where taken_at is null
      union all select 'chair', person_id from body_member where seat = 'chair' and ends_before is null) held
    group by role`.execute(tx)
  return new Map(rows.map(({ role, people }) => [role, people]))
}
