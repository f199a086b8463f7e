import { type Day, dayOf } from '../../kernel/day.ts'
import type { Log } from '../log.ts'
import type { World } from '../world.ts'
import { type Going, keepDoing } from './keep-doing.ts'
import { onceADay } from './once-a-day.ts'

/** Something to be done once each day. It does all that is due by its day, for a day may have passed without it. */
export type DailyJob = {
  /** as the log and the database call it; never used again for something else */
  readonly name: string
  /** the time in England from which it may begin */
  readonly from: Temporal.PlainTime
  readonly work: (day: Day) => Promise<void>
}

const PAUSES = { pauseMs: 60_000, afterTroubleMs: 60_000 }

/** Does each daily job when its time has come, whichever process of the installation comes first. */
export function keepDailyJobs(world: World, jobs: readonly DailyJob[], log: Log): Going {
  return keepDoing(
    async (isToStop) => {
      for (const job of jobs) if (!isToStop()) await doDailyJob(world, job, log)
    },
    PAUSES,
    log,
    'The daily jobs could not be looked at. They are tried again in a minute.',
  )
}

/** Does a daily job if its time has come and it is not done; one that fails is logged, and holds up no other. */
export async function doDailyJob(
  world: World,
  { name, from, work }: DailyJob,
  log: Pick<Log, 'info' | 'error'>,
): Promise<void> {
  const now = world.now()
  const day = dayOf(now)
  const time = now.toZonedDateTimeISO('Europe/London').toPlainTime()
  if (Temporal.PlainTime.compare(time, from) < 0) return
  try {
    if (await onceADay(world, { name, day }, () => work(day))) log.info({ job: name }, 'A daily job was done')
  } catch (problem) {
    log.error(problem, `The daily job "${name}" failed. It is begun anew in five minutes.`)
  }
}
