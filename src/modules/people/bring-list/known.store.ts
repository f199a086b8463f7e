import { sql } from 'kysely'
import type { OrganisationId, PersonId, PostId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { DirectoryKnown } from './bringing.ts'

/** All that a list is matched with: everybody who is or was here, organisations with the names they are found by, and posts. */
export async function findDirectoryKnown(tx: Tx): Promise<DirectoryKnown> {
  return { people: await findPeople(tx), organisations: await findOrganisations(tx), posts: await findPosts(tx) }
}

async function findPeople(tx: Tx): Promise<DirectoryKnown['people']> {
  const { rows } = await sql<{
    id: PersonId
    name: string
    email: string | null
    mobile: string | null
    organisation_id: OrganisationId | null
    organisation: string | null
    has_left: boolean
    other_names: string[]
  }>`
    select person.id, person.name, person.email, person.mobile, person.organisation_id, organisation.name as organisation,
      person.left_on is not null as has_left,
      array(select former.name from former_name former where former.partnership_id = person.partnership_id
        and former.person_id = person.id order by former.name) as other_names
    from person
    left join organisation on organisation.partnership_id = person.partnership_id and organisation.id = person.organisation_id
    order by person.name, person.id`.execute(tx)
  return rows.map(({ organisation_id, organisation, has_left, other_names, ...same }) => ({
    ...same,
    otherNames: other_names,
    hasLeft: has_left,
    organisation: organisation_id && organisation !== null ? { id: organisation_id, name: organisation } : null,
  }))
}

async function findOrganisations(tx: Tx): Promise<DirectoryKnown['organisations']> {
  const { rows } = await sql<{ id: OrganisationId; name: string; names: string[] }>`
    with recursive now as (
      select id, id as stands_for from organisation where ended_on is null
      union
      select ended.id, now.stands_for from now join organisation ended on ended.successor_id = now.id
    )
    select organisation.id, organisation.name,
      array(select former.name from now join former_name former on former.organisation_id = now.id
          where now.stands_for = organisation.id
        union select ended.name from now join organisation ended on ended.id = now.id
          where now.stands_for = organisation.id and ended.id <> organisation.id) as names
    from organisation where ended_on is null
    order by organisation.name`.execute(tx)
  return rows
}

async function findPosts(tx: Tx): Promise<DirectoryKnown['posts']> {
  const { rows } = await sql<{
    id: PostId
    name: string
    organisation_id: OrganisationId | null
    holders: { id: PersonId; name: string }[]
  }>`
    select post.id, post.name, post.organisation_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name) order by person.name), '[]')
        from post_holding holding
        join person on person.partnership_id = holding.partnership_id and person.id = holding.person_id
        where holding.partnership_id = post.partnership_id and holding.post_id = post.id
          and holding.ends_before is null) as holders
    from post where ended_on is null
    order by post.name, post.id`.execute(tx)
  return rows.map(({ organisation_id, ...same }) => ({ ...same, organisationId: organisation_id }))
}
