import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type DemoSignIn, seedDemo } from '../../demo/seed-demo.ts'
import { announcements, createApp } from '../../src/app.ts'
import { buildAssets } from '../../src/design/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { World } from '../../src/platform/world.ts'
import { closedAtTheEnd } from '../support/closed-at-the-end.ts'
import { openTestDatabase } from '../support/database.ts'

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

export async function openHouse({ dataDir, begins = BEGINS }: Choices = {}): Promise<House> {
  const clock = clockFrom(begins)
  const database = dataDir
    ? await openDatabase({ dataDir, databaseUrl: null, secret: null, poolSize: 4, applicationName: 'trellis journey' })
    : await openTestDatabase()
  const address = `http://localhost:${await aFreePort()}`
  const world: World = {
    db: database.app,
    now: clock.now,
    newId,
    origin: address,
    mostStoredBytes: 5_000_000_000,
  }
  const { server, accounts } = await createApp({
    database,
    world,
    assets: await buildAssets(),
    secret: 'journeys keep no secret from anyone',
    baseUrl: address,
    logger: false,
  })
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
