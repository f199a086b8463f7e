import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { DB } from '../database/index.ts'

/** One job on one day. */
export type JobRun = { readonly name: string; readonly day: Day }

/** Takes a day's run of a job; false when it was finished, or when somebody is at it who counts as alive. */
export async function claimJobRun(
  db: Kysely<DB>,
  { name, day }: JobRun,
  now: Temporal.Instant,
  heldUntil: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into installation.job_run (name, day, began_at, held_until)
    values (${name}, ${day.toString()}, ${now.toString()}, ${heldUntil.toString()})
    on conflict (name, day) do update set began_at = excluded.began_at, held_until = excluded.held_until
      where job_run.finished_at is null and job_run.held_until <= excluded.began_at
    returning name`.execute(db)
  return rows.length === 1
}

/** Says that the worker of a run lives, so that nobody else takes it. */
export async function holdJobRun(db: Kysely<DB>, { name, day }: JobRun, until: Temporal.Instant): Promise<void> {
  await sql`
    update installation.job_run set held_until = ${until.toString()}
    where name = ${name} and day = ${day.toString()} and finished_at is null`.execute(db)
}

/** Notes that a run has ended well. */
export async function finishJobRun(db: Kysely<DB>, { name, day }: JobRun, now: Temporal.Instant): Promise<void> {
  await sql`
    update installation.job_run set finished_at = ${now.toString()}
    where name = ${name} and day = ${day.toString()}`.execute(db)
}
