import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, inScope, openDatabase, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { queueMessage } from '../../src/platform/messages/index.ts'
import { commandLineWith } from '../support/command-line.ts'
import { aMailServer, type MailServer } from '../support/mail-server.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { aHouse, type StrickenHouse } from './stricken-house.ts'

const ROUNDS = 20
const MESSAGES_PER_ROUND = 12

type Fate = { readonly id: string; readonly ends: string[]; readonly outcomes: string[] }

describe('when a server is killed while it hands messages over', () => {
  let house: StrickenHouse
  let database: Database
  let mail: MailServer
  let server: RunningServer
  let onMail: () => void = () => {}

  before(async () => {
    house = await aHouse({ actions: 1, datesPerAction: 1 })
    database = await openDatabase({
      dataDir: house.dataDir,
      databaseUrl: null,
      secret: null,
      poolSize: 2,
      applicationName: 'trellis test',
    })
    mail = await aMailServer({
      onMail: async () => {
        onMail()
        await pause(Math.random() * 30)
        return null
      },
    })
  })
  after(async () => {
    await server?.stop()
    await mail?.close()
    await database?.close()
    await house?.remove()
  })

  const settings = () => ({ SMTP_URL: mail.url, MAIL_FROM: 'trellis@trellis.example.org' })

  /** Queues messages as whatever causes them would, in one transaction. */
  async function queueSome(round: number): Promise<void> {
    const { partnershipId } = house.plan.manager
    const world = { now: () => Temporal.Now.instant(), newId }
    await inScope(database.app, wholePartnership(partnershipId), async (tx) => {
      for (let at = 0; at < MESSAGES_PER_ROUND; at++) {
        const queued = await queueMessage(tx, world, partnershipId, {
          key: `round ${round}, message ${at}`,
          channel: 'mail',
          to: `reader-${at}@testing.example`,
          purpose: 'reminder',
          subject: `Message ${at} of round ${round}`,
          text: 'Your update is due.',
        })
        assert.ok(queued)
      }
    })
  }

  for (let round = 1; round <= ROUNDS; round++) {
    test(`kill ${round} falls among messages on their way`, async () => {
      server = await startServer(house.dataDir, house.port, settings())
      const { promise: first, resolve } = Promise.withResolvers<void>()
      onMail = resolve
      await queueSome(round)
      await first
      await pause(Math.random() * 60)
      await server.kill()
      await forgetTheLost(house)
    })
  }

  test('every message has arrived and none is lost; a second copy came only where the kill fell before our note of a yes, under the same id', async () => {
    const said = await commandLineWith({ DATA_DIR: house.dataDir, ...settings() }, 'messages', 'send', '--json')
    assert.equal(JSON.parse(said).refused, 0)
    const fates = await fatesIn(house)
    assert.equal(fates.length, ROUNDS * MESSAGES_PER_ROUND)
    assert.deepEqual([...new Set(fates.flatMap(({ ends }) => ends))], ['sent'])

    const copies = Map.groupBy(mail.taken, ({ messageId }) => messageId)
    assert.equal(copies.size, fates.length, 'each message arrived, under one id')
    for (const { id, outcomes } of fates) {
      const arrived = copies.get(`<${id}@localhost>`)?.length ?? 0
      const unsure = outcomes.filter((outcome) => outcome === 'unsure').length
      assert.ok(arrived >= 1, `${id} never arrived`)
      assert.ok(arrived <= 1 + unsure, `${id} arrived ${arrived} times after ${outcomes.join(', ')}`)
      assert.equal(outcomes.filter((outcome) => outcome === 'taken').length, 1)
      assert.equal(outcomes.at(-1), 'taken')
    }
    const surplus = mail.taken.length - copies.size
    const unsure = fates.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome === 'unsure').length
    assert.ok(unsure > 0, 'no kill fell among messages on their way')
    assert.ok(surplus <= unsure)
  })
})

/** A worker is given minutes before its messages count as lost; the test moves the moment instead of waiting. */
async function forgetTheLost(house: StrickenHouse): Promise<void> {
  await house.inDatabase((client) => client.query('update message_due set due_at = least(due_at, now())'))
}

async function fatesIn(house: StrickenHouse): Promise<readonly Fate[]> {
  return house.inDatabase(async (client) => {
    const { rows } = await client.query<Fate>(
      `select id, array(select kind from message_end where message_id = message.id) as ends,
        array(select coalesce(outcome, 'under way') from message_attempt where message_id = message.id
          order by number) as outcomes
       from message order by id`,
    )
    return rows
  })
}
