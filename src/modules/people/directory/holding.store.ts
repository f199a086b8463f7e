import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { BodyId, Id, PersonId, PostId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { Seat } from './directory.ts'

type Times = { readonly starts: Day | null; readonly endsBefore: Day | null }
type Named<Of> = { readonly id: Of; readonly name: string }

/** A post somebody holds or held. */
export type Holding = Times & {
  readonly id: Id<'holding'>
  readonly post: Named<PostId> & { readonly of: string | null }
  readonly person: Named<PersonId>
}

/** A seat somebody has or had. */
export type HeldSeat = Times & {
  readonly id: Id<'seat'>
  readonly body: Named<BodyId>
  readonly person: Named<PersonId>
  readonly seat: Seat
}

type Row = {
  id: string
  starts: string | null
  ends_before: string | null
  of_id: string
  of_name: string
  of_of: string | null
  person_id: string
  person_name: string
  seat: string
}

/** What is held of posts, now first, then the latest; of one person or of one post. */
export async function findHoldings(
  tx: Tx,
  of: { personId: PersonId } | { postId: PostId },
): Promise<readonly Holding[]> {
  const which = 'personId' in of ? sql`holding.person_id = ${of.personId}` : sql`holding.post_id = ${of.postId}`
  const { rows } = await sql<Row>`
    select holding.id, starts, ends_before, post.id as of_id, post.name as of_name, coalesce(organisation.name, body.name) as of_of,
      person.id as person_id, person.name as person_name
    from post_holding holding
    join post on post.partnership_id = holding.partnership_id and post.id = holding.post_id
    join person on person.partnership_id = holding.partnership_id and person.id = holding.person_id
    left join organisation on organisation.partnership_id = post.partnership_id and organisation.id = post.organisation_id
    left join body on body.partnership_id = post.partnership_id and body.id = post.body_id
    where ${which} and (ends_before is null or ends_before is distinct from starts)
    order by ends_before desc nulls first, starts desc nulls last, post.name, person.name, holding.id
    limit 500`.execute(tx)
  return rows.map((row) => ({
    ...timesOf(row),
    id: row.id as Id<'holding'>,
    post: { id: row.of_id as PostId, name: row.of_name, of: row.of_of },
    person: personOf(row),
  }))
}

/** Seats, those of now first, the chair before the others; of one person or of one body. */
export async function findSeats(tx: Tx, of: { personId: PersonId } | { bodyId: BodyId }): Promise<readonly HeldSeat[]> {
  const which = 'personId' in of ? sql`held.person_id = ${of.personId}` : sql`held.body_id = ${of.bodyId}`
  const { rows } = await sql<Row>`
    select held.id, starts, ends_before, seat, body.id as of_id, body.name as of_name,
      person.id as person_id, person.name as person_name
    from body_member held
    join body on body.partnership_id = held.partnership_id and body.id = held.body_id
    join person on person.partnership_id = held.partnership_id and person.id = held.person_id
    where ${which} and (ends_before is null or ends_before is distinct from starts)
    order by ends_before desc nulls first, array_position(array['chair', 'deputy-chair', 'member'], seat), body.name,
      person.name, held.id
    limit 1000`.execute(tx)
  return rows.map((row) => ({
    ...timesOf(row),
    id: row.id as Id<'seat'>,
    body: { id: row.of_id as BodyId, name: row.of_name },
    person: personOf(row),
    seat: row.seat as Seat,
  }))
}

function timesOf({ starts, ends_before }: Row): Times {
  return { starts: starts ? dayFrom(starts) : null, endsBefore: ends_before ? dayFrom(ends_before) : null }
}

function personOf(row: Row): Named<PersonId> {
  return { id: row.person_id as PersonId, name: row.person_name }
}

/** Whatever is over has the first day without it; one that began that day or later never was. */
export async function endHolding(tx: Tx, id: Id<'holding'>, on: Day): Promise<void> {
  await sql`update post_holding set ends_before = greatest(starts, ${on.toString()}::date) where id = ${id}`.execute(tx)
}

export async function endSeat(tx: Tx, id: Id<'seat'>, on: Day): Promise<void> {
  await sql`update body_member set ends_before = greatest(starts, ${on.toString()}::date) where id = ${id}`.execute(tx)
}

/** Takes an ending back; false when it is held no more in the way it was. */
export async function reopenHolding(tx: Tx, id: Id<'holding'>): Promise<void> {
  await tx.updateTable('post_holding').set({ ends_before: null }).where('id', '=', id).execute()
}

export async function reopenSeat(tx: Tx, id: Id<'seat'>): Promise<void> {
  await tx.updateTable('body_member').set({ ends_before: null }).where('id', '=', id).execute()
}

/** Makes of what began by mistake something that never was; false when it ended meanwhile, as somebody wanted. */
export async function neverHeld(tx: Tx, table: 'post_holding' | 'body_member', id: string): Promise<boolean> {
  const done =
    table === 'post_holding'
      ? await sql`update post_holding set ends_before = starts where id = ${id} and ends_before is null`.execute(tx)
      : await sql`update body_member set ends_before = starts where id = ${id} and ends_before is null`.execute(tx)
  return done.numAffectedRows === 1n
}
