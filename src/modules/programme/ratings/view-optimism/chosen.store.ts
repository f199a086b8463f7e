import { sql } from 'kysely'
import { type Day, dayOf } from '../../../../kernel/day.ts'
import type { PlanId, ReportingPointId } from '../../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../../platform/database/index.ts'
import { findRatingSchemes, type RatingScheme } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { lateDay, lateSince } from '../../points/late-doing.store.ts'
import type { ChosenRating } from '../beside-facts.ts'

/** One update that stands, with its rating for progress beside what the facts suggested when it was sent. */
export type ChosenUpdate = ChosenRating & {
  readonly pointId: ReportingPointId
  readonly ref: string | null
  readonly text: string
  readonly because: string | null
  readonly dueOn: Day
  /** the last day of its action, where the work is late, whatever of its reports */
  readonly lateSince: Day | null
  readonly scheme: RatingScheme
}

const MOST_UPDATES = 5000

/** The updates of a plan that stand, the latest first, with the body that answers and the sender's organisation. */
export async function findChosenRatings(tx: Tx, planId: PlanId, today: Day): Promise<readonly ChosenUpdate[]> {
  const { rows } = await sql<{
    point_id: string
    ref: string | null
    text: string
    submitted_at: string
    body: string | null
    organisation: string | null
    progress_rating: RatingKey
    suggested_rating: RatingKey | null
    suggested_because: string | null
    differs_because: string | null
    scheme_id: string
    due_on: string
    late_since: string | null
  }>`
    select sent.point_id, action.ref, action.text, sent.submitted_at, body.name as body, organisation.name as organisation,
      sent.progress_rating, sent.suggested_rating, sent.suggested_because, sent.differs_because, sent.scheme_id,
      point.due_on, ${lateSince(today)} as late_since
    from standing_update stands
    join update_submission sent on sent.partnership_id = stands.partnership_id and sent.id = stands.id
    join action on action.partnership_id = sent.partnership_id and action.id = sent.action_id
    join reporting_point point on point.partnership_id = sent.partnership_id and point.id = sent.point_id
    join person on person.partnership_id = sent.partnership_id and person.id = sent.submitted_by
    left join body on body.partnership_id = action.partnership_id and body.id = action.lead_group_id
    left join organisation
      on organisation.partnership_id = person.partnership_id and organisation.id = person.organisation_id
    where stands.plan_id = ${planId} and action.set_aside_at is null
      and stands.stands_from is not null and stands.stands_until is null
    order by sent.submitted_at desc, sent.id desc
    limit ${MOST_UPDATES}
  `.execute(tx)
  const schemes = await findRatingSchemes(
    tx,
    rows.map(({ scheme_id }) => scheme_id),
  )
  return rows.map((row) => ({
    pointId: row.point_id as ReportingPointId,
    ref: row.ref,
    text: row.text,
    sentOn: dayOf(instantFrom(row.submitted_at)),
    body: row.body,
    organisation: row.organisation,
    chosen: row.progress_rating,
    suggested: row.suggested_because ? { rating: row.suggested_rating, reason: row.suggested_because } : null,
    because: row.differs_because,
    dueOn: dayFrom(row.due_on),
    lateSince: lateDay(row.late_since),
    scheme: schemes.get(row.scheme_id) ?? { id: row.scheme_id, name: '', ratings: [] },
  }))
}
