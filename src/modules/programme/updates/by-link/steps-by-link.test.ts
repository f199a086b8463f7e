import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, SAID, sentAt, write } from '../../../../../test/support/partnership-duty.ts'
import { aLink } from '../../../../../test/support/update-link.ts'
import { type Fields, send, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findPoint } from '../../points/point.store.ts'
import { insertClosing } from '../../year-end/disposal.store.ts'

let town: SmallPartnership
let point: ReportingPointId
let link: string
beforeEach(async () => {
  town = await aSmallPartnership()
  point = await aDuty(town)
  link = await aLink(town, point)
  setClock('2014-10-16')
})

const byLink = (fields: Fields) => send(null, link, { once: newId(), step: 'submit', ...SAID, ...fields })
const shown = async (url = link) => wordsOf((await visit(null, url)).html)

describe('the steps of an update, by its link', () => {
  test('what was sent is taken back, and is a draft again', async () => {
    await byLink({})
    setClock('2014-10-17')
    assert.equal((await byLink({ step: 'withdraw' })).location, `${link}?done=taken-back`)
    assert.match(await shown(`${link}?done=taken-back`), /The update is taken back.*your update is due/)
    assert.equal(valueOn((await visit(null, link)).html, 'narrative'), SAID.narrative)
    assert.deepEqual(
      (await sentAt(town, point)).map(({ withdrawal }) => withdrawal?.by),
      ['Lena Lead'],
    )
  })

  test('what was accepted is corrected with a reason, and stands until the chair accepts the correction', async () => {
    await byLink({})
    await judge(town.chair, point, 'accept')
    setClock('2014-10-17')
    const form = await visit(null, `${link}?correct=yes`)
    assert.match(wordsOf(form.html), /What you write here corrects it, with your reason/)
    const sent = await byLink({ step: 'correct', narrative: 'Three hubs', reason: 'One was missed' })
    assert.equal(sent.location, link)
    assert.match(await shown(), /Your correction is sent/)
    assert.equal((await byLink({ step: 'withdraw' })).location, `${link}?done=taken-back`)
    assert.equal((await byLink({ step: 'drop' })).location, `${link}?done=dropped`)
    assert.match(await shown(), /The update is accepted/)
  })

  test('of two who write, whoever came by the link sees both texts too', async () => {
    await write(town.manager, point, { step: 'save', narrative: 'Two hubs by the manager' })
    const late = await byLink({ step: 'save', narrative: 'Three hubs by the lead', seen: '' })
    assert.equal(late.status, 422)
    assert.match(wordsOf(late.html), /Mina Manager saved this update while you wrote/)
    assert.match(wordsOf(late.html), /Two hubs by the manager/)
    assert.equal(valueOn(late.html, 'narrative'), 'Three hubs by the lead')
  })

  test('a closed plan says so, names who closed it, and keeps what was typed in sight', async () => {
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      const planId = (await findPoint(tx, point))?.planId ?? newId()
      const at = { by: town.manager.member.person.id, at: world.now() }
      await insertClosing(tx, town.id, { id: newId<'closing'>(), planId }, at)
    })
    const late = await byLink({ narrative: 'Typed with care' })
    assert.equal(late.status, 410)
    assert.match(wordsOf(late.html), /Mina Manager closed the plan’s year on 16 October 2014.*Typed with care/)
    assert.deepEqual(await sentAt(town, point), [])
  })
})
