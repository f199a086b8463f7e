import { sql } from 'kysely'
import type { BodyId, OrganisationId, PersonId, PostId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type {
  Body,
  BodyKind,
  Directory,
  KnownId,
  Organisation,
  OrganisationKind,
  OtherName,
  Person,
  Post,
} from './directory.ts'

/** Lists to choose from stop here; nobody reads further. */
const MOST_PEOPLE = 5000
const MOST = 2000

/** Everybody and everything that is here now, each list in the order of its names. */
export async function findDirectory(tx: Tx): Promise<Directory> {
  return {
    people: await findPeopleHere(tx),
    bodies: await findBodiesHere(tx),
    posts: await findPostsHere(tx),
    organisations: await findOrganisationsHere(tx),
    otherNames: await findOtherNames(tx),
  }
}

export async function findPeopleHere(tx: Tx): Promise<readonly Person[]> {
  const rows = await tx
    .selectFrom('person')
    .select((of) => [
      'id',
      'name',
      of
        .selectFrom('post_holding')
        .innerJoin('post', (on) =>
          on
            .onRef('post.partnership_id', '=', 'post_holding.partnership_id')
            .onRef('post.id', '=', 'post_holding.post_id'),
        )
        .select(sql<string | null>`string_agg(post.name, ', ' order by post.name)`.as('posts'))
        .whereRef('post_holding.person_id', '=', 'person.id')
        .where('ends_before', 'is', null)
        .as('post'),
    ])
    .where('left_on', 'is', null)
    .orderBy('name')
    .limit(MOST_PEOPLE)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as PersonId }))
}

/** Every body there is or was, to name what past plans say. */
export async function findBodies(tx: Tx): Promise<readonly Body[]> {
  return (await bodiesFrom(tx).execute()).map(bodyOf)
}

export async function findBodiesHere(tx: Tx): Promise<readonly Body[]> {
  return (await bodiesFrom(tx).where('ended_on', 'is', null).execute()).map(bodyOf)
}

function bodiesFrom(tx: Tx) {
  return tx.selectFrom('body').select(['id', 'name', 'short_name', 'kind']).orderBy('name').limit(MOST)
}

type BodyRow = Awaited<ReturnType<ReturnType<typeof bodiesFrom>['executeTakeFirstOrThrow']>>

function bodyOf(row: BodyRow): Body {
  return {
    id: row.id as BodyId,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as BodyKind,
  }
}

export async function findPostsHere(tx: Tx): Promise<readonly Post[]> {
  const { rows } = await sql<{ id: PostId; name: string; of: string | null; holders: string[] | null }>`
    select post.id, post.name, coalesce(organisation.name, body.name) as of,
      (select array_agg(person.name order by person.name) from post_holding holding
        join person on person.partnership_id = holding.partnership_id and person.id = holding.person_id
        where holding.partnership_id = post.partnership_id and holding.post_id = post.id
          and holding.ends_before is null) as holders
    from post
    left join organisation on organisation.partnership_id = post.partnership_id and organisation.id = post.organisation_id
    left join body on body.partnership_id = post.partnership_id and body.id = post.body_id
    where post.ended_on is null
    order by post.name, of, post.id
    limit ${MOST}`.execute(tx)
  return rows.map((row) => ({ ...row, holders: row.holders ?? [] }))
}

export async function findOrganisationsHere(tx: Tx): Promise<readonly Organisation[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('ended_on', 'is', null)
    .orderBy('name')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ id: row.id as OrganisationId, name: row.name, kind: row.kind as OrganisationKind }))
}

/**
 * What people, posts, bodies and organisations were called before; and the names of ended bodies and organisations, which stand for the
 * one that took over, however many steps later.
 */
async function findOtherNames(tx: Tx): Promise<readonly OtherName[]> {
  const { rows } = await sql<{ name: string; kind: KnownId['kind']; id: string }>`
    with recursive now as (
      select 'organisation' as kind, id, id as stands_for from organisation where ended_on is null
      union all select 'body', id, id from body where ended_on is null
      union all
      select now.kind, ended.id, now.stands_for from now
        join (select 'organisation' as kind, id, successor_id from organisation
          union all select 'body', id, successor_id from body) ended
          on ended.kind = now.kind and ended.successor_id = now.id
    )
    select organisation.name, now.kind, now.stands_for as id from now
      join organisation on now.kind = 'organisation' and organisation.id = now.id where now.id <> now.stands_for
    union all
    select body.name, now.kind, now.stands_for from now
      join body on now.kind = 'body' and body.id = now.id where now.id <> now.stands_for
    union all
    select former.name, now.kind, now.stands_for from now
      join former_name former on now.id = case now.kind when 'body' then former.body_id else former.organisation_id end
    union all
    select former.name, 'person', person.id from former_name former
      join person on person.id = former.person_id where person.left_on is null
    union all
    select former.name, 'post', post.id from former_name former
      join post on post.id = former.post_id where post.ended_on is null
    order by 1, 3
    limit ${MOST}`.execute(tx)
  return rows.map(({ name, kind, id }) => ({ name, known: { kind, id } as KnownId }))
}

/** Who chairs a body and so judges its leads' updates. */
export async function findChairs(tx: Tx, bodyId: BodyId): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom('body_member')
    .select('person_id')
    .where('body_id', '=', bodyId)
    .where('seat', '=', 'chair')
    .where('ends_before', 'is', null)
    .execute()
  return rows.map((row) => row.person_id as PersonId)
}

/** Who holds each of these posts now; nobody where it is vacant. */
export async function findHolders(tx: Tx, postIds: readonly PostId[]): Promise<ReadonlyMap<PostId, readonly Person[]>> {
  if (postIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('post_holding')
    .innerJoin('person', (on) =>
      on
        .onRef('person.partnership_id', '=', 'post_holding.partnership_id')
        .onRef('person.id', '=', 'post_holding.person_id'),
    )
    .innerJoin('post', (on) =>
      on.onRef('post.partnership_id', '=', 'post_holding.partnership_id').onRef('post.id', '=', 'post_holding.post_id'),
    )
    .select(['post_id', 'person.id', 'person.name', 'post.name as post'])
    .where('post_id', 'in', [...postIds])
    .where('ends_before', 'is', null)
    .orderBy('person.name')
    .execute()
  const holders = rows.map(({ post_id, id, name, post }) => ({
    postId: post_id as PostId,
    person: { id: id as PersonId, name, post },
  }))
  const byPost = Map.groupBy(holders, ({ postId }) => postId)
  return new Map(postIds.map((postId) => [postId, (byPost.get(postId) ?? []).map(({ person }) => person)]))
}
