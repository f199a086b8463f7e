import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { anAddress, eventsAt, readCalendar } from '../../../../../test/support/calendar.ts'
import {
  aSmallPartnership,
  type SmallPartnership,
  type Somebody,
  somebody,
} from '../../../../../test/support/partnership.ts'
import { ask, send, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import { inScope, type Tx, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'

describe('a private address of a calendar', () => {
  const takeRoles = (tx: Tx, { member }: Somebody) =>
    tx
      .updateTable('role_grant')
      .set({ taken_at: '2014-10-15T09:00:00Z', taken_by: town.manager.member.person.id, taken_reason: 'Gone' })
      .where('person_id', '=', member.person.id)
      .execute()
  let town: SmallPartnership
  let planId: PlanId
  before(async () => {
    town = await aSmallPartnership()
    const house = await theHouse()
    const actions = ['2014-11-30', '2015-01-31', '2015-03-31'].map((on) => anAction({ dueOn: day(on) }))
    planId = await anAdoptedPlan(house, town.manager.member, { actions })
  })

  test('may be kept for an hour, and is not sent again while it says the same', async () => {
    const path = await anAddress(town.viewer, `plan:${planId}`)
    const first = await readCalendar(path)
    assert.equal(first.type, 'text/calendar; charset=utf-8')
    assert.equal(first.headers['cache-control'], 'private, max-age=3600')
    assert.equal(first.headers['referrer-policy'], 'no-referrer')
    const again = await ask(path, { method: 'GET', headers: { 'if-none-match': first.headers.etag ?? '' } })
    assert.deepEqual([again.status, again.body.length], [304, 0])
  })

  test('revoked, renewed, mistyped or nobody’s, it is not found, with the same words', async () => {
    const path = await anAddress(town.viewer, 'own')
    const { html } = await visit(town.viewer, '/calendar-feeds')
    const ids = [...html.matchAll(/\/calendar-feeds\/([\w-]+)\/renewal/g)].map(([, id]) => id)
    const renewed = await send(town.viewer, `/calendar-feeds/${ids.at(-1)}/renewal`, { once: newId() })
    const next = new URL(valueOn(renewed.html, 'address') ?? '').pathname
    assert.equal((await readCalendar(next)).status, 200)
    const replaced = await readCalendar(path)
    const page = await visit(town.viewer, '/calendar-feeds')
    const last = [...page.html.matchAll(/\/calendar-feeds\/([\w-]+)\/revocation/g)].map(([, id]) => id).at(-1)
    await send(town.viewer, `/calendar-feeds/${last}/revocation`, { once: newId() })
    const revoked = await readCalendar(next)
    const mistyped = await readCalendar(next.replace(/.{3}\/trellis/, 'AAA/trellis'))
    const nonsense = await readCalendar('/feeds/nothing/trellis.ics')
    for (const answer of [replaced, revoked, mistyped, nonsense]) {
      assert.equal(answer.status, 404)
      assert.equal(answer.html, nonsense.html)
    }
  })

  test('is revoked by nobody but its owner', async () => {
    const path = await anAddress(town.chair, `plan:${planId}`)
    const { html } = await visit(town.chair, '/calendar-feeds')
    const ids = [...html.matchAll(/\/calendar-feeds\/([\w-]+)\/revocation/g)].map(([, id]) => id)
    for (const other of [town.manager, town.viewer]) {
      assert.equal((await send(other, `/calendar-feeds/${ids.at(-1)}/revocation`, { once: newId() })).status, 404)
    }
    assert.equal((await readCalendar(path)).status, 200)
  })

  test('is shown once: the same form sent again makes no second address and shows none', async () => {
    const fields = { once: newId(), of: 'own' }
    const as = await somebody(town, { name: 'Olga Once', role: 'member' })
    assert.ok(valueOn((await send(as, '/calendar-feeds', fields)).html, 'address'))
    const again = await send(as, '/calendar-feeds', fields)
    assert.equal(valueOn(again.html, 'address'), null)
    assert.match(wordsOf(again.html), /was shown once/)
  })

  test('scrutiny, who changes nothing of the partnership, has an address of their own', async () => {
    const inspector = await somebody(town, { name: 'Ines Inspector', role: 'scrutiny' })
    assert.equal((await eventsAt(await anAddress(inspector, `plan:${planId}`))).length, 3)
  })

  test('ends when its owner leaves, and when they lose the right', async () => {
    const house = await theHouse()
    const gone = await somebody(town, { name: 'Gina Gone', role: 'member' })
    const path = await anAddress(gone, `plan:${planId}`)
    assert.equal((await readCalendar(path)).status, 200)
    await inScope(house.world.db, wholePartnership(town.id), (tx) => takeRoles(tx, gone))
    assert.equal((await readCalendar(path)).status, 404)

    const left = await somebody(town, { name: 'Leo Left', role: 'member' })
    const theirs = await anAddress(left, 'own')
    assert.equal((await readCalendar(theirs)).status, 200)
    await inScope(house.world.db, wholePartnership(town.id), async (tx) => {
      const { id } = left.member.person
      await takeRoles(tx, left)
      await tx.deleteFrom('person_account').where('person_id', '=', id).execute()
      await tx.updateTable('person').set({ left_on: '2014-10-15' }).where('id', '=', id).execute()
    })
    assert.equal((await readCalendar(theirs)).status, 404)
  })
})
