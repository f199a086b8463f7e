import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { signInOver } from '../support/http-visitor.ts'
import { makePlanOfSize, type PlanOfSize } from '../support/plan-of-size.ts'
import { freePort, startServer } from '../support/running-server.ts'
import { keepAliveClient } from './keep-alive-client.ts'
import { type Measured, measure } from './measure.ts'
import { measureWork } from './measure-work.ts'
import { requestsOf } from './requests.ts'
import { fillWithUpdates } from './seed-updates.store.ts'
import { weighPage } from './weigh-page.ts'

/** Measures a real server on real plans of three sizes, from a process of its own, and prints the table. */
const SIZES = (process.env.BENCH_SIZES ?? '82,820,8200').split(',').map(Number)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
const CONNECTIONS = [1, 8]
const ACTIONS_OF_SIXTY_PAGES = 180

type Row = { readonly size: number; readonly request: string; readonly connections: number } & Measured

const dataDir = await mkdtemp(join(tmpdir(), 'trellis-bench-'))
await chmod(dataDir, 0o711)
const settings = { dataDir, databaseUrl: null, secret: null, poolSize: 2, applicationName: 'trellis bench' }
const database = await openDatabase(settings)
try {
  const plans = new Map<number, PlanOfSize>()
  for (const size of SIZES) plans.set(size, await makeFullPlan(size))
  const rows = await measureServer(plans)
  for (const row of rows) process.stdout.write(`${inWords(row)}\n`)
  process.stdout.write(`\n${ratios(rows)}\n\n`)
  for (const line of await measureWork(database, await makeFullPlan(ACTIONS_OF_SIXTY_PAGES)))
    process.stdout.write(`${line}\n`)
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function makeFullPlan(size: number): Promise<PlanOfSize> {
  const began = performance.now()
  const plan = await makePlanOfSize(database, { actions: size, datesPerAction: 3 })
  await fillWithUpdates(database, plan)
  process.stderr.write(`Made a plan of ${size} actions in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  return plan
}

async function measureServer(plans: ReadonlyMap<number, PlanOfSize>): Promise<readonly Row[]> {
  const nodeOptions = process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []
  const server = await startServer(dataDir, await freePort(), {}, nodeOptions)
  const rows: Row[] = []
  try {
    for (const connections of CONNECTIONS) {
      for (const [size, plan] of plans) rows.push(...(await measurePlan(server.address, size, plan, connections)))
    }
  } finally {
    await server.stop()
  }
  return rows
}

async function measurePlan(address: string, size: number, plan: PlanOfSize, connections: number): Promise<Row[]> {
  const { cookie } = await signInOver(address, plan.signIn)
  const client = keepAliveClient(address, cookie, connections)
  const saved: string[] = []
  const rows: Row[] = []
  for (const [request, ask] of requestsOf(client, plan, await lastDuties(plan), saved)) {
    rows.push({ size, request, connections, ...(await measure(ask, connections, SECONDS * 1000)) })
  }
  if (connections === 1) {
    process.stdout.write(
      `The page of 100 rows of ${size} actions: ${await weighPage(client, `/plans/${plan.planId}`)}\n`,
    )
  }
  client.close()
  await nothingIsLost(database, saved)
  return rows
}

/** The duty of each action that waits for its update. */
async function lastDuties({ planId }: PlanOfSize): Promise<readonly string[]> {
  const { rows } = await database.owner((db) =>
    sql<{ id: string }>`select distinct on (action_id) id from reporting_point where plan_id = ${planId}
      order by action_id, due_on desc limit 500`.execute(db),
  )
  return rows.map(({ id }) => id)
}

async function nothingIsLost({ owner }: Database, keys: readonly string[]): Promise<void> {
  const { rows } = await owner((db) =>
    sql<{
      count: number
    }>`select count(*)::int as count from form_receipt where key = any(${[...keys]}::uuid[])`.execute(db),
  )
  if (rows[0]?.count !== keys.length) throw new Error(`${keys.length} saves were answered and ${rows[0]?.count} kept`)
}

function inWords({ size, request, connections, p50, p95, perSecond, asked }: Row): string {
  const figures = [p50.toFixed(1), p95.toFixed(1), perSecond.toFixed(0), String(asked)].map((text) => text.padStart(8))
  return `${String(size).padStart(5)} actions  ${request.padEnd(18)} ${connections} at once ${figures.join('')}`
}

function ratios(rows: readonly Row[]): string {
  const alone = rows.filter(({ connections }) => connections === 1)
  const words = alone
    .filter(({ size }) => size === SIZES.at(-1))
    .map(({ request, p50 }) => {
      const smaller = alone.find((row) => row.request === request && row.size === SIZES.at(-2))
      return smaller ? `${request} ${(p50 / smaller.p50).toFixed(2)}` : null
    })
  return `Middle time at ${SIZES.at(-1)} actions to that at ${SIZES.at(-2)}: ${words.filter(Boolean).join(', ')}`
}
