import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openTestDatabase } from '../../../test/support/database.ts'
import { aMailServer, type MailServer, smtpNo } from '../../../test/support/mail-server.ts'
import { aNotifyServer, NOTIFY_KEY, type NotifyServer } from '../../../test/support/notify-server.ts'
import { freePort } from '../../../test/support/running-server.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { type Database, inScope, wholePartnership } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { beginAttempt, claimMessages } from './delivery.store.ts'
import { type Carriers, carriersOf, deliverMessages, type MessageSettings } from './index.ts'
import { aQueuedMessage, standingOf } from './messages.factory.ts'

const NINE = Temporal.Instant.from('2014-10-15T09:00:00Z')
const ORIGIN = 'https://trellis.example.org'
const FROM = 'Trellis <trellis@trellis.example.org>'

let database: Database
let world: World
let now = NINE
before(async () => {
  database = await openTestDatabase()
  world = { db: database.app, now: () => now, newId, origin: ORIGIN, mostStoredBytes: 1_000_000 }
})
after(() => database.close())
beforeEach(() => {
  now = NINE
})

const queued = (...of: [Parameters<typeof aQueuedMessage>[1]?, Parameters<typeof aQueuedMessage>[2]?]) =>
  aQueuedMessage({ database, world }, ...of)
const carriers = (settings: Partial<MessageSettings>): Carriers =>
  carriersOf({ smtp: null, notify: null, ...settings }, ORIGIN)
const byMail = (url: string) => carriers({ smtp: { url, from: FROM, needsTls: false } })
const byNotify = (url: string) =>
  carriers({ notify: { key: NOTIFY_KEY, mailTemplate: 'mail-1', textTemplate: 'text-1', url } })

/** Takes a message and begins to hand it over, as a worker does that is killed before it can say how that ended. */
async function loseAWorker(mine: PartnershipId): Promise<void> {
  await inScope(world.db, wholePartnership(mine), async (tx) => {
    const [message] = await claimMessages(tx, now, now.add({ minutes: 3 }), 1)
    assert.ok(message)
    await beginAttempt(tx, message, 'a worker that is lost', now)
  })
}

describe('a house that sends nothing', () => {
  test('keeps a message to be read', async () => {
    const mine = await queued()
    await deliverMessages(world, carriers({}))
    const { ends, outcomes } = await standingOf(world, mine)
    assert.deepEqual({ ends, outcomes }, { ends: ['kept'], outcomes: ['taken'] })
  })

  test('forgets a link that lets somebody in, but for the demo, where it is to be tried', async () => {
    const secret = { secret: true, text: `${ORIGIN}/in/1234` }
    const [mine, demo] = [await queued(secret), await queued(secret, { isDemo: true })]
    await deliverMessages(world, carriers({}))
    assert.deepEqual((await standingOf(world, mine)).bodies, [''])
    assert.deepEqual((await standingOf(world, demo)).bodies, [`${ORIGIN}/in/1234`])
  })

  test('lets one go that is past its time', async () => {
    const mine = await queued({ expiresAt: NINE.add({ minutes: 10 }) })
    now = NINE.add({ minutes: 10 })
    await deliverMessages(world, carriers({}))
    const { ends, outcomes } = await standingOf(world, mine)
    assert.deepEqual({ ends, outcomes }, { ends: ['expired'], outcomes: [] })
  })
})

describe('mail', () => {
  let server: MailServer
  let answerTo: (address: string) => Error | null = () => null
  before(async () => {
    server = await aMailServer({ onAddress: (address) => answerTo(address) })
  })
  after(() => server.close())
  beforeEach(() => {
    server.taken.length = 0
    answerTo = () => null
  })

  test('arrives as text and as a page, from the house, with an id of its own, and says that no person wrote it', async () => {
    const mine = await queued({ subject: 'Your update on “Early help” is due' }, { name: 'Millbrook partnership' })
    assert.equal((await deliverMessages(world, byMail(server.url))).sent, 1)
    const [mail] = server.taken
    assert.ok(mail)
    assert.equal(mail.to, 'lena@testing.example')
    assert.match(mail.messageId, /^<[0-9a-f-]{36}@trellis\.example\.org>$/)
    for (const header of [
      /^From: Trellis <trellis@trellis\.example\.org>/m,
      /^To: Lena Lead <lena@testing\.example>/m,
      /^Auto-Submitted: auto-generated/m,
      /^Content-Type: multipart\/alternative/m,
    ])
      assert.match(mail.raw, header)
    assert.match(mail.raw, /text\/plain[\s\S]*Sent by Trellis for Millbrook partnership\.[\s\S]*text\/html/)
    assert.deepEqual((await standingOf(world, mine)).ends, ['sent'])
  })

  test('that is sent is not sent again, by one pass or by four at once', async () => {
    const mine = [await queued(), await queued(), await queued()]
    await Promise.all(Array.from({ length: 4 }, () => deliverMessages(world, byMail(server.url))))
    await deliverMessages(world, byMail(server.url))
    assert.equal(server.taken.length, mine.length)
  })

  test('keeps no link that lets somebody in once it is sent', async () => {
    const mine = await queued({ secret: true, text: `${ORIGIN}/in/1234` }, { isDemo: true })
    await deliverMessages(world, byMail(server.url))
    assert.match(server.taken[0]?.raw ?? '', /\/in\/1234/)
    assert.deepEqual((await standingOf(world, mine)).bodies, [''])
  })

  test('to an address that is refused ends, and the refusal is kept against the address in the server’s words', async () => {
    answerTo = () => smtpNo(550, 'No such mailbox')
    const mine = await queued()
    assert.equal((await deliverMessages(world, byMail(server.url))).refused, 1)
    const { ends, refusals } = await standingOf(world, mine)
    assert.deepEqual(ends, ['refused'])
    assert.deepEqual(refusals, [{ address: 'lena@testing.example', words: '550 No such mailbox' }])
  })

  test('to what is no address at all is refused without asking anybody', async () => {
    const mine = await queued({ to: 'nobody, really' })
    await deliverMessages(world, byMail(server.url))
    assert.deepEqual((await standingOf(world, mine)).ends, ['refused'])
  })

  test('that is put off is tried again, ever later, and given up after a day', async () => {
    answerTo = () => smtpNo(451, 'Come back later')
    const mine = await queued()
    const waits: number[] = []
    for (;;) {
      await deliverMessages(world, byMail(server.url))
      const [due] = await inScope(world.db, wholePartnership(mine), (tx) =>
        tx.selectFrom('message_due').select('due_at').execute(),
      )
      if (!due) break
      const next = Temporal.Instant.from(due.due_at)
      waits.push(now.until(next).total('minutes'))
      now = next
    }
    assert.deepEqual(waits, [1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240, 240])
    const { ends, outcomes, words } = await standingOf(world, mine)
    assert.deepEqual(ends, ['given-up'])
    assert.deepEqual([...new Set(outcomes)], ['put-off'])
    assert.deepEqual([...new Set(words)], ['451 Come back later'])
  })

  test('waits for a server that is away, and goes when it is back', async () => {
    const mine = await queued()
    await deliverMessages(world, byMail(`smtp://127.0.0.1:${await freePort()}`))
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['put-off'])
    now = NINE.add({ minutes: 2 })
    await deliverMessages(world, byMail(server.url))
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['put-off', 'taken'])
  })

  test('whose worker was lost goes again under the same id, and the lost try stands as unsure', async () => {
    const mine = await queued()
    await loseAWorker(mine)
    await deliverMessages(world, byMail(server.url))
    assert.deepEqual(server.taken, [], 'it is held for the worker, who may live')
    now = NINE.add({ minutes: 3 })
    await deliverMessages(world, byMail(server.url))
    assert.equal(server.taken.length, 1)
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['unsure', 'taken'])
  })
})

describe('GOV.UK Notify', () => {
  let server: NotifyServer
  let answer: Parameters<typeof aNotifyServer>[0]
  before(async () => {
    server = await aNotifyServer((asked) => answer?.(asked) ?? null)
  })
  after(() => server.close())
  beforeEach(() => {
    server.taken.length = 0
    answer = undefined
  })

  test('takes mail and text messages, each by its template', async () => {
    await queued()
    await queued({ channel: 'text', to: '07700 900123', text: 'Your update is due.' })
    assert.equal((await deliverMessages(world, byNotify(server.url))).sent, 2)
    const said = server.taken
      .map(({ id: _, reference: __, ...rest }) => rest)
      .sort((one, other) => one.template_id.localeCompare(other.template_id))
    assert.deepEqual(said, [
      {
        template_id: 'mail-1',
        email_address: 'lena@testing.example',
        personalisation: {
          subject: 'Your update is due',
          body: 'Your update is due on 31 October 2014.\n\nhttps://trellis.example.org/updates',
        },
      },
      { template_id: 'text-1', phone_number: '07700 900123', personalisation: { body: 'Your update is due.' } },
    ])
  })

  test('says which address or number cannot be, and that is kept', async () => {
    answer = () => ({ status: 400, error: 'ValidationError', message: 'phone_number Not enough digits' })
    const mine = await queued({ channel: 'text', to: '0770' })
    await deliverMessages(world, byNotify(server.url))
    const { ends, refusals } = await standingOf(world, mine)
    assert.deepEqual(ends, ['refused'])
    assert.deepEqual(refusals, [{ address: '0770', words: '400 ValidationError: phone_number Not enough digits' }])
  })

  test('with a limit reached, or a key that is not its own, is tried again', async () => {
    answer = () => ({ status: 429, error: 'TooManyRequestsError', message: 'Exceeded send limits (250) for today' })
    const mine = await queued()
    await deliverMessages(world, byNotify(server.url))
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['put-off'])
    const theirs = await queued()
    const key = NOTIFY_KEY.replaceAll('2', '1')
    const notify = { key, mailTemplate: 'mail-1', textTemplate: null, url: server.url }
    await deliverMessages(world, carriers({ notify }))
    assert.deepEqual((await standingOf(world, theirs)).words, ['403 AuthError: Invalid token: service not found'])
  })

  test('that took a message and broke off is asked after it, and the message is not sent twice', async () => {
    answer = () => 'vanish'
    const mine = await queued({ subject: 'Taken once' })
    await deliverMessages(world, byNotify(server.url))
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['unsure'])
    answer = undefined
    now = NINE.add({ minutes: 2 })
    await deliverMessages(world, byNotify(server.url))
    assert.deepEqual((await standingOf(world, mine)).outcomes, ['unsure', 'taken'])
    const subjects = server.taken.map(({ personalisation: { subject } }) => subject)
    assert.deepEqual(
      subjects.filter((subject) => subject === 'Taken once'),
      ['Taken once'],
    )
  })

  test('that never had the message of a lost worker gets it', async () => {
    const mine = await queued()
    await loseAWorker(mine)
    now = NINE.add({ minutes: 3 })
    await deliverMessages(world, byNotify(server.url))
    assert.deepEqual((await standingOf(world, mine)).ends, ['sent'])
  })
})
