import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type HttpVisitor, signInOver } from '../support/http-visitor.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { aHouse, type StrickenHouse } from './stricken-house.ts'

const ROWS = 1500
const LONGEST_MS = 60_000

describe('when a document is being read', () => {
  let house: StrickenHouse
  let server: RunningServer
  let visitor: HttpVisitor

  before(async () => {
    house = await aHouse({ actions: 1, datesPerAction: 1 })
  })
  beforeEach(async () => {
    server = await startServer(house.dataDir, house.port)
    visitor = await signInOver(server.address, house.plan.signIn)
  })
  afterEach(() => server?.stop())
  after(() => house?.remove())

  test('and the server is killed, the page of the reading takes it up after the restart and finishes it', async () => {
    const uploading = upload(visitor, 'killed-server.md').catch(() => null)
    const readingId = await readingUnderWay(house, 'killed-server.md')
    await server.kill()
    assert.equal(await uploading, null, 'the upload was answered before the kill')
    server = await startServer(house.dataDir, house.port)
    await letAMinutePass(house, readingId)
    assert.equal(await actionsOf(house, await planFrom(visitor, readingId)), ROWS)
  })

  test('and the database is killed, the server lives on and the page takes the reading up and finishes it', async () => {
    const uploading = upload(visitor, 'killed-database.md').catch(() => null)
    const readingId = await readingUnderWay(house, 'killed-database.md')
    await house.killDatabase()
    await uploading
    await pause(1000)
    assert.equal(server.hasEnded(), false, server.said())
    await letAMinutePass(house, readingId)
    assert.equal(await actionsOf(house, await planFrom(visitor, readingId)), ROWS)
  })
})

function upload(visitor: HttpVisitor, name: string): Promise<Response> {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `| ${at + 1} | Do thing ${at + 1} | Report | March 2027 | Head |`,
  )
  const text = [
    `# Plan 2026/27, ${name}`,
    '',
    '| Ref | Action | Measure | Timescale | Lead |',
    '|-|-|-|-|-|',
    ...rows,
  ].join('\n')
  return visitor.post('/documents', { once: randomUUID(), document: new File([text], name, { type: 'text/markdown' }) })
}

/** Waits until a server has begun to read the document of this name, and not a moment longer. */
async function readingUnderWay(house: StrickenHouse, name: string): Promise<string> {
  return house.inDatabase(async (client) => {
    for (const latest = performance.now() + LONGEST_MS; performance.now() < latest; ) {
      const { rows } = await client.query<{ id: string }>(
        `select reading.id from reading join stored_file on stored_file.id = reading.file_id
         where stored_file.name = $1 and claimed_at is not null and finished_at is null`,
        [name],
      )
      if (rows[0]) return rows[0].id
      await pause(5)
    }
    return assert.fail('no reading began')
  })
}

/** A reader is given a minute before its work counts as lost; the test moves the moment it began instead of waiting. */
async function letAMinutePass(house: StrickenHouse, readingId: string): Promise<void> {
  await untilItDoes(async () => {
    await house.inDatabase((client) =>
      client.query(`update reading set claimed_at = claimed_at - interval '1 minute' where id = $1`, [readingId]),
    )
    return true
  })
}

/** Opens the page of a reading again and again, as its reader would, until it leads to the plan that was read. */
async function planFrom(visitor: HttpVisitor, readingId: string): Promise<string> {
  let planId: string | undefined
  await untilItDoes(async () => {
    const answer = await visitor.get(`/readings/${readingId}`)
    await answer.arrayBuffer()
    planId = /^\/plans\/([^/]+)\/review$/.exec(answer.headers.get('location') ?? '')?.[1]
    return planId !== undefined
  })
  return planId ?? assert.fail('the reading led to no plan')
}

async function actionsOf(house: StrickenHouse, planId: string): Promise<number> {
  return house.inDatabase(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from action where plan_id = $1',
      [planId],
    )
    return rows[0]?.count ?? 0
  })
}

async function untilItDoes(attempt: () => Promise<boolean>): Promise<void> {
  for (const latest = performance.now() + LONGEST_MS; performance.now() < latest; await pause(100)) {
    if (await attempt().catch(() => false)) return
  }
}
