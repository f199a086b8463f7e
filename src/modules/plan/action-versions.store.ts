import { sql } from 'kysely'
import type { ActionId, PartnershipId, PersonId, PlanId } from '../../kernel/id.ts'
import { inBatches, type Tx } from '../../platform/database/index.ts'
import { type Action, type ActionContent, contentOf, tellsHowItWent } from './plan.ts'

export async function insertActions(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  actions: readonly Action[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const rows = actions.map((action, position) => ({
    partnership_id: partnershipId,
    id: action.id,
    plan_id: planId,
    part_id: action.partId,
    position,
    ...contentColumns(action),
    source: action.source && JSON.stringify(action.source),
    created_at: now.toString(),
    version: action.version,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('action').values(some).execute()
  for (const some of inBatches(actions)) await insertVersions(tx, partnershipId, some, by, now)
}

/** What an action now says, beside what it said. */
export type ActionSaid = { readonly action: Action; readonly content: ActionContent }

/** Writes what each of these actions now says, as its next version. */
export async function saveActionContents(
  tx: Tx,
  partnershipId: PartnershipId,
  said: readonly ActionSaid[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const next = said.map(({ action, content }) => ({ ...content, id: action.id, version: action.version + 1 }))
  for (const some of inBatches(next)) {
    await updateActions(tx, some)
    const ids = some.map(({ id }) => id)
    await tx.deleteFrom('action_lead').where('action_id', 'in', ids).execute()
    await insertVersions(tx, partnershipId, some, by, now)
  }
}

type NextVersion = ActionContent & { readonly id: ActionId; readonly version: number }

/** One statement for them all; a JSON null arrives as SQL's, and an action without a timescale holds JSON's. */
async function updateActions(tx: Tx, next: readonly NextVersion[]): Promise<void> {
  const rows = next.map((action) => ({
    ...contentColumns(action),
    schedule: action.timescale,
    said: tellsHowItWent(action.said) ? action.said : null,
    id: action.id,
    version: action.version,
  }))
  await sql`
    update action set ref = said.ref, text = said.text, measure = said.measure, timescale = said.timescale,
      schedule = coalesce(said.schedule, 'null'), lead_group_id = said.lead_group_id, lead_words = said.lead_words,
      said = said.said, version = said.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said(id uuid, ref text, text text, measure text,
      timescale text, schedule jsonb, lead_group_id uuid, lead_words text, said jsonb, version integer)
    where action.id = said.id`.execute(tx)
}

async function insertVersions(
  tx: Tx,
  partnershipId: PartnershipId,
  actions: readonly NextVersion[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const versions = actions.map(({ id, version, ...content }) => ({
    partnership_id: partnershipId,
    action_id: id,
    version,
    recorded_at: now.toString(),
    recorded_by: by,
    content: JSON.stringify(contentOf(content)),
  }))
  await tx.insertInto('action_version').values(versions).execute()
  const leads = actions.flatMap(({ id, leads }) =>
    leads.map((lead, position) => ({
      partnership_id: partnershipId,
      action_id: id,
      position,
      text: lead.text,
      kind: lead.kind,
      person_id: lead.personId,
      body_id: lead.bodyId,
      post_id: lead.postId,
      organisation_id: lead.organisationId,
    })),
  )
  for (const some of inBatches(leads)) await tx.insertInto('action_lead').values(some).execute()
}

function contentColumns(content: ActionContent) {
  return {
    ref: content.ref,
    text: content.text,
    measure: content.measure,
    timescale: content.timescale?.text ?? null,
    schedule: JSON.stringify(content.timescale),
    lead_group_id: content.leadGroupId,
    lead_words: content.leadWords,
    said: tellsHowItWent(content.said) ? JSON.stringify(content.said) : null,
  }
}
