import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aMailServer } from '../../../../../test/support/mail-server.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { lastLinkId, mailedIn } from '../../../../../test/support/update-link.ts'
import { send, sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { carriersOf, deliverMessages, takeReport } from '../../../../platform/messages/index.ts'
import { postfixReport } from '../../../../platform/messages/returned-mail/notifications.factory.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { pointsOf } from '../../programme.factory.ts'
import { askTonight } from '../ask-tonight.ts'

const RULES = {
  askAhead: '14',
  remindAhead: '3',
  graceDays: '2',
  chairAfter: '4',
  managerAfter: '8',
  closesAfter: '20',
  rhythm: 'quarterly',
}

describe('how a plan asks', () => {
  let town: SmallPartnership
  let plan: PlanId
  let undated: ActionId
  before(async () => {
    town = await aSmallPartnership()
    const dated = anAction({ dueOn: day('2014-11-28'), lead: town.lead.member, leadGroupId: town.group })
    const other = anAction({ ref: '1.2', text: 'Listen to young carers' })
    undated = other.id
    plan = await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [dated, other] })
  })

  const set = (rules: Partial<typeof RULES>) =>
    send(town.manager, `/plans/${plan}/asking`, { once: newId(), ...RULES, ...rules })

  test('says when everybody is told of a report, and what was asked, before anybody was', async () => {
    const words = wordsOf((await visit(town.manager, `/plans/${plan}/asking`)).html)
    assert.match(words, /On 31 October 2014 1 report is next asked about/)
    assert.match(words, /For a report due on 31 March 2015/)
    assert.match(words, /The leads are asked\s+3 March 2015/)
    assert.match(words, /Nobody has been asked yet/)
  })

  test('says what the next round asks about, once its day has come', async () => {
    setClock('2014-11-04')
    const words = wordsOf((await visit(town.manager, `/plans/${plan}/asking`)).html)
    assert.match(words, /1 report is asked about in the next round/)
  })

  test('once changed it asks by the new rules, and shows who was told what and how it went', async () => {
    const answer = await set({})
    assert.equal(answer.location, `/plans/${plan}/asking?done=set`)
    setClock('2014-11-14T06:00:00Z')
    await askTonight((await theHouse()).world)
    const words = wordsOf((await visit(town.manager, `/plans/${plan}/asking?done=set`)).html)
    assert.match(words, /The plan asks like this from now on/)
    assert.match(words, /What was asked: 1/)
    assert.match(words, /14 Nov 14.*Due 28 Nov 14.*Lena Lead.*Asked.*Waiting to go/s)
  })

  test('rules that do not hold together are told beside their boxes, and what was typed stays', async () => {
    const answer = await set({ remindAhead: '20', closesAfter: 'three' })
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.html), /Give a whole number of days from 0 to 120/)
    assert.match(answer.html, /value="three"/)
    assert.match(wordsOf((await set({ remindAhead: '20' })).html), /Remind later than you ask: fewer days before/)
  })

  test('set twice at one moment, the later holds', async () => {
    await set({ askAhead: '20' })
    assert.equal((await set({ askAhead: '21' })).status, 303)
    assert.match((await visit(town.manager, `/plans/${plan}/asking`)).html, /value="21"/)
  })

  test('another rhythm moves the duties of actions without a date, and keeps what is past', async () => {
    const house = await theHouse()
    const days = async () =>
      (await pointsOf(house.world, town.manager.member, undated)).map(({ dueOn }) => dueOn.toString())
    assert.deepEqual(await days(), ['2014-12-31', '2015-03-31'], 'those before it was adopted are no duties')
    setClock('2014-10-20')
    await set({ rhythm: 'monthly' })
    const monthly = await days()
    assert.deepEqual(monthly, ['2014-10-31', '2014-11-30', '2014-12-31', '2015-01-31', '2015-02-28', '2015-03-31'])
    setClock('2014-10-21')
    await set({ rhythm: 'half-yearly' })
    assert.deepEqual(
      (await days()).filter((on) => on > '2014-10-21'),
      ['2015-03-31'],
    )
  })

  test('says that a link was opened, takes it back, and sends a new one', async () => {
    const { world } = await theHouse()
    setClock('2014-11-14')
    const [link = ''] = await mailedIn(town)
    await visit(null, link)
    const asking = `/plans/${plan}/asking`
    const { html } = await visit(town.manager, asking)
    assert.match(
      wordsOf(html),
      /Link opened 14 Nov 14; a mail scanner may have done so Take back the link of Lena Lead/,
    )
    const url = `${asking}/links/${await inScope(world.db, wholePartnership(town.id), lastLinkId)}`
    const step = (of: string) => sendAndFollow(town.manager, url, { once: newId(), step: of })
    const taken = wordsOf((await step('take-back')).html)
    assert.match(taken, /The link is taken back.*Link taken back 14 Nov 14 Send a new link to Lena Lead/)
    assert.doesNotMatch(taken, /Take back the link/)
    assert.equal((await visit(null, link)).status, 410)
    assert.match(wordsOf((await step('send-anew')).html), /A new link is on its way.*Take back the link of Lena Lead/)
    const fresh = (await mailedIn(town)).at(-1) ?? ''
    assert.equal((await visit(null, fresh)).status, 200)
    await step('take-back')
    assert.equal((await visit(null, fresh)).status, 410, 'whichever of somebody’s links is named, all are taken back')
  })
})

test('a request that came back shows so, with why and when, and is chased on as before', async () => {
  const town = await aSmallPartnership()
  const house = await theHouse()
  const action = anAction({ dueOn: day('2014-11-28'), lead: town.lead.member, leadGroupId: town.group })
  const plan = await anAdoptedPlan(house, town.manager.member, { actions: [action] })
  setClock('2014-10-31T06:00:00Z')
  await askTonight(house.world)
  const server = await aMailServer()
  const smtp = { url: server.url, from: 'trellis@testing.example', needsTls: false }
  setClock('2014-10-31T09:00:00Z')
  await deliverMessages(house.world, carriersOf({ smtp, notify: null }, house.world.origin))
  await server.close()
  setClock('2014-10-31T10:00:00Z')
  const asked = server.taken.find(({ to }) => to === town.lead.email)
  assert.equal(await takeReport(house.world, postfixReport({ messageId: asked?.messageId ?? '' })), 'returned')
  const shown = async () => wordsOf((await visit(town.manager, `/plans/${plan}/asking`)).html)
  assert.match(await shown(), /Lena Lead.*Asked.*Came back: mailbox unknown\s+31 Oct 14, 10:00/s)
  setClock('2014-12-05T06:00:00Z')
  await askTonight(house.world)
  assert.match(await shown(), /5 Dec 14.*Told it is late, with the chair.*Waiting to go/s)
})
