import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type DemoSignIn, seedDemo } from '../../demo/seed-demo.ts'
import { announcements, createApp } from '../../src/app.ts'
import { buildAssets } from '../../src/design/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { World } from '../../src/platform/world.ts'
import { closedAtTheEnd } from '../support/closed-at-the-end.ts'
import { openFilledDatabase } from '../support/database.ts'

/** The whole of Trellis with its demo, for one journey: its own database and its own port. */
export type House = {
  readonly address: string
  readonly signIns: readonly DemoSignIn[]
  readonly world: World
  readonly database: Database
  /** puts the clock to a moment, from where it runs on */
  readonly setClock: (to: string) => void
  readonly close: () => Promise<void>
}

type Choices = {
  /** a folder of its own for the database, where a command line is to find it too */
  readonly dataDir?: string
  /** when the clock and the demo begin */
  readonly begins?: Temporal.Instant
}

/** Journeys begin on a Wednesday in the demo's eleventh month, and their clock then runs as ours does. */
const BEGINS = Temporal.Instant.from('2026-11-18T10:00:00Z')

const SECRET = 'journeys keep no secret from anyone'

export async function openHouse({ dataDir, begins = BEGINS }: Choices = {}): Promise<House> {
  const clock = clockFrom(begins)
  const database = dataDir ? await databaseIn(dataDir) : await databaseWithDemo(begins)
  const address = `http://localhost:${await aFreePort()}`
  const { world, server, accounts } = await build(database, clock.now, address)
  const signIns = await seedDemo(world, accounts, announcements, () => {})
  await server.listen({ port: Number(new URL(address).port), host: 'localhost' })
  return closedAtTheEnd({
    address,
    signIns,
    world,
    database,
    setClock: clock.set,
    close: async () => {
      await server.close()
      await database.close()
    },
  })
}

function databaseIn(dataDir: string): Promise<Database> {
  return openDatabase({ dataDir, databaseUrl: null, secret: null, poolSize: 4, applicationName: 'trellis journey' })
}

/** The demo takes seconds to make, and every journey finds the same: it is made once for all that begin at one moment. */
function databaseWithDemo(begins: Temporal.Instant): Promise<Database> {
  return openFilledDatabase(`demo_${begins.epochMilliseconds}`, async (database) => {
    const { world, server, accounts } = await build(database, () => begins, 'http://localhost:3000')
    await seedDemo(world, accounts, announcements, () => {})
    await server.close()
  })
}

async function build(database: Database, now: () => Temporal.Instant, origin: string) {
  const world: World = { db: database.app, now, newId, origin, mostStoredBytes: 5_000_000_000 }
  const assets = await buildAssets()
  const app = await createApp({ database, world, assets, secret: SECRET, baseUrl: origin, logger: false })
  return { world, ...app }
}

function clockFrom(begins: Temporal.Instant) {
  let from = begins
  let since = performance.now()
  return {
    now: () => from.add({ milliseconds: Math.floor(performance.now() - since) }),
    set: (to: string) => {
      from = Temporal.Instant.from(to)
      since = performance.now()
    },
  }
}

async function aFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, 'localhost', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
