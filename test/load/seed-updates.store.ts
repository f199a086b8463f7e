import { sql } from 'kysely'
import { refreshStandings } from '../../src/modules/programme/points/standing.store.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import type { PlanOfSize } from '../support/plan-of-size.ts'

const NARRATIVE =
  'The group met twice and agreed who does what. Two schools began in May and a third joins in the autumn; the first ' +
  'families say that they are seen sooner. The next step is to train the remaining staff before the winter.'

/** An accepted update at every duty but the last of each action, in a handful of statements for a plan of any size. */
export async function fillWithUpdates(
  database: Database,
  { manager, partnershipId, planId }: PlanOfSize,
): Promise<void> {
  await database.owner(async (db) => {
    await db.transaction().execute(async (tx) => {
      await sql`
        insert into update_submission (partnership_id, id, plan_id, action_id, point_id, narrative, progress_rating,
          impact_rating, scheme_id, submitted_at, submitted_by)
        select partnership_id, gen_random_uuid(), plan_id, action_id, id, ${NARRATIVE},
          (array['green', 'green', 'amber', 'blue', 'red', 'grey'])[1 + abs(hashtext(id::text)) % 6],
          (array['grey', 'green', 'amber', 'amber', 'red', 'blue'])[1 + abs(hashtext(id::text || 'impact')) % 6],
          (select rating_scheme_id from plan where id = plan_id), due_on + time '10:00', ${manager.person.id}::uuid
        from (select *, lead(due_on) over (partition by action_id order by due_on) as next_on
          from reporting_point where plan_id = ${planId}) point
        where next_on is not null`.execute(tx)
      // What the next rows set off looks these up, and was planned while there were none.
      await sql`analyze update_submission`.execute(tx)
      await sql`
        insert into update_verdict (partnership_id, submission_id, verdict, given_at, given_by)
        select partnership_id, id, 'accepted', submitted_at + interval '2 days', submitted_by
        from update_submission where plan_id = ${planId}`.execute(tx)
      await sql`
        with entry as (
          insert into audit_entry (partnership_id, id, at, by_person, what, subject_kind, subject_id)
          select partnership_id, id, submitted_at, submitted_by, 'sent an update', 'reporting-point', point_id
          from update_submission where plan_id = ${planId} returning partnership_id, id)
        insert into audit_detail (partnership_id, entry_id, content)
        select partnership_id, id,
          json_build_object('by', ${manager.person.name}::text, 'after', json_build_object('narrative', narrative))::text
        from entry join update_submission using (partnership_id, id)`.execute(tx)
    })
  })
  await inScope(database.app, wholePartnership(partnershipId), (tx) => refreshStandings(tx, partnershipId, { planId }))
  await database.owner((db) => sql`analyze`.execute(db))
}
