import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openTestDatabase } from '../../../../test/support/database.ts'
import { aMailServer, type MailServer, type TakenMail } from '../../../../test/support/mail-server.ts'
import type { PartnershipId } from '../../../kernel/id.ts'
import { type Database, inScope, wholePartnership } from '../../database/index.ts'
import { newId } from '../../ids.ts'
import type { World } from '../../world.ts'
import { type Carriers, carriersOf, deliverMessages, takeReport } from '../index.ts'
import { aQueuedMessage, standingOf } from '../messages.factory.ts'
import { aLetter, eximReport, microsoftReport, postfixReport } from './notifications.factory.ts'

const NINE = Temporal.Instant.from('2014-10-15T09:00:00Z')

describe('mail that came back', () => {
  let database: Database
  let server: MailServer
  let world: World
  let carriers: Carriers
  let now = NINE
  before(async () => {
    database = await openTestDatabase()
    server = await aMailServer({ offersReports: true })
    const origin = 'https://trellis.example.org'
    world = { db: database.app, now: () => now, newId, origin, mostStoredBytes: 1_000_000 }
    carriers = carriersOf(
      { smtp: { url: server.url, from: 'trellis@testing.example', needsTls: false }, notify: null },
      origin,
    )
  })
  after(async () => {
    await server.close()
    await database.close()
  })
  beforeEach(() => {
    now = NINE
  })

  /** A message that the server has taken, as it took it. */
  async function sent(): Promise<{ readonly mine: PartnershipId; readonly mail: TakenMail }> {
    const mine = await aQueuedMessage({ database, world })
    await deliverMessages(world, carriers)
    return { mine, mail: server.taken.at(-1) ?? assert.fail('nothing was sent') }
  }

  const standing = async (mine: PartnershipId) =>
    inScope(world.db, wholePartnership(mine), async (tx) => ({
      outcomes: await tx.selectFrom('message_outcome').select(['kind', 'returned_status']).execute(),
      delays: await tx.selectFrom('message_delay').select('status').execute(),
      refusals: (await standingOf(world, mine)).refusals,
    }))
  const SENT = { outcomes: [{ kind: 'sent', returned_status: null }], delays: [], refusals: [] }

  test('each mail asks its server for a report that names it, and for no more of it than its headers', async () => {
    const { mail } = await sent()
    const [, id = ''] = /^<(.+)@trellis\.example\.org>$/.exec(mail.messageId) ?? []
    assert.deepEqual(mail.report, { envelopeId: id, returns: 'HDRS', when: 'FAILURE,DELAY' })
    const plain = await aMailServer()
    const smtp = { url: plain.url, from: 'trellis@testing.example', needsTls: false }
    await aQueuedMessage({ database, world })
    await deliverMessages(world, carriersOf({ smtp, notify: null }, world.origin))
    await plain.close()
    assert.deepEqual(
      plain.taken.map(({ report }) => report),
      [null],
      'one that offers no reports is asked for none, and takes the mail',
    )
  })

  test('is noted once, by what the server was told and by what it gives back', async () => {
    for (const write of [postfixReport, microsoftReport, eximReport]) {
      const { mine, mail } = await sent()
      const report = write({ messageId: mail.messageId, status: '5.1.1' })
      assert.equal(await takeReport(world, report), 'returned')
      assert.equal(await takeReport(world, report), 'known')
      assert.deepEqual(await standing(mine), {
        outcomes: [{ kind: 'returned', returned_status: '5.1.1' }],
        delays: [],
        refusals: [{ address: 'lena@testing.example', words: '5.1.1, mailbox unknown' }],
      })
    }
    const { mine, mail } = await sent()
    assert.equal(await takeReport(world, postfixReport({ envelopeId: mail.report?.envelopeId ?? '' })), 'returned')
    assert.equal((await standing(mine)).outcomes[0]?.kind, 'returned')
  })

  test('a full mailbox is no wrong address', async () => {
    const { mine, mail } = await sent()
    assert.equal(await takeReport(world, eximReport({ messageId: mail.messageId })), 'returned')
    assert.deepEqual((await standing(mine)).refusals, [])
  })

  test('a delay is noted, and does not end it: it may still come back', async () => {
    const { mine, mail } = await sent()
    const delayed = postfixReport({ messageId: mail.messageId, action: 'delayed', status: '4.4.1' })
    assert.equal(await takeReport(world, delayed), 'delayed')
    assert.equal(await takeReport(world, delayed), 'known')
    assert.deepEqual(await standing(mine), { ...SENT, delays: [{ status: '4.4.1' }] })
    assert.equal(await takeReport(world, postfixReport({ messageId: mail.messageId, status: '5.4.7' })), 'returned')
    assert.equal((await standing(mine)).outcomes[0]?.kind, 'returned')
    assert.equal(await takeReport(world, delayed), 'known')
  })

  test('a forged report does nothing without the id of a message that was mailed of late', async () => {
    const { mine, mail } = await sent()
    const guess = `<${newId()}@trellis.example.org>`
    assert.equal(await takeReport(world, postfixReport({ messageId: guess, to: mail.to })), 'not-ours')
    assert.equal(await takeReport(world, postfixReport({ messageId: `<${mine}@trellis.example.org>` })), 'not-ours')
    assert.equal(await takeReport(world, aLetter(['Auto-Submitted: auto-replied'])), 'automatic-reply')
    now = NINE.add({ hours: 24 * 31 })
    assert.equal(await takeReport(world, postfixReport({ messageId: mail.messageId })), 'not-ours')
    now = NINE
    assert.deepEqual(await standing(mine), SENT)
    const kept = await aQueuedMessage({ database, world })
    await deliverMessages(world, carriersOf({ smtp: null, notify: null }, world.origin))
    const id = await inScope(world.db, wholePartnership(kept), (tx) =>
      tx.selectFrom('message').select('id').executeTakeFirstOrThrow(),
    )
    assert.equal(await takeReport(world, postfixReport({ envelopeId: id.id })), 'not-ours', 'it never went by mail')
  })

  test('a report with a true id touches that one message, and none of its words are kept', async () => {
    const [first, second] = [await sent(), await sent()]
    const forged = postfixReport({
      messageId: first.mail.messageId,
      to: 'somebody.else@testing.example',
      diagnostic: '550 5.1.1 <script>alert(1)</script>',
    })
    assert.equal(await takeReport(world, forged), 'returned')
    assert.deepEqual((await standing(first.mine)).refusals, [
      { address: 'lena@testing.example', words: '5.1.1, mailbox unknown' },
    ])
    assert.deepEqual(await standing(second.mine), SENT)
  })

  test('a report that is there before the try has ended is kept for when it has', async () => {
    const mine = await aQueuedMessage({ database, world })
    let said: string | null = null
    const quick = await aMailServer({
      onMail: async ({ messageId }) => {
        said = await takeReport(world, postfixReport({ messageId }))
        return null
      },
    })
    const smtp = { url: quick.url, from: 'trellis@testing.example', needsTls: false }
    await deliverMessages(world, carriersOf({ smtp, notify: null }, world.origin))
    await quick.close()
    assert.equal(said, 'returned')
    assert.equal((await standing(mine)).outcomes[0]?.kind, 'returned')
  })
})
