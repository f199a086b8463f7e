import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findAction } from '../action.store.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../plan.factory.ts'

describe('changing an action field by field', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const anActionDue = async (...dueOn: readonly ReturnType<typeof day>[]): Promise<ActionId> => {
    const action = anAction({ dueOn })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
    return action.id
  }
  const form = async (actionId: ActionId, typed: Fields = {}): Promise<Fields> => {
    const { html } = await visit(town.manager, `/actions/${actionId}/change`)
    const names = ['once', 'version', 'ref', 'text', 'measure', 'timescale', 'leadWords', 'leadGroupId']
    return { ...Object.fromEntries(names.map((name) => [name, valueOn(html, name) ?? ''])), ...typed }
  }
  const find = async (actionId: ActionId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findAction(tx, actionId))

  test('in a draft a field is kept as soon as it is left, and the answer says so', async () => {
    const { world } = await theHouse()
    const action = anAction({ text: 'Open a hub' })
    await aDraftPlan(world, town.manager.member, { actions: [action] })
    const url = `/actions/${action.id}/autosave`
    const typed = await form(action.id, { measure: 'From 2 hubs to 6' })
    const saved = JSON.parse((await send(town.manager, url, typed)).body.toString())
    assert.deepEqual(saved, { version: 2, said: 'Saved' })
    const stale = JSON.parse((await send(town.manager, url, { ...typed, text: 'Other words' })).body.toString())
    assert.match(stale.problem, /Somebody else changed this action meanwhile/)
    const same = await send(town.manager, url, { ...typed, version: '2', once: newId() })
    assert.deepEqual(JSON.parse(same.body.toString()), { version: 2, said: 'Saved' }, 'nothing new is no version')
  })

  test('an adopted plan’s action is kept when that is asked for, and not before', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const answer = await send(town.manager, `/actions/${actionId}/autosave`, await form(actionId, { text: 'Half a' }))
    assert.equal(answer.status, 404)
    assert.equal((await find(actionId))?.version, 1)
  })

  test('what a timescale’s words would be understood as is told while they are written', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const { body } = await visit(town.manager, `/actions/${actionId}/understood?words=June%202014`)
    assert.deepEqual(JSON.parse(body.toString()), { words: 'Understood as 30 June 2014' })
  })

  test('in a draft new words for the leads are read, and an action is put under another heading', async () => {
    const { world } = await theHouse()
    const [one, two] = [aPart({ title: 'One' }), aPart({ ref: '2', title: 'Two' })]
    const action = anAction({ partId: one.id, leadWords: null })
    const planId = await aDraftPlan(world, town.manager.member, { parts: [one, two], actions: [action] })
    const typed = await form(action.id, { leadWords: 'Early help group/Lena Lead', partId: two.id })
    await send(town.manager, `/actions/${action.id}/change`, typed)
    const kept = await find(action.id)
    assert.deepEqual([kept?.partId, kept?.leadGroupId], [two.id, town.group])
    assert.ok(kept?.leads.some(({ personId }) => personId === town.lead.member.person.id))
    assert.match(wordsOf((await visit(town.manager, `/plans/${planId}/review`)).html), /2 Two .*Open a family hub/)
  })
})
