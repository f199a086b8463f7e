import type { Day } from '../../../kernel/day.ts'
import type { BodyId, Id, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import type { Period } from '../../../kernel/period.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import { type AskingRules, type ReportingRhythm, USUAL_RULES } from './asking-rules.ts'

/** How each of some plans asks; the usual way for one that never said. */
export async function findAskingRules(tx: Tx, planIds: readonly PlanId[]): Promise<ReadonlyMap<PlanId, AskingRules>> {
  if (planIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('asking_rules')
    .distinctOn('plan_id')
    .selectAll()
    .where('plan_id', 'in', [...planIds])
    .orderBy('plan_id')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const set = new Map(
    rows.map((row) => [
      row.plan_id,
      {
        askAhead: row.ask_ahead,
        remindAhead: row.remind_ahead,
        graceDays: row.grace_days,
        chairAfter: row.chair_after,
        managerAfter: row.manager_after,
        closesAfter: row.closes_after,
        rhythm: row.rhythm as ReportingRhythm,
      },
    ]),
  )
  return new Map(planIds.map((id) => [id, set.get(id) ?? USUAL_RULES]))
}

/** The rhythm in which the actions of a plan report that have no date of their own. */
export async function findRhythm(tx: Tx, planId: PlanId): Promise<ReportingRhythm> {
  return ((await findAskingRules(tx, [planId])).get(planId) ?? USUAL_RULES).rhythm
}

export async function insertAskingRules(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  rules: AskingRules,
  { id, by, at }: { readonly id: Id<'asking-rules'>; readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('asking_rules')
    .values({
      partnership_id: partnershipId,
      id,
      plan_id: planId,
      set_at: at.toString(),
      set_by: by,
      ask_ahead: rules.askAhead,
      remind_ahead: rules.remindAhead,
      grace_days: rules.graceDays,
      chair_after: rules.chairAfter,
      manager_after: rules.managerAfter,
      closes_after: rules.closesAfter,
      rhythm: rules.rhythm,
    })
    .execute()
}

/** When the partnership is closed, besides weekends and bank holidays. */
export async function findClosedPeriods(tx: Tx): Promise<readonly Period[]> {
  const rows = await tx
    .selectFrom('closed_period')
    .select(['starts', 'ends_on'])
    .where('removed_at', 'is', null)
    .orderBy('starts')
    .limit(500)
    .execute()
  return rows.map((row) => ({ starts: dayFrom(row.starts), endsBefore: dayFrom(row.ends_on).add({ days: 1 }) }))
}

export type Meeting = { readonly on: Day; readonly papersOn: Day }

/** The meetings of some bodies, each body's in order. */
export async function findMeetings(
  tx: Tx,
  bodyIds: readonly BodyId[],
): Promise<ReadonlyMap<BodyId, readonly Meeting[]>> {
  if (bodyIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('body_meeting')
    .select(['body_id', 'meets_on', 'papers_on'])
    .where('body_id', 'in', [...bodyIds])
    .where('removed_at', 'is', null)
    .orderBy('meets_on')
    .limit(5000)
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ bodyId: row.body_id as BodyId, on: dayFrom(row.meets_on), papersOn: dayFrom(row.papers_on) })),
    ({ bodyId }) => bodyId,
  )
}
