import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { BodyId, OrganisationId, PostId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'

export type PostRecord = {
  readonly id: PostId
  readonly name: string
  readonly organisation: { readonly id: OrganisationId; readonly name: string } | null
  readonly body: { readonly id: BodyId; readonly name: string } | null
  readonly holders: readonly string[]
  /** actions of plans that are not over which the post leads */
  readonly actions: number
  readonly endedOn: Day | null
}

/** Posts that have not ended, the vacant ones first. */
export async function findPosts(tx: Tx, today: Day): Promise<readonly PostRecord[]> {
  return posts(tx, today, sql`post.ended_on is null`)
}

export async function findPost(tx: Tx, id: PostId, today: Day): Promise<PostRecord | null> {
  const [found] = await posts(tx, today, sql`post.id = ${id}`)
  return found ?? null
}

export async function lockPost(tx: Tx, id: PostId, today: Day): Promise<PostRecord | null> {
  await tx.selectFrom('post').select('id').where('id', '=', id).forUpdate().execute()
  return findPost(tx, id, today)
}

async function posts(tx: Tx, today: Day, which: ReturnType<typeof sql>): Promise<readonly PostRecord[]> {
  const { rows } = await sql<{
    id: PostId
    name: string
    organisation_id: OrganisationId | null
    organisation: string | null
    body_id: BodyId | null
    body: string | null
    holders: string[]
    actions: number
    ended_on: string | null
  }>`
    select post.id, post.name, post.organisation_id, organisation.name as organisation, post.body_id, body.name as body,
      post.ended_on, held.holders,
      (select count(distinct lead.action_id)::int from action_lead lead
        join action on action.partnership_id = lead.partnership_id and action.id = lead.action_id
        join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
        where lead.post_id = post.id and action.set_aside_at is null
          and (plan.ends_before is null or plan.ends_before > ${today.toString()})) as actions
    from post
    left join organisation on organisation.partnership_id = post.partnership_id and organisation.id = post.organisation_id
    left join body on body.partnership_id = post.partnership_id and body.id = post.body_id
    left join lateral (select coalesce(array_agg(person.name order by person.name), '{}') as holders
      from post_holding holding
      join person on person.partnership_id = holding.partnership_id and person.id = holding.person_id
      where holding.post_id = post.id and holding.ends_before is null) held on true
    where ${which}
    order by cardinality(held.holders) = 0 desc, post.name, organisation.name, post.id
    limit 2000`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation ?? '' } : null,
    body: row.body_id ? { id: row.body_id, name: row.body ?? '' } : null,
    holders: row.holders,
    actions: row.actions,
    endedOn: row.ended_on ? dayFrom(row.ended_on) : null,
  }))
}

export async function updatePost(
  tx: Tx,
  of: {
    readonly id: PostId
    readonly name: string
    readonly organisationId: OrganisationId | null
    readonly bodyId: BodyId | null
  },
): Promise<void> {
  await tx
    .updateTable('post')
    .set({ name: of.name, organisation_id: of.organisationId, body_id: of.bodyId })
    .where('id', '=', of.id)
    .execute()
}
