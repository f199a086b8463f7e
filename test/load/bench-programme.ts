import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askTonight, type NightTally } from '../../src/modules/programme/index.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { makePlanOfSize } from '../support/plan-of-size.ts'

/**
 * Says how long the nights of a year take that decide whom to ask, remind and tell, for many partnerships on one embedded
 * database: a night with nothing due, the busiest there is, the same again, and one on which a few have something due.
 */
const PARTNERSHIPS = Number(process.env.BENCH_PARTNERSHIPS ?? 500)
const ACTIONS = 100
const LEADS = 20
const FEW = 10
/** Actions of most are due on these days (see the plans); the few have an extra one. */
const DATES = 4
const WANTED_SECONDS = 60

const dataDir = await mkdtemp(join(tmpdir(), 'trellis-bench-'))
await chmod(dataDir, 0o711)
const settings = { dataDir, databaseUrl: null, secret: null, poolSize: 2, applicationName: 'trellis bench' }
const database = await openDatabase(settings)
try {
  const began = performance.now()
  for (let at = 0; at < PARTNERSHIPS; at++) {
    const datesPerAction = at < FEW ? DATES + 1 : DATES
    await makePlanOfSize(database, { actions: ACTIONS, datesPerAction, leads: LEADS })
    if ((at + 1) % 50 === 0) process.stderr.write(`Made ${at + 1} of ${PARTNERSHIPS} partnerships\n`)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  process.stdout.write(`${PARTNERSHIPS} partnerships of ${ACTIONS} actions and ${LEADS} leads, made in ${seconds} s\n`)
  // Four dates a year fall 90 days apart from 29 June 2026, so that all is asked for on 1 June; five fall 72 days apart,
  // so that the few are asked for from 14 May.
  await night('nothing due', '2026-05-01')
  await night(`${FEW} partnerships have something due`, '2026-05-14')
  await night('the same again', '2026-05-14')
  await night('the busiest: every action is asked for', '2026-06-01')
  await night('the same again', '2026-06-01')
  await night('every action is reminded of', '2026-06-22')
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function night(what: string, on: string): Promise<void> {
  const now = () => Temporal.Instant.from(`${on}T05:00:00Z`)
  const began = performance.now()
  const tally = await askTonight({
    db: database.app,
    now,
    newId,
    origin: 'http://localhost:3000',
    mostStoredBytes: 5_000_000_000,
  })
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${inWords(what, on, seconds, tally)}\n`)
}

function inWords(what: string, on: string, seconds: number, { partnerships, steps, messages }: NightTally): string {
  const work = `${partnerships} partnerships looked at, ${steps} steps, ${messages} messages`
  const verdict = seconds > WANTED_SECONDS ? ': TOO SLOW' : ''
  return `${on}  ${what.padEnd(42)} ${seconds.toFixed(2).padStart(7)} s  ${work}; wanted under ${WANTED_SECONDS} s${verdict}`
}
