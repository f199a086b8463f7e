import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id, PartnershipId, PersonId, PostId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { StandsInFor } from '../visitor.ts'

export type DeputyFor =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'post'; readonly id: PostId }
/** Somebody who stands in, from a day; `endsBefore` is the first day they do not, null while no end is known. */
export type Deputy = {
  readonly id: Id<'deputy'>
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly starts: Day
  readonly endsBefore: Day | null
}

export async function insertDeputy(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Omit<Deputy, 'person'> & { readonly of: DeputyFor; readonly personId: PersonId },
): Promise<void> {
  await tx
    .insertInto('deputy')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      person_id: of.of.kind === 'person' ? of.of.id : null,
      post_id: of.of.kind === 'post' ? of.of.id : null,
      deputy_id: of.personId,
      starts: of.starts.toString(),
      ends_before: of.endsBefore?.toString() ?? null,
    })
    .execute()
}

/** Who stands in for a person or a post, or will, or did, the latest first. */
export async function findDeputies(tx: Tx, of: DeputyFor): Promise<readonly Deputy[]> {
  const rows = await tx
    .selectFrom('deputy')
    .innerJoin('person', (on) =>
      on.onRef('person.partnership_id', '=', 'deputy.partnership_id').onRef('person.id', '=', 'deputy.deputy_id'),
    )
    .select(['deputy.id', 'deputy.deputy_id', 'person.name', 'starts', 'ends_before'])
    .where(of.kind === 'person' ? 'deputy.person_id' : 'deputy.post_id', '=', of.id)
    .orderBy('starts', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'deputy'>,
    person: { id: row.deputy_id as PersonId, name: row.name },
    starts: dayFrom(row.starts),
    endsBefore: row.ends_before ? dayFrom(row.ends_before) : null,
  }))
}

/** Ends a deputyship on a day; one that had not begun by then never was. */
export async function endDeputy(tx: Tx, id: Id<'deputy'>, on: Day): Promise<void> {
  await tx
    .updateTable('deputy')
    .set(({ fn, ref, val }) => ({ ends_before: fn<string>('greatest', [ref('starts'), val(on.toString())]) }))
    .where('id', '=', id)
    .execute()
}

/** A deputyship that ended, with the end it had before. */
export type EndedDeputy = { readonly id: Id<'deputy'>; readonly endsBefore: string | null }

/** Whoever leaves stands in for nobody from that day on, and nobody for them; nor for a post that ended. Answers how each stood before. */
export async function endDeputiesOf(
  tx: Tx,
  of: { readonly personId: PersonId } | { readonly postId: PostId },
  on: Day,
): Promise<readonly EndedDeputy[]> {
  const rows = await tx
    .selectFrom('deputy')
    .select(['id', 'ends_before'])
    .where(({ or, eb }) =>
      'postId' in of
        ? eb('post_id', '=', of.postId)
        : or([eb('deputy_id', '=', of.personId), eb('person_id', '=', of.personId)]),
    )
    .where(({ or, eb }) => or([eb('ends_before', 'is', null), eb('ends_before', '>', on.toString())]))
    .forUpdate()
    .execute()
  const ended = rows.map((row) => ({ id: row.id as Id<'deputy'>, endsBefore: row.ends_before }))
  for (const { id } of ended) await endDeputy(tx, id, on)
  return ended
}

/** Puts a deputyship back as it stood, unless somebody of it has left or its post has ended meanwhile. */
export async function reopenDeputy(tx: Tx, { id, endsBefore }: EndedDeputy): Promise<void> {
  await sql`update deputy set ends_before = ${endsBefore} where id = ${id}
    and not exists (select from person where person.partnership_id = deputy.partnership_id
      and person.id in (deputy.person_id, deputy.deputy_id) and left_on is not null)
    and not exists (select from post where post.partnership_id = deputy.partnership_id
      and post.id = deputy.post_id and ended_on is not null)`.execute(tx)
}

/** Whom a deputy stands in for. */
export async function findDeputy(
  tx: Tx,
  id: Id<'deputy'>,
): Promise<{ readonly of: DeputyFor; readonly name: string } | null> {
  const row = await tx
    .selectFrom('deputy')
    .innerJoin('person', (on) =>
      on.onRef('person.partnership_id', '=', 'deputy.partnership_id').onRef('person.id', '=', 'deputy.deputy_id'),
    )
    .select(['deputy.person_id', 'deputy.post_id', 'person.name'])
    .where('deputy.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const of: DeputyFor =
    row.person_id === null
      ? { kind: 'post', id: row.post_id as PostId }
      : { kind: 'person', id: row.person_id as PersonId }
  return { of, name: row.name }
}

/** The people for whom somebody stands in on a day. */
export function standsInForPeople(deputyId: PersonId, on: Day) {
  return sql<readonly PersonId[] | null>`(select array_agg(distinct deputy.person_id) from deputy
    where ${isDeputy(deputyId, on)} and deputy.person_id is not null)`
}

/** The posts for which somebody stands in on a day: by name, and every post that a person holds for whom they stand in. */
export function standsInForPosts(deputyId: PersonId, on: Day) {
  return sql<readonly PostId[] | null>`(select array_agg(distinct coalesce(deputy.post_id, holding.post_id)) from deputy
    left join post_holding holding on holding.partnership_id = deputy.partnership_id
      and holding.person_id = deputy.person_id and holding.ends_before is null
    where ${isDeputy(deputyId, on)} and coalesce(deputy.post_id, holding.post_id) is not null)`
}

function isDeputy(deputyId: PersonId, on: Day) {
  return sql<SqlBool>`deputy.deputy_id = ${deputyId} and deputy.starts <= ${on.toString()}
    and (deputy.ends_before is null or deputy.ends_before > ${on.toString()})`
}

/** What those are called for whom somebody stands in: people, then the posts that none of these people holds. */
export async function findNamesStoodInFor(tx: Tx, { people, posts }: StandsInFor): Promise<readonly string[]> {
  if (people.length === 0 && posts.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name, 1 as place from person where id = any(${[...people]}::uuid[])
    union
    select name, 2 from post where id = any(${[...posts]}::uuid[]) and not exists (
      select from post_holding holding where holding.partnership_id = post.partnership_id and holding.post_id = post.id
        and holding.person_id = any(${[...people]}::uuid[]) and holding.ends_before is null)
    order by place, name`.execute(tx)
  return rows.map(({ name }) => name)
}
