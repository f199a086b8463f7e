import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { aDraftPlan, anAdoptedPlan } from '../plan.factory.ts'

describe('a draft read by mistake', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('is set aside: the list no longer has it, and its pages are not found', async () => {
    const { world } = await theHouse()
    const planId = await aDraftPlan(world, town.manager.member, { title: 'Minutes, not a plan' })
    const review = await visit(town.manager, `/plans/${planId}/review`)
    assert.match(review.html, new RegExp(`href="/plans/${planId}/discard"`))
    const question = await visit(town.manager, `/plans/${planId}/discard`)
    assert.match(wordsOf(question.html), /Discard this draft\? Its \d+ actions? and everything you corrected/)
    const list = await sendAndFollow(town.manager, `/plans/${planId}/discard`, {})
    assert.match(wordsOf(list.html), /The draft is discarded/)
    assert.doesNotMatch(list.html, /Minutes, not a plan/)
    assert.equal((await visit(town.manager, `/plans/${planId}/review`)).status, 404)
    assert.equal((await send(town.manager, `/plans/${planId}/adoption`, {})).status, 404)
  })

  test('an adopted plan cannot be discarded', async () => {
    const house = await theHouse()
    const planId = await anAdoptedPlan(house, town.manager.member)
    assert.equal((await visit(town.manager, `/plans/${planId}/discard`)).location, `/plans/${planId}`)
    assert.equal((await send(town.manager, `/plans/${planId}/discard`, {})).location, `/plans/${planId}`)
    assert.equal((await visit(town.viewer, `/plans/${planId}`)).status, 200)
  })
})
