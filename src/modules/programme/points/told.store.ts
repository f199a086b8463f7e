import { type RawBuilder, sql } from 'kysely'

/**
 * The moment from which nothing more is owed of an action: when it ended, or when the update was sent that says it is complete and was
 * accepted, whichever came first; null while more is owed.
 */
function overSince(partnership: RawBuilder<unknown>, action: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`least(
    (select min(ended.decided_at) from action_disposal ended
      where ended.partnership_id = ${partnership} and ended.action_id = ${action} and ended.undone_at is null),
    (select case when last.meaning = 'complete' and last.verdict = 'accepted' then last.reported_at end from (
      select given.meaning, said.verdict, said.reported_at from standing_update said
      join update_submission words on words.partnership_id = said.partnership_id and words.id = said.id
      join rating given on given.partnership_id = said.partnership_id and given.scheme_id = words.scheme_id
        and given.key = said.progress_rating
      where said.partnership_id = ${partnership} and said.action_id = ${action}
        and said.stands_from is not null and said.stands_until is null
      order by said.reported_at desc, said.submitted_at desc, said.id desc limit 1) last))`
}

/** The moment at which a duty has passed. */
function passesAt(of: 'point' | 'p'): RawBuilder<unknown> {
  return sql`(${sql.ref(`${of}.due_on`)} + 1)::timestamp at time zone 'Europe/London'`
}

/**
 * Whether a duty is owed no more: it had not passed when nothing more was owed of its action. A duty that had passed by then stays missed.
 *
 * @param of  the name of the reporting point in the question
 */
export function isNotOwed(of: 'point' | 'p'): RawBuilder<boolean> {
  const since = overSince(sql.ref(`${of}.partnership_id`), sql.ref(`${of}.action_id`))
  return sql<boolean>`((${since} < ${passesAt(of)}) is true)`
}

/**
 * What was told of each `action` of a question, to be joined to it: `told.over_since` as {@link overSince}, and side by side the duties, their
 * days and the moments of its updates that stand. Found once for an action, however many duties it has.
 */
export const WHAT_WAS_TOLD = sql`left join lateral (
    select ${overSince(sql.ref('action.partnership_id'), sql.ref('action.id'))} as over_since,
      array_agg(duty.id) as point_ids, array_agg(duty.due_on) as due_days, array_agg(said.reported_at) as moments
    from standing_update said
    join reporting_point duty on duty.partnership_id = said.partnership_id and duty.id = said.point_id
    where said.partnership_id = action.partnership_id and said.action_id = action.id
      and said.stands_from is not null and said.stands_until is null
  ) told on true`

/** Whether an update stands at a duty, or at a later one that was reported on after this had passed; beside {@link WHAT_WAS_TOLD}. */
export function isTold(of: 'point' | 'p'): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from unnest(told.point_ids, told.due_days, told.moments) as each (point_id, due_on, reported_at)
    where each.point_id = ${sql.ref(`${of}.id`)}
      or each.due_on > ${sql.ref(`${of}.due_on`)} and each.reported_at >= ${passesAt(of)})`
}

/** As {@link isNotOwed}, beside {@link WHAT_WAS_TOLD}. */
export function isOwedNoMore(of: 'point' | 'p'): RawBuilder<boolean> {
  return sql<boolean>`((told.over_since < ${passesAt(of)}) is true)`
}
