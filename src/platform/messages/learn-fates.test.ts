import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openTestDatabase } from '../../../test/support/database.ts'
import { aNotifyServer, NOTIFY_KEY, type NotifyServer } from '../../../test/support/notify-server.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { type Database, inScope, wholePartnership } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { type Carriers, carriersOf, deliverMessages, learnFates } from './index.ts'
import { aQueuedMessage, standingOf } from './messages.factory.ts'
import { fateFrom } from './notify-carrier.ts'

const NINE = Temporal.Instant.from('2014-10-15T09:00:00Z')

describe('what became of a message that GOV.UK Notify has taken', () => {
  let database: Database
  let server: NotifyServer
  let world: World
  let carriers: Carriers
  let now = NINE
  before(async () => {
    database = await openTestDatabase()
    server = await aNotifyServer()
    const origin = 'https://trellis.example.org'
    world = { db: database.app, now: () => now, newId, origin, mostStoredBytes: 1_000_000 }
    const notify = { key: NOTIFY_KEY, mailTemplate: 'mail-1', textTemplate: 'text-1', url: server.url }
    carriers = carriersOf({ smtp: null, notify }, origin)
  })
  after(async () => {
    await server.close()
    await database.close()
  })
  beforeEach(() => {
    now = NINE
  })

  /** A message that was sent, and what the server calls it. */
  async function sent(): Promise<{ readonly mine: PartnershipId; readonly reference: string }> {
    const mine = await aQueuedMessage({ database, world })
    await deliverMessages(world, carriers)
    return { mine, reference: server.taken.at(-1)?.id ?? assert.fail('nothing was sent') }
  }

  const outcomesOf = async (mine: PartnershipId) =>
    inScope(world.db, wholePartnership(mine), async (tx) => {
      const outcomes = await tx.selectFrom('message_outcome').select('kind').execute()
      const fates = await tx.selectFrom('message_fate').select(['kind', 'status']).execute()
      return { outcomes: outcomes.map(({ kind }) => kind), fates }
    })

  test('is unknown while it is being sent, and asked for again', async () => {
    const { mine, reference } = await sent()
    assert.equal(await learnFates(world, carriers), 0)
    assert.deepEqual(await outcomesOf(mine), { outcomes: ['sent'], fates: [] })
    server.statuses.set(reference, 'delivered')
    assert.equal(await learnFates(world, carriers), 1)
    assert.deepEqual(await outcomesOf(mine), {
      outcomes: ['sent'],
      fates: [{ kind: 'delivered', status: 'delivered' }],
    })
    assert.equal(await learnFates(world, carriers), 0, 'it is asked for no more')
  })

  test('came back: it shows as not delivered, and its address as refused', async () => {
    const { mine, reference } = await sent()
    server.statuses.set(reference, 'permanent-failure')
    assert.equal(await learnFates(world, carriers), 1)
    assert.deepEqual((await outcomesOf(mine)).outcomes, ['returned'])
    const { ends, refusals } = await standingOf(world, mine)
    assert.deepEqual(ends, ['sent'], 'that it was sent stays on record')
    assert.deepEqual(refusals, [{ address: 'lena@testing.example', words: 'GOV.UK Notify could not deliver to it.' }])
  })

  test('is asked for no longer than the server would know', async () => {
    const { mine, reference } = await sent()
    server.statuses.set(reference, 'temporary-failure')
    now = NINE.add({ hours: 97 })
    assert.equal(await learnFates(world, carriers), 0)
    now = NINE.add({ hours: 73 })
    assert.equal(await learnFates(world, carriers), 1)
    const { refusals } = await standingOf(world, mine)
    assert.deepEqual(refusals, [], 'a full mailbox is no wrong address')
  })

  test('a server that cannot be asked loses nothing', async () => {
    const { mine } = await sent()
    const notify = { key: NOTIFY_KEY, mailTemplate: 'mail-1', textTemplate: null, url: 'http://127.0.0.1:9' }
    assert.equal(await learnFates(world, carriersOf({ smtp: null, notify }, world.origin)), 0)
    assert.deepEqual((await outcomesOf(mine)).outcomes, ['sent'])
  })

  test('only its last words count', () => {
    assert.deepEqual(['created', 'sending', 'pending', 'sent', ''].map(fateFrom), [null, null, null, null, null])
    assert.equal(fateFrom('technical-failure')?.isAddress, false)
  })
})
