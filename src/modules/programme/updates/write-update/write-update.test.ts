import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, SAID, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'
import { withdrawPoints } from '../../points/point.store.ts'

describe('writing an update', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const list = async (as: Somebody) => wordsOf((await visit(as, '/updates')).html)

  test('from asked to accepted: saved, sent, sent back with a note, sent again, accepted', async () => {
    const point = await aDuty(town)
    const page = `/updates/${point}`
    setClock('2014-10-20')
    const saved = await sendAndFollow(town.lead, page, { once: newId(), step: 'save', narrative: 'Two hubs' })
    assert.match(wordsOf(saved.html), /Your draft is saved\. The chair does not see it until you send it/)
    assert.match(wordsOf(saved.html), /Begun/)

    setClock('2014-10-21')
    const sent = await sendAndFollow(town.lead, page, { once: newId(), step: 'submit', ...SAID })
    assert.match(wordsOf(sent.html), /Your update is sent/)
    assert.match(await list(town.chair), /For you to accept or send back .*From Lena Lead/)

    setClock('2014-10-22')
    const back = await sendAndFollow(town.chair, `${page}/verdict`, {
      submission: valueOn((await visit(town.chair, page)).html, 'submission') ?? '',
      step: 'send-back',
      note: 'How many families came?',
    })
    assert.match(wordsOf(back.html), /The update is sent back with your note/)
    assert.match(await list(town.lead), /The chair’s note: How many families came\?.*Sent back/)
    const again = await visit(town.lead, page)
    assert.match(wordsOf(again.html), /Sent back by Chris Chair, 22 October 2014 at 10:00/)
    assert.equal(valueOn(again.html, 'narrative'), SAID.narrative, 'the lead starts from their own words')

    setClock('2014-10-23')
    await write(town.lead, point, { narrative: 'Two hubs are open, and 112 families came.' })
    setClock('2014-10-24')
    assert.equal((await judge(town.chair, point, 'accept', 'Thank you')).location, '/updates?done=accepted')

    const read = wordsOf((await visit(town.viewer, page)).html)
    assert.match(read, /112 families.*Accepted by Chris Chair, 24 October 2014 at 10:00 Thank you/)
    assert.match(
      read,
      /Two hubs are open\. A third opens in May\..*Sent back by Chris Chair/,
      'what was sent first is kept',
    )
    assert.doesNotMatch(await list(town.chair), /For you to accept/)
  })

  test('a duty withdrawn since is no duty: its page is not found, and nothing is kept', async () => {
    const point = await aDuty(town)
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) => withdrawPoints(tx, [point], world.now()))
    assert.equal((await visit(town.lead, `/updates/${point}`)).status, 404)
    assert.equal((await write(town.lead, point)).status, 404)
    assert.deepEqual(await sentAt(town, point), [])
  })

  test('a draft is kept as far as it is said, without ratings and without words', async () => {
    const point = await aDuty(town)
    assert.equal(
      (await write(town.lead, point, { step: 'save', narrative: '', progress: '', impact: 'grey' })).status,
      303,
    )
    const { html } = await visit(town.lead, `/updates/${point}`)
    assert.equal(valueOn(html, 'narrative'), '')
    assert.equal(valueOn(html, 'progress'), null)
    assert.equal(valueOn(html, 'impact'), 'grey')
  })

  test('a draft is the lead’s own: the chair does not see a word of it', async () => {
    const point = await aDuty(town)
    await write(town.lead, point, { step: 'save', narrative: 'Not yet for the chair' })
    assert.doesNotMatch((await visit(town.chair, `/updates/${point}`)).html, /Not yet for the chair/)
    assert.equal((await visit(town.viewer, `/updates/${point}`)).status, 404)
  })

  test('an update that is not whole is refused with every problem at once, and nothing typed is lost', async () => {
    const point = await aDuty(town)
    const empty = await write(town.lead, point, { narrative: ' ', whatNext: ' ', progress: '', impact: 'purple' })
    assert.equal(empty.status, 422)
    assert.deepEqual(problemsOn(empty.html), [
      'narrative: Say what has happened since the last update',
      'whatNext: Say what happens next',
      'progress: Choose the rating for progress',
      'impact: Choose the rating for impact',
    ])
    for (const field of ['narrative', 'whatNext', 'progress', 'impact'])
      assert.match(empty.html, new RegExp(`id="${field}"`))
    const half = await write(town.lead, point, { narrative: 'Typed with care', progress: 'red', impact: '' })
    assert.equal(valueOn(half.html, 'narrative'), 'Typed with care')
    assert.equal(valueOn(half.html, 'progress'), 'red')
    assert.deepEqual(await sentAt(town, point), [])
  })

  test('an update may have ten thousand characters and not one more', async () => {
    const point = await aDuty(town)
    const long = await write(town.lead, point, { narrative: 'a'.repeat(10_001) })
    assert.deepEqual(problemsOn(long.html), ['narrative: Shorten the update to 10,000 characters, and attach the rest'])
    assert.equal((await write(town.lead, point, { narrative: 'a'.repeat(10_000) })).status, 303)
  })

  test('the same form sent again, or three times at once, sends one update', async () => {
    const point = await aDuty(town)
    const once = newId()
    const answers = await Promise.all([1, 2, 3].map(() => write(town.lead, point, { once })))
    answers.push(await write(town.lead, point, { once }))
    assert.deepEqual(
      answers.map(({ location }) => location),
      Array(4).fill('/updates?done=sent'),
    )
    assert.equal((await sentAt(town, point)).length, 1)
  })

  test('a page that saved a draft can still send it: another step is another sending', async () => {
    const point = await aDuty(town)
    const once = newId()
    assert.equal((await write(town.lead, point, { once, step: 'save' })).location, '/updates?done=saved')
    assert.equal((await write(town.lead, point, { once, step: 'submit' })).location, '/updates?done=sent')
    assert.equal((await sentAt(town, point)).length, 1)
  })

  test('what was sent back cannot be sent again unchanged: the chair asked something', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    await judge(town.chair, point, 'send-back', 'How many families came?')
    setClock('2014-10-26')
    const again = await write(town.lead, point)
    assert.deepEqual(problemsOn(again.html), [
      'narrative: Answer the chair’s note: nothing has changed since it was sent back',
    ])
    const proof = { name: 'families.csv', type: 'text/csv', content: Buffer.from('ward,families') }
    assert.equal((await write(town.lead, point, {}, { evidence: proof })).location, '/updates?done=sent')
  })

  test('evidence added with a draft answers the chair too, with the same words', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    await judge(town.chair, point, 'send-back', 'Where is the register?')
    setClock('2014-10-27')
    const proof = { name: 'register.csv', type: 'text/csv', content: Buffer.from('ward,families') }
    await write(town.lead, point, { step: 'save' }, { evidence: proof })
    assert.equal((await write(town.lead, point)).location, '/updates?done=sent')
  })

  test('what is sent waits for the chair: it cannot be sent over, nor after it was accepted', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    assert.equal((await write(town.lead, point, { narrative: 'Over it' })).status, 422)
    await judge(town.chair, point, 'accept')
    assert.equal((await write(town.lead, point, { narrative: 'After it' })).status, 422)
    assert.deepEqual(
      (await sentAt(town, point)).map(({ narrative }) => narrative),
      [SAID.narrative],
    )
  })

  test('the manager may write for a lead who cannot, and it says who sent it', async () => {
    const point = await aDuty(town)
    assert.equal((await write(town.manager, point, {})).status, 303)
    assert.match(wordsOf((await visit(town.viewer, `/updates/${point}`)).html), /Sent by Mina Manager/)
  })

  test('what was sent can be neither altered nor deleted, not even by a mistake of the code', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const { world } = await theHouse()
    const tries = [
      () =>
        inScope(world.db, wholePartnership(town.id), (tx) =>
          tx.updateTable('update_submission').set({ narrative: 'Other' }).execute(),
        ),
      () => inScope(world.db, wholePartnership(town.id), (tx) => tx.deleteFrom('update_submission').execute()),
      () =>
        inScope(world.db, wholePartnership(town.id), (tx) =>
          tx.updateTable('audit_entry').set({ what: 'nothing' }).execute(),
        ),
      () => inScope(world.db, wholePartnership(town.id), (tx) => tx.deleteFrom('audit_entry').execute()),
      () =>
        inScope(world.db, wholePartnership(town.id), (tx) =>
          tx.updateTable('update_verdict').set({ note: 'Other' }).execute(),
        ),
    ]
    for (const tried of tries) await assert.rejects(tried, /permission denied/)
  })

  test('each step leaves an audit entry: what, by whom, and what was said', async () => {
    const { world } = await theHouse()
    const point = await aDuty(town)
    await write(town.lead, point, { step: 'save' })
    await write(town.lead, point)
    await judge(town.chair, point, 'send-back', 'More')
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [point], 10))
    assert.deepEqual(
      changes.map(({ what, by }) => `${by} ${what}`),
      ['Chris Chair sent the update back', 'Lena Lead sent an update', 'Lena Lead saved a draft update'],
    )
    assert.deepEqual(changes[1]?.after, SAID)
    assert.deepEqual(changes[0]?.after, { note: 'More' })
  })

  test('the calendar’s suggestion stands beside the choice and never makes it', async () => {
    const point = await aDuty(town)
    setClock('2015-03-01')
    const { html } = await visit(town.lead, `/updates/${point}`)
    assert.match(
      wordsOf(html),
      /What the facts suggest: .* It was due by 31 October 2014, 121 days ago\. The choice is yours\./,
    )
    assert.equal(valueOn(html, 'progress'), null)
  })
})
