import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aMailServer, type MailServer, smtpNo } from '../../../test/support/mail-server.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../test/support/partnership.ts'
import { visit } from '../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../test/support/visit-house.ts'
import { wordsOf } from '../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { carriersOf, deliverMessages, type Message, queueMessage, takeReport } from '../../platform/messages/index.ts'
import { aMessage, aMessageIn } from '../../platform/messages/messages.factory.ts'
import { postfixReport } from '../../platform/messages/returned-mail/notifications.factory.ts'
import { MESSAGES_PER_PAGE } from './list-messages/list-messages.route.ts'

const NOTHING = { smtp: null, notify: null }

describe('messages as the manager sees them', () => {
  let town: SmallPartnership
  beforeEach(async () => {
    town = await aSmallPartnership()
  })

  const queued = async (overrides: Partial<Message> = {}) => aMessageIn((await theHouse()).world, town.id, overrides)
  const open = async (url: string) => wordsOf((await visit(town.manager, url)).html)

  /** Hands over what is due: into the house's own outbox, or to a mail server. */
  async function deliver(server?: MailServer): Promise<void> {
    const { world } = await theHouse()
    const smtp = server ? { url: server.url, from: 'trellis@testing.example', needsTls: false } : null
    await deliverMessages(world, carriersOf({ ...NOTHING, smtp }, world.origin))
  }

  test('nothing was sent yet: the page says what will be listed, and that nothing goes out', async () => {
    const words = await open('/messages')
    assert.match(words, /Nothing has been sent yet/)
    assert.match(words, /No message goes out of this installation/)
  })

  test('the list says to whom, for what, when and how each ended', async () => {
    await queued({ subject: 'One that is kept' })
    await deliver()
    await queued({ subject: 'One that waits', notBefore: Temporal.Instant.from('2014-10-31T08:00:00Z') })
    const words = await open('/messages')
    assert.match(words, /1 of 2 messages waits to go\./)
    assert.match(
      words,
      /One that waits Reminder Lena Lead lena@testing\.example 15 Oct 14, 10:00 Waiting Goes on 31 Oct 14, 8:00/,
    )
    assert.match(words, /One that is kept .* Kept here 15 Oct 14, 10:00/)
  })

  test('a message is shown as it was sent, with every try and what the server said', async () => {
    let isAway = true
    const server = await aMailServer({ onAddress: () => (isAway ? smtpNo(451, 'Come back later') : null) })
    try {
      const id = await queued({ text: 'Hello\n\n- one\n\nhttp://localhost:3000/updates' })
      await deliver(server)
      assert.match(await open('/messages'), /Waiting Tried once, next 15 Oct 14, 10:01/)
      isAway = false
      setClock('2014-10-15T09:05:00Z')
      await deliver(server)
      const { html } = await visit(town.manager, `/messages/${id}`)
      const words = wordsOf(html)
      assert.match(words, /To Lena Lead, lena@testing\.example By Mail What for Reminder/)
      assert.match(words, /How it ended Sent\. 15 October 2014 at 10:05/)
      assert.match(words, /Taken Try 2, by the mail server, 15 October 2014 at 10:05 250/)
      assert.match(words, /Put off Try 1, by the mail server, 15 October 2014 at 10:00 451 Come back later/)
      assert.match(html, /<a class="govuk-link" href="http:\/\/localhost:3000\/updates"/)
    } finally {
      await server.close()
    }
  })

  test('what could not be delivered is said first, and the refused address is named with its server’s words', async () => {
    const server = await aMailServer({ onAddress: () => smtpNo(550, 'No such mailbox') })
    try {
      const id = await queued({ subject: 'To nobody' })
      await deliver(server)
      await queued({ subject: 'To nobody again' })
      assert.match(await open('/messages'), /1 of 2 messages could not be delivered\. Show it/)
      const failed = await open('/messages?state=failed')
      assert.match(failed, /1 message found .*To nobody Reminder .* Refused/)
      assert.doesNotMatch(failed, /To nobody again/)
      const words = await open(`/messages/${id}`)
      assert.match(words, /This address was refused on 15 October 2014 at 10:00/)
      assert.match(words, /550 No such mailbox/)
    } finally {
      await server.close()
    }
  })

  test('one that came back shows so, with why and when, in the list and on its page; a delay shows before', async () => {
    const server = await aMailServer()
    try {
      const { world } = await theHouse()
      const id = await queued({ subject: 'To one who left' })
      await deliver(server)
      const messageId = server.taken.find((mail) => mail.messageId.includes(id))?.messageId ?? ''
      setClock('2014-10-15T13:00:00Z')
      await takeReport(world, postfixReport({ messageId, action: 'delayed', status: '4.4.1' }))
      assert.match(
        await open(`/messages/${id}`),
        /Delayed 15 October 2014 at 14:00: its mail server was still trying How it ended Sent\. 15 October 2014 at 10:00/,
      )
      setClock('2014-10-16T09:00:00Z')
      await takeReport(world, postfixReport({ messageId }))
      const list = await open('/messages')
      assert.match(list, /1 of 1 message could not be delivered\. Show it/)
      assert.match(list, /To one who left .* Came back Mailbox unknown, 16 Oct 14, 10:00/)
      const words = await open(`/messages/${id}`)
      assert.match(words, /How it ended Came back\. Mailbox unknown, 16 October 2014 at 10:00/)
      assert.match(words, /This address was refused on 16 October 2014 at 10:00 .*“5\.1\.1, mailbox unknown”/)
      assert.match(words, /Send this message again/)
    } finally {
      await server.close()
    }
  })

  test('a link that lets somebody in is shown to nobody, before it is sent and after', async () => {
    const id = await queued({ secret: true, subject: 'Sign in', text: 'http://localhost:3000/in/let-me-in' })
    for (const moment of ['before', 'after']) {
      const { html } = await visit(town.manager, `/messages/${id}`)
      assert.doesNotMatch(html, /let-me-in/, moment)
      assert.match(wordsOf(html), /its words are shown to nobody else/, moment)
      await deliver()
    }
  })

  test('it is searched by name, address and subject, and narrowed by end and purpose', async () => {
    await queued({ subject: 'Your link', purpose: 'sign-in', to: 'Ada@testing.example', toName: 'Ada Ash' })
    await queued({ subject: 'Your update' })
    for (const search of ['words=ADA+ash', 'words=ada%40testing', 'words=your+LINK', 'purpose=sign-in'])
      assert.match(await open(`/messages?${search}`), /1 message found .*Your link Link to sign in Ada Ash/, search)
    assert.match(await open('/messages?state=waiting'), /2 messages found/)
    assert.match(await open('/messages?words=nobody'), /No message fits/)
    assert.match(await open('/messages?state=__proto__&page=0&words=%25'), /No message fits/)
  })

  test('it is paged, and a page past the end is the last one', async () => {
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      for (let at = 1; at <= MESSAGES_PER_PAGE + 5; at++)
        await queueMessage(tx, world, town.id, aMessage({ key: `many/${at}`, subject: `Message number ${at}.` }))
    })
    assert.doesNotMatch(await open('/messages'), /Message number 5\./)
    const [second, beyond] = [await open('/messages?page=2'), await open('/messages?page=999')]
    assert.match(second, /Message number 5\./)
    assert.equal(second, beyond)
  })
})

test('in the demo, where nothing is sent, the manager may follow a link that lets somebody in', async () => {
  const town = await aSmallPartnership()
  const { world } = await theHouse()
  await inScope(world.db, wholePartnership(town.id), (tx) =>
    tx.updateTable('partnership').set({ is_demo: true }).execute(),
  )
  const id = await aMessageIn(world, town.id, { secret: true, text: 'http://localhost:3000/in/let-me-in' })
  const open = async () => (await visit(town.manager, `/messages/${id}`)).html
  assert.doesNotMatch(await open(), /let-me-in/)
  await deliverMessages(world, carriersOf(NOTHING, world.origin))
  assert.match(await open(), /let-me-in/)
})
