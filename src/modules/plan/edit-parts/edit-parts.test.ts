import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findActions } from '../action.store.ts'
import { aDraftPlan, anAction, aPart } from '../plan.factory.ts'
import { findParts } from '../plan.store.ts'
import type { Part } from '../plan.ts'
import { stateOf } from './edit-part.ts'

describe('correcting the headings of a draft', () => {
  let town: SmallPartnership
  let planId: PlanId
  let aim: Part
  let page: Part
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    aim = aPart({ title: 'A good start' })
    page = aPart({ title: 'Page 2 of 9', ref: null, level: 1, parentId: aim.id })
    const said = { levelNames: ['Aim', 'Objective'], parts: [aim, page], actions: [anAction({ partId: page.id })] }
    planId = await aDraftPlan((await theHouse()).world, town.manager.member, said)
  })

  const url = (part: Part) => `/plans/${planId}/review/parts/${part.id}`
  const parts = async () =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findParts(tx, planId))
  const fields = (part: Part, said: Fields = {}): Fields => ({
    ...{ once: newId(), seen: stateOf(part), ref: part.ref ?? '', title: part.title },
    ...{ why: '', success: '', alignedPlans: '', ...said },
  })
  test('a heading says how many actions stand under it, those of its own headings with them', async () => {
    const { html } = await visit(town.manager, `/plans/${planId}/review/parts`)
    assert.match(wordsOf(html), /A good start 1 action .*Page 2 of 9 1 action /)
  })

  const undo = async () => {
    const { html } = await visit(town.manager, `/plans/${planId}/review/parts`)
    return sendAndFollow(town.manager, `/plans/${planId}/undo`, { change: valueOn(html, 'change') ?? '' })
  }

  test('gives one other words, its reason and the plans it goes with, and that can be undone', async () => {
    const said = {
      title: 'The best start',
      why: 'Early years last',
      leadWords: 'Ann Hill',
      alignedPlans: 'Health plan\n\nSchools plan',
    }
    const { html } = await sendAndFollow(town.manager, url(aim), fields(aim, said))
    assert.match(wordsOf(html), /The headings are corrected/)
    const [first] = await parts()
    assert.deepEqual(
      [first?.title, first?.why, first?.leadWords, first?.alignedPlans],
      ['The best start', 'Early years last', 'Ann Hill', ['Health plan', 'Schools plan']],
    )
    await undo()
    assert.deepEqual((await parts())[0], aim)
  })

  test('takes one away that is none; its actions stand under the one above', async () => {
    await sendAndFollow(town.manager, `${url(page)}/removal`, { once: newId() })
    assert.deepEqual(await parts(), [aim])
    const [action] = await inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) =>
      findActions(tx, planId),
    )
    assert.equal(action?.partId, aim.id)
    await undo()
    assert.deepEqual(await parts(), [aim, page])
  })

  test('of two who correct one heading, the second is told', async () => {
    await send(town.manager, url(aim), fields(aim, { title: 'Their words' }))
    const refused = await sendAndFollow(town.manager, url(aim), fields(aim, { title: 'My words' }))
    assert.match(problemsOn(refused.html).join(), /Somebody else changed this draft meanwhile/)
    assert.equal((await parts())[0]?.title, 'Their words')
  })

  test('a heading without words is asked for', async () => {
    const refused = await sendAndFollow(town.manager, url(aim), fields(aim, { title: '' }))
    assert.match(problemsOn(refused.html).join(), /Say what the heading is/)
  })
})
