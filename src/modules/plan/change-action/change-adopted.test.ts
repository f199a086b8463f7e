import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { type Day, day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { findAction } from '../action.store.ts'
import { anAction, anAdoptedPlan, aPart } from '../plan.factory.ts'

describe('changing what an adopted plan promised', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const anActionDue = async (...dueOn: readonly Day[]): Promise<ActionId> => {
    const action = anAction({ dueOn, lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
    return action.id
  }

  /** The form as the page shows it, with some fields typed over. */
  const form = async (actionId: ActionId, typed: Fields = {}): Promise<Fields> => {
    const { html } = await visit(town.manager, `/actions/${actionId}/change`)
    const names = [
      'once',
      'version',
      'ref',
      'text',
      'measure',
      'timescale',
      'leadWords',
      'leadGroupId',
      'leadPersonIds',
    ]
    const shown = Object.fromEntries(names.map((name) => [name, valueOn(html, name) ?? '']))
    return { ...shown, because: 'Agreed by the board', ...typed }
  }
  const change = async (actionId: ActionId, typed: Fields) =>
    send(town.manager, `/actions/${actionId}/change`, await form(actionId, typed))
  const find = async (actionId: ActionId) =>
    inScope((await theHouse()).world.db, town.manager.member, (tx) => findAction(tx, actionId))

  test('a promise is not changed without a reason, and what was typed stays', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    for (const typed of [{ measure: 'Fewer hubs' }, { timescale: 'March 2015' }]) {
      const refused = await change(actionId, { ...typed, because: '' })
      assert.equal(refused.status, 422)
      assert.deepEqual(problemsOn(refused.html), [
        'because: Say why its measure or timescale changes, and who agreed to it',
      ])
      assert.match(refused.html, /Fewer hubs|March 2015/)
    }
    assert.equal((await change(actionId, { ref: '1.1a', because: '' })).status, 303, 'its number promises nothing')
    assert.equal((await find(actionId))?.measure, 'Number of hubs open')
    const sent = await change(actionId, { measure: 'Two hubs open', because: 'Agreed by the board on 3 November' })
    assert.match(wordsOf((await visit(town.viewer, sent.location)).html), /Why: Agreed by the board on 3 November/)
  })

  test('an action moves under another heading, and a past day shows it where it stood', async () => {
    const parts = [aPart({ title: 'Healthy' }), aPart({ title: 'Safe' })]
    const [healthy, safe] = parts
    const action = anAction({ partId: healthy?.id ?? null })
    const planId = await anAdoptedPlan(await theHouse(), town.manager.member, { parts, actions: [action] })
    setClock('2014-11-03T09:00:00Z')
    assert.equal((await change(action.id, { partId: safe?.id ?? '', because: 'The board moved it' })).status, 303)
    const under = async (query: string) =>
      /(Healthy|Safe)/.exec(wordsOf(await heading(`/actions/${action.id}${query}`)))?.[0]
    const heading = async (url: string) => /<h1[\s\S]*?<\/h1>/.exec((await visit(town.viewer, url)).html)?.[0] ?? ''
    assert.deepEqual([await under(''), await under('?as-at=2014-11-02')], ['Safe', 'Healthy'])
    assert.match(wordsOf((await visit(town.viewer, `/plans/${planId}?as-at=2014-11-02`)).html), /Healthy/)
  })
})
