import { sql } from 'kysely'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { KnownId } from '../../people/index.ts'
import type { LeadKind } from '../../reading/index.ts'
import { tiesOf } from '../plan.ts'

/** One way in which plans write a lead, with what it is tied to now; the same words tied to two are two. */
export type LeadSpelling = {
  readonly text: string
  readonly kind: LeadKind
  readonly ties: readonly KnownId[]
  /** the names of what it is tied to, those who left among them */
  readonly names: readonly string[]
  readonly actions: number
}

const MOST_SPELLINGS = 1000

/** Every spelling of the leads of one plan, or of all of them, the untied first, then by how often they stand. */
export async function findLeadSpellings(tx: Tx, planId: PlanId | null): Promise<readonly LeadSpelling[]> {
  const { rows } = await sql<{
    text: string
    kind: LeadKind
    person_id: string | null
    body_id: string | null
    post_id: string | null
    organisation_id: string | null
    names: string[]
    actions: number
  }>`
    select lead.text, min(lead.kind) as kind, lead.person_id, lead.body_id, lead.post_id, lead.organisation_id,
      count(distinct action.id)::int as actions,
      array_remove(array[min(person.name), min(body.name), min(post.name), min(organisation.name)], null) as names
    from action_lead lead
    join action on action.partnership_id = lead.partnership_id and action.id = lead.action_id
    left join person on person.partnership_id = lead.partnership_id and person.id = lead.person_id
    left join body on body.partnership_id = lead.partnership_id and body.id = lead.body_id
    left join post on post.partnership_id = lead.partnership_id and post.id = lead.post_id
    left join organisation on organisation.partnership_id = lead.partnership_id and organisation.id = lead.organisation_id
    where ${inPlans(planId)}
    group by lead.text, lead.person_id, lead.body_id, lead.post_id, lead.organisation_id
    order by num_nonnulls(lead.person_id, lead.body_id, lead.post_id, lead.organisation_id) > 0, actions desc, lead.text
    limit ${MOST_SPELLINGS}`.execute(tx)
  return rows.map(({ text, kind, names, actions, ...ids }) => ({
    text,
    kind,
    names,
    actions,
    ties: tiesOf({
      personId: ids.person_id,
      bodyId: ids.body_id,
      postId: ids.post_id,
      organisationId: ids.organisation_id,
    } as Parameters<typeof tiesOf>[0]),
  }))
}

/** The actions of one plan, or of all, in which any of these words stand for a lead. */
export async function findActionsNaming(
  tx: Tx,
  planId: PlanId | null,
  texts: readonly string[],
): Promise<readonly ActionId[]> {
  const { rows } = await sql<{ id: ActionId }>`
    select distinct action.id from action_lead lead
    join action on action.partnership_id = lead.partnership_id and action.id = lead.action_id
    where lead.text = any(${[...texts]}::text[]) and ${inPlans(planId)}
    order by action.id`.execute(tx)
  return rows.map(({ id }) => id)
}

function inPlans(planId: PlanId | null) {
  return sql`action.set_aside_at is null and (${planId}::uuid is null or action.plan_id = ${planId})
    and not exists (select from plan_discard gone
      where gone.partnership_id = action.partnership_id and gone.plan_id = action.plan_id)`
}
