import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aNotifyServer, NOTIFY_KEY, type NotifyServer } from '../../../../test/support/notify-server.ts'
import { aSmallPartnership, leading, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { carriersOf } from '../../../platform/messages/carriers.ts'
import { deliverMessages } from '../../../platform/messages/deliver-messages.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { askTonight } from './ask-tonight.ts'

const OWN = '/account/text-messages'

async function aTown(count = 1): Promise<SmallPartnership> {
  setClock('2014-10-15')
  const house = await theHouse()
  const town = await aSmallPartnership()
  const actions = Array.from({ length: count }, (_, at) =>
    anAction({ ref: `1.${at + 1}`, dueOn: day('2014-11-30'), lead: town.lead.member }),
  )
  await anAdoptedPlan(house, town.manager.member, { actions })
  return town
}

async function nightOf(on: string, town: SmallPartnership) {
  setClock(`${on}T06:00:00Z`)
  const { world } = await theHouse()
  await askTonight(world)
  return inScope(world.db, wholePartnership(town.id), (tx) =>
    tx.selectFrom('message').select(['channel', 'to_address', 'body', 'not_before']).orderBy('id').execute(),
  )
}

describe('being asked by text message', () => {
  let notify: NotifyServer
  before(async () => {
    notify = await aNotifyServer()
  })
  after(() => notify.close())

  test('whoever wishes it gets one text with the link, in the hours of work, and no mail', async () => {
    const town = await aTown()
    await sendAndFollow(leading(town.lead), OWN, { once: newId(), mobile: '07700 900 123' })
    const messages = await nightOf('2014-10-31', town)
    assert.deepEqual(
      messages.map(({ channel, to_address, not_before }) => [
        channel,
        to_address,
        Temporal.Instant.from(not_before).toString(),
      ]),
      [['text', '+447700900123', '2014-10-31T08:00:00Z']],
    )
    setClock('2014-10-31T09:00:00Z')
    const { world } = await theHouse()
    const settings = { key: NOTIFY_KEY, mailTemplate: null, textTemplate: 'text-1', url: notify.url }
    await deliverMessages(world, carriersOf({ smtp: null, notify: settings }, world.origin))
    const [taken] = notify.taken.filter(({ phone_number }) => phone_number === '+447700900123')
    assert.match(
      taken?.personalisation.body ?? '',
      /^Update wanted by 30 November 2014: 1\.1 Open a family hub in every ward\nhttp:\/\/localhost:3000\/u\/[\w-]{64}\n\n/,
    )
    assert.ok((taken?.personalisation.body ?? '').length <= 918)
    assert.equal((await nightOf('2014-10-31', town)).length, 1)
  })

  test('what is too long for a text goes by mail, and there is still one message', async () => {
    const town = await aTown(4)
    await sendAndFollow(leading(town.lead), OWN, { once: newId(), mobile: '+44 7700 900124' })
    assert.deepEqual(
      (await nightOf('2014-10-31', town)).map(({ channel }) => channel),
      ['mail'],
    )
  })

  test('without an address of mail it goes by text however long, and says how many more there are', async () => {
    const town = await aTown(5)
    await sendAndFollow(leading(town.lead), OWN, { once: newId(), mobile: '07700900125' })
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.updateTable('person').set({ email: null }).where('id', '=', town.lead.member.person.id).execute(),
    )
    const [told, ...others] = await nightOf('2014-10-31', town)
    assert.deepEqual([told?.channel, others.length], ['text', 0])
    assert.equal(told?.body.match(/\/u\//g)?.length, 3)
    assert.match(told?.body ?? '', /And 2 more: sign in, or ask the manager/)
  })

  test('stopped, or with another number since, it goes by mail', async () => {
    const town = await aTown()
    const as = leading(town.lead)
    await sendAndFollow(as, OWN, { once: newId(), mobile: '07700900126' })
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.updateTable('person').set({ mobile: '+447700900999' }).where('id', '=', as.member.person.id).execute(),
    )
    assert.match(wordsOf((await visit(as, OWN)).html), /Requests for updates go by mail/)
    assert.equal((await nightOf('2014-10-31', town))[0]?.channel, 'mail')
    setClock('2014-11-01')
    await sendAndFollow(as, OWN, { once: newId(), mobile: '07700900126' })
    assert.match(wordsOf((await visit(as, OWN)).html), /go by text message to \+447700900126/)
    const { html } = await sendAndFollow(as, `${OWN}/end`, { once: newId() })
    assert.match(wordsOf(html), /No more text messages will be sent/)
    assert.deepEqual(
      (await nightOf('2014-11-21', town)).map(({ channel }) => channel),
      ['mail', 'mail'],
    )
  })

  test('a number that Notify refuses gets no more texts', async () => {
    const town = await aTown()
    const refusing = await aNotifyServer(() => ({
      status: 400,
      error: 'ValidationError',
      message: 'phone_number Not a valid number',
    }))
    await sendAndFollow(leading(town.lead), OWN, { once: newId(), mobile: '07700900127' })
    await nightOf('2014-10-31', town)
    setClock('2014-10-31T09:00:00Z')
    const { world } = await theHouse()
    const settings = { key: NOTIFY_KEY, mailTemplate: null, textTemplate: 'text-1', url: refusing.url }
    await deliverMessages(world, carriersOf({ smtp: null, notify: settings }, world.origin))
    await refusing.close()
    const messages = await nightOf('2014-11-21', town)
    assert.deepEqual(
      messages.map(({ channel }) => channel),
      ['text', 'mail'],
    )
  })

  test('a manager records that somebody asked for it, and says how', async () => {
    const town = await aTown()
    const url = `/people/${town.lead.member.person.id}/text-messages`
    const unsaid = await send(town.manager, url, { once: newId(), mobile: '12', words: '' })
    assert.deepEqual(problemsOn(unsaid.html), [
      'mobile: Write the number like +44 7700 900123',
      'words: Say how and when they asked for it',
    ])
    const words = 'By phone on 14 October'
    const { html } = await sendAndFollow(town.manager, url, { once: newId(), mobile: '07700900128', words })
    assert.match(wordsOf(html), /Mina Manager recorded this on .*: “By phone on 14 October”/)
    assert.equal((await nightOf('2014-10-31', town))[0]?.channel, 'text')
    assert.equal((await visit(town.viewer, url)).status, 404)
  })
})
