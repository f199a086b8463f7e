import assert from 'node:assert/strict'
import { after, afterEach } from 'node:test'
import { inspect } from 'node:util'
import type { KyselyPlugin } from 'kysely'
import { type App, announcements, createApp } from '../../src/app.ts'
import { buildAssets } from '../../src/design/index.ts'
import type { Announcements } from '../../src/modules/plan/index.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Scanner } from '../../src/platform/scanner/scanner.ts'
import type { World } from '../../src/platform/world.ts'
import { openTestDatabase } from './database.ts'

/** The real application of this test process, on a database of its own, with a clock that stands still. */
export type House = App & {
  readonly database: Database
  readonly world: World
  readonly announce: Announcements
}

const FIRST_MOMENT = Temporal.Instant.from('2014-10-15T09:00:00Z')
let moment = FIRST_MOMENT
let scanner: Scanner | undefined
let opened: Promise<House> | null = null
const noise: string[] = []

/** The house, built at the first asking; it is closed when the process's last test has ended. */
export function theHouse(): Promise<House> {
  opened ??= openHouse()
  return opened
}

/** Puts the clock of the house to a moment, or to nine o'clock of a day; with no word, to where every test begins. */
export function setClock(to = FIRST_MOMENT.toString()): void {
  moment = Temporal.Instant.from(to.includes('T') ? to : `${to}T09:00:00Z`)
}

/** Gives the house a virus scanner; with no word, takes it away again, as it is when every test begins. */
export function setScanner(to?: Scanner): void {
  scanner = to
}

/** What was logged as an error or written to the console since the last asking. A test that expects some takes it. */
export function takeNoise(): readonly string[] {
  return noise.splice(0)
}

let questions = 0

const COUNTING: KyselyPlugin = {
  transformQuery: ({ node }) => {
    questions += 1
    return node
  },
  transformResult: async ({ result }) => result,
}

/** How many questions the house has asked its database since the last asking. */
export function takeQuestions(): number {
  const asked = questions
  questions = 0
  return asked
}

async function openHouse(): Promise<House> {
  const database = await openTestDatabase()
  const world: World = {
    db: database.app.withPlugin(COUNTING),
    now: () => moment,
    newId,
    origin: 'http://localhost:3000',
    mostStoredBytes: 5_000_000_000,
    get scanner() {
      return scanner
    },
  }
  const app = await createApp({
    database,
    world,
    assets: await buildAssets(),
    secret: 'the tests of Trellis keep no secret from anyone',
    baseUrl: 'http://localhost:3000',
    // The clock stands still, and one test sends more than anybody in a minute; test/attacks has its own house for the limits.
    formsPerMinute: 0,
    logger: openLog({ hasJsonLog: false, level: 'warn', write: (line) => noise.push(line) }),
  })
  return { ...app, database, world, announce: announcements }
}

for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
  console[method] = (...said: unknown[]) => noise.push(said.map((each) => inspect(each)).join(' '))
}

afterEach(() => {
  setClock()
  setScanner()
  assert.deepEqual(takeNoise(), [], 'the test made noise')
})

after(async () => {
  const house = await opened
  await house?.server.close()
  await house?.database.close()
})
