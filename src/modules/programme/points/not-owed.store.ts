import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a duty is owed no more: it had not passed when its action ended, or when the update was sent that says the action is complete
 * and was accepted. A duty that had passed by then stays missed.
 *
 * @param of  the name of the reporting point in the question
 */
export function isNotOwed(of: 'point' | 'p'): RawBuilder<boolean> {
  const [partnership, action] = [sql.ref(`${of}.partnership_id`), sql.ref(`${of}.action_id`)]
  const passes = sql`(${sql.ref(`${of}.due_on`)} + 1)::timestamp at time zone 'Europe/London'`
  return sql<boolean>`(exists (
      select from action_disposal ended where ended.partnership_id = ${partnership} and ended.action_id = ${action}
        and ended.undone_at is null and ended.decided_at < ${passes})
    or (
      select last.meaning = 'complete' and last.verdict = 'accepted' and last.reported_at < ${passes} from (
        select given.meaning, told.verdict, told.reported_at from standing_update told
        join update_submission words on words.partnership_id = told.partnership_id and words.id = told.id
        join rating given on given.partnership_id = told.partnership_id and given.scheme_id = words.scheme_id
          and given.key = told.progress_rating
        where told.partnership_id = ${partnership} and told.action_id = ${action}
          and told.stands_from is not null and told.stands_until is null
        order by told.reported_at desc, told.submitted_at desc, told.id desc limit 1) last) is true)`
}
