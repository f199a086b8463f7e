import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aMailServer, smtpNo } from '../../../../test/support/mail-server.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { newId } from '../../../platform/ids.ts'
import { carriersOf, deliverMessages, type Message } from '../../../platform/messages/index.ts'
import { aMessageIn } from '../../../platform/messages/messages.factory.ts'
import { mayChange } from './may-change.ts'

describe('what is done about a message from its page', () => {
  let town: SmallPartnership
  beforeEach(async () => {
    town = await aSmallPartnership()
  })

  const queued = async (overrides: Partial<Message> = {}) => aMessageIn((await theHouse()).world, town.id, overrides)
  const shown = async (url: string) => wordsOf((await visit(town.manager, url)).html)
  const deliver = async (refuses: boolean) => {
    const { world } = await theHouse()
    const server = await aMailServer({ onAddress: () => (refuses ? smtpNo(550, 'No such mailbox') : null) })
    const smtp = { url: server.url, from: 'trellis@testing.example', needsTls: false }
    await deliverMessages(world, carriersOf({ smtp, notify: null }, world.origin))
    await server.close()
    return server.taken
  }

  test('one that waits is taken back, and never goes', async () => {
    const id = await queued({ subject: 'Written too soon' })
    assert.match(await shown(`/messages/${id}`), /Take this message back/)
    const { html } = await sendAndFollow(town.manager, `/messages/${id}/taking-back`, { once: newId() })
    assert.match(wordsOf(html), /The message is taken back .*How it ended Taken back/)
    assert.deepEqual(await deliver(false), [])
    const late = await sendAndFollow(town.manager, `/messages/${id}/taking-back`, { once: newId() })
    assert.match(wordsOf(late.html), /Nothing was changed: the message went, or ended, meanwhile/)
    assert.match(await shown('/audit'), /Took back a message that waited/)
  })

  test('one that failed is sent again, once, to the address that the directory has by now', async () => {
    const { person } = town.lead.member
    const id = await queued({ to: 'wrong@testing.example', personId: person.id, subject: 'Your update' })
    await deliver(true)
    assert.match(await shown(`/messages/${id}`), /Send this message again/)
    const once = newId()
    for (const key of [once, once, newId()])
      assert.equal((await send(town.manager, `/messages/${id}/sending-again`, { once: key })).status, 303)
    const taken = await deliver(false)
    assert.deepEqual(
      taken.map(({ to }) => to),
      [town.lead.email],
    )
    assert.match(await shown('/audit'), /Sent a message again that had failed/)
  })

  test('a link is not sent again, for its words are gone; nor what is no longer true, nor what arrived', async () => {
    const id = await queued({ secret: true, text: 'https://trellis.example.org/in/1234' })
    await deliver(true)
    const words = await shown(`/messages/${id}`)
    assert.match(words, /send a new one from where it came/)
    assert.doesNotMatch(words, /Send this message again/)
    const sent = await sendAndFollow(town.manager, `/messages/${id}/sending-again`, { once: newId() })
    assert.match(wordsOf(sent.html), /Nothing was changed/)
    const now = Temporal.Instant.from('2014-10-15T09:00:00Z')
    assert.equal(mayChange({ state: 'given-up', hasLink: false, expiresAt: now }, now), 'too-late')
    assert.equal(mayChange({ state: 'given-up', hasLink: false, expiresAt: null }, now), 'send-again')
    assert.equal(mayChange({ state: 'sent', hasLink: false, expiresAt: null }, now), null)
  })
})
