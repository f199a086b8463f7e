import type { World } from '../world.ts'
import { claimJobRun, finishJobRun, holdJobRun, type JobRun } from './job-run.store.ts'

/** A worker that says nothing for this long was lost, and another takes its place. */
export const HELD_FOR = Temporal.Duration.from({ minutes: 5 })
const SAYS_SO_EVERY_MS = 60_000

/**
 * Does a job at most once for a day in the whole installation, by whichever process comes first. When its worker is killed, or the
 * work fails, whoever asks next after five minutes begins it anew; so the work must bear being begun twice, which it does when what
 * it causes has a key (`queueMessage`).
 *
 * @returns true: done here and now; false: done before, or somebody is at it
 */
export async function onceADay(
  { db, now }: Pick<World, 'db' | 'now'>,
  run: JobRun,
  work: () => Promise<void>,
): Promise<boolean> {
  const begins = now()
  if (!(await claimJobRun(db, run, begins, begins.add(HELD_FOR)))) return false
  const holding = setInterval(() => {
    holdJobRun(db, run, now().add(HELD_FOR)).catch(() => undefined)
  }, SAYS_SO_EVERY_MS)
  try {
    await work()
  } finally {
    clearInterval(holding)
  }
  await finishJobRun(db, run, now())
  return true
}
