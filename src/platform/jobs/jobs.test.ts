import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openTestDatabase } from '../../../test/support/database.ts'
import { day } from '../../kernel/day.ts'
import type { Database } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { type DailyJob, doDailyJob, keepDoing, onceADay } from './index.ts'
import { claimJobRun } from './job-run.store.ts'

let database: Database
let world: World
let now: Temporal.Instant
before(async () => {
  database = await openTestDatabase()
  world = { db: database.app, now: () => now, newId, origin: 'https://trellis.example.org', mostStoredBytes: 1_000_000 }
})
after(() => database.close())
beforeEach(() => {
  now = Temporal.Instant.from('2014-10-15T09:00:00Z')
})

const today = day('2014-10-15')
const said: string[] = []
const log = { info: () => {}, error: (_problem: unknown, words?: string) => said.push(words ?? '') }

/** A job that counts the days it was done for. */
function aJob(name: string, work: () => Promise<void> = async () => {}): DailyJob & { readonly days: string[] } {
  const days: string[] = []
  const counted = async (of: Temporal.PlainDate) => {
    days.push(of.toString())
    await work()
  }
  return { name, from: Temporal.PlainTime.from('02:00'), work: counted, days }
}

describe('a daily job', () => {
  test('is done once, though ten processes come at the same moment, and again the next day', async () => {
    const job = aJob('ten at once')
    const tenAtOnce = () => Promise.all(Array.from({ length: 10 }, () => doDailyJob(world, job, log)))
    await tenAtOnce()
    await tenAtOnce()
    now = now.add({ hours: 24 })
    await tenAtOnce()
    assert.deepEqual(job.days, ['2014-10-15', '2014-10-16'])
  })

  test('waits for its time in England, winter and summer', async () => {
    const job = aJob('at two')
    for (const moment of [
      '2014-06-01T00:59:00Z',
      '2014-06-01T01:00:00Z',
      '2014-12-01T01:59:00Z',
      '2014-12-01T02:00:00Z',
    ]) {
      now = Temporal.Instant.from(moment)
      await doDailyJob(world, job, log)
    }
    assert.deepEqual(job.days, ['2014-06-01', '2014-12-01'])
  })

  test('whose worker was killed is begun anew when it has said nothing for five minutes, and not before', async () => {
    const run = { name: 'killed', day: today }
    assert.ok(await claimJobRun(world.db, run, now, now.add({ minutes: 5 })))
    const begin = () => onceADay(world, run, async () => {})
    now = now.add({ minutes: 4 })
    assert.equal(await begin(), false)
    now = now.add({ minutes: 1 })
    assert.deepEqual([await begin(), await begin()], [true, false])
  })

  test('that fails is said so and begun anew, and holds up no other', async () => {
    let isBroken = true
    const job = aJob('breaks', async () => {
      if (isBroken) throw new Error('the roof fell in')
    })
    await doDailyJob(world, job, log)
    assert.deepEqual(said.splice(0), ['The daily job "breaks" failed. It is begun anew in five minutes.'])
    isBroken = false
    now = now.add({ minutes: 5 })
    await doDailyJob(world, job, log)
    await doDailyJob(world, job, log)
    assert.equal(job.days.length, 2)
  })
})

describe('work that goes on', () => {
  test('goes on after a pass that failed, and stops when what is in hand has ended', async () => {
    const passes: string[] = []
    const { promise: second, resolve } = Promise.withResolvers<void>()
    const going = keepDoing(
      async () => {
        passes.push('begun')
        if (passes.length === 1) throw new Error('the roof fell in')
        resolve()
        await new Promise((later) => setImmediate(later))
        passes.push('ended')
      },
      { pauseMs: 60_000, afterTroubleMs: 1 },
      log,
      'A pass failed.',
    )
    await second
    await going.stop()
    assert.deepEqual(passes, ['begun', 'begun', 'ended'])
    assert.deepEqual(said.splice(0), ['A pass failed.'])
  })
})
