import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aPartnership, openTestDatabase } from '../../../test/support/database.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/result.ts'
import { type Database, inScope, wholePartnership } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { claimMessages, findPartnershipsWithMessagesDue } from './delivery.store.ts'
import { type Message, queueMessage, withdrawMessage } from './index.ts'

const NINE = Temporal.Instant.from('2014-10-15T09:00:00Z')

let database: Database
let world: World
before(async () => {
  database = await openTestDatabase()
  world = {
    db: database.app,
    now: () => NINE,
    newId,
    origin: 'https://trellis.example.org',
    mostStoredBytes: 1_000_000,
  }
})
after(() => database.close())

const aMessage = (overrides: Partial<Message> = {}): Message => ({
  key: 'reminder/1',
  channel: 'mail',
  to: 'lena@testing.example',
  purpose: 'reminder',
  subject: 'Your update is due',
  text: 'Your update is due on 31 October 2014.',
  ...overrides,
})

const queue = (mine: PartnershipId, message: Message) =>
  inScope(world.db, wholePartnership(mine), (tx) => queueMessage(tx, world, mine, message))

const claim = (mine: PartnershipId, now = NINE) =>
  inScope(world.db, wholePartnership(mine), (tx) => claimMessages(tx, now, now.add({ minutes: 2 }), 10))

const due = async (now = NINE) => findPartnershipsWithMessagesDue(world.db, now, 1000)

describe('a message', () => {
  test('is queued once for its key, whatever is said the second time, and once more in another partnership', async () => {
    const mine = await aPartnership(database)
    const theirs = await aPartnership(database)
    assert.equal(await queue(mine, aMessage()), true)
    assert.equal(await queue(mine, aMessage({ subject: 'Something else' })), false)
    assert.equal(await queue(theirs, aMessage()), true)
    const subjects = (await claim(mine)).map(({ subject }) => subject)
    assert.deepEqual(subjects, ['Your update is due'])
  })

  test('is not queued when what caused it was refused', async () => {
    const mine = await aPartnership(database)
    await inScope(world.db, wholePartnership(mine), async (tx) => {
      await queueMessage(tx, world, mine, aMessage())
      return refuse({ kind: 'not-today' })
    })
    assert.deepEqual(await claim(mine), [])
    assert.equal(await queue(mine, aMessage()), true)
  })

  test('of one key, sent by ten at once, is queued once', async () => {
    const mine = await aPartnership(database)
    const answers = await Promise.all(Array.from({ length: 10 }, () => queue(mine, aMessage())))
    assert.equal(answers.filter(Boolean).length, 1)
  })

  test('waits for its moment', async () => {
    const mine = await aPartnership(database)
    const ten = NINE.add({ hours: 1 })
    await queue(mine, aMessage({ notBefore: ten }))
    assert.ok(!(await due()).includes(mine))
    assert.deepEqual(await claim(mine), [])
    assert.ok((await due(ten)).includes(mine))
    assert.equal((await claim(mine, ten)).length, 1)
  })

  test('that one worker has taken is taken by no other until that worker counts as lost', async () => {
    const mine = await aPartnership(database)
    for (let at = 0; at < 30; at++) await queue(mine, aMessage({ key: `reminder/${at}` }))
    const taken = (await Promise.all(Array.from({ length: 6 }, () => claim(mine)))).flat()
    assert.equal(new Set(taken.map(({ id }) => id)).size, taken.length)
    const rest = [...(await claim(mine)), ...(await claim(mine)), ...(await claim(mine))]
    assert.equal(taken.length + rest.length, 30)
    assert.ok(!(await due()).includes(mine))
    assert.ok((await due(NINE.add({ minutes: 2 }))).includes(mine))
  })

  test('is found due without a scope, but only whose it is, and read by nobody else', async () => {
    const mine = await aPartnership(database)
    const theirs = await aPartnership(database)
    await queue(mine, aMessage())
    const found = await due()
    assert.ok(found.includes(mine))
    assert.ok(!found.includes(theirs))
    assert.deepEqual(await claim(theirs), [])
  })

  test('can be taken back before it goes, once', async () => {
    const mine = await aPartnership(database)
    await queue(mine, aMessage({ secret: true, text: 'https://trellis.example.org/in/1234' }))
    const withdraw = () =>
      inScope(world.db, wholePartnership(mine), (tx) => withdrawMessage(tx, world, mine, 'reminder/1'))
    assert.equal(await withdraw(), true)
    assert.equal(await withdraw(), false)
    assert.deepEqual(await claim(mine), [])
    const rows = await inScope(world.db, wholePartnership(mine), (tx) =>
      tx.selectFrom('message').select('body').execute(),
    )
    assert.deepEqual(rows, [{ body: '' }])
  })
})
