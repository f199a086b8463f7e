import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, rowsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { anUpdate, firstPointOf } from '../../programme/programme.factory.ts'
import { findActions } from '../action.store.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../plan.factory.ts'

describe('an action that joins an adopted plan', () => {
  const health = aPart({ ref: '1', title: 'Healthy' })
  const safe = aPart({ ref: '2', title: 'Safe' })
  let town: SmallPartnership
  let planId: PlanId
  let hub: ReturnType<typeof anAction>
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(async () => {
    setClock('2014-10-15T09:00:00Z')
    const parts = [health, safe].map((part) => ({ ...part, id: newId<'part'>() }))
    hub = anAction({
      ref: '1.1',
      partId: parts[0]?.id ?? null,
      dueOn: day('2014-12-31'),
      lead: town.lead.member,
      leadGroupId: town.group,
    })
    const street = anAction({ ref: '2.1', text: 'Light the streets', partId: parts[1]?.id ?? null })
    planId = await anAdoptedPlan(await theHouse(), town.manager.member, { parts, actions: [hub, street] })
  })

  const kept = async () => inScope((await theHouse()).world.db, town.manager.member, (tx) => findActions(tx, planId))
  const refs = async () => (await kept()).map(({ ref }) => ref)
  const partOf = async (title: string) => {
    const { html } = await visit(town.manager, `/plans/${planId}/add-action`)
    return new RegExp(`<option value="([^"]+)"[^>]*>[^<]*${title}`).exec(html)?.[1] ?? assert.fail(`no part ${title}`)
  }
  const words: Fields = { text: 'Ring each family that waits', because: 'Agreed by the board on 12 October' }
  const add = async (typed: Fields) =>
    send(town.manager, `/plans/${planId}/add-action`, { once: newId(), ...words, ...typed })
  const splitOff = async (typed: Fields) => {
    const { html } = await visit(town.manager, `/actions/${hub.id}/split-off`)
    const names = ['once', 'measure', 'timescale', 'leadWords', 'partId', 'leadGroupId', 'leadPersonIds']
    const form = Object.fromEntries(names.map((name) => [name, valueOn(html, name) ?? '']))
    return send(town.manager, `/actions/${hub.id}/split-off`, { ...form, ...words, ...typed })
  }

  test('stands last under its heading, is due like the others, and says who agreed to it', async () => {
    const sent = await add({ ref: '1.2', partId: await partOf('Healthy'), timescale: 'January 2015' })
    assert.equal(sent.status, 303)
    assert.deepEqual(await refs(), ['1.1', '1.2', '2.1'])
    const { html } = await visit(town.viewer, sent.location)
    assert.deepEqual(
      rowsOn(html, 'Duties to report').map(([due]) => due),
      ['31 January 2015'],
    )
    assert.match(wordsOf(html), /added the action during the year Mina Manager/)
    assert.match(wordsOf(html), /Why: Agreed by the board on 12 October/)
    assert.match(wordsOf((await visit(town.viewer, `/plans/${planId}`)).html), /3 actions/)
  })

  test('was not there on the days before it', async () => {
    setClock('2014-11-03T09:00:00Z')
    const sent = await add({})
    const actionPath = sent.location.split('?')[0]
    assert.equal((await visit(town.viewer, `${actionPath}?as-at=2014-11-02`)).status, 404)
    assert.match(wordsOf((await visit(town.viewer, `/plans/${planId}?as-at=2014-11-02`)).html), /2 actions/)
  })

  test('needs its words and the reason, and nothing typed is lost', async () => {
    const refused = await add({ text: '', measure: 'Families rung' })
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), ['text: Say what will be done'])
    assert.equal(valueOn(refused.html, 'measure'), 'Families rung')
    assert.equal(problemsOn((await add({ text: '', because: '' })).html).length, 2, 'every problem is told at once')
    const unsaid = await add({ because: '' })
    assert.deepEqual(problemsOn(unsaid.html), ['because: Say why it is added, and who agreed to it'])
    assert.equal((await kept()).length, 2)
  })

  test('is added once, however often the form is sent', async () => {
    const once = newId()
    const first = await add({ once })
    assert.equal((await add({ once })).location, first.location)
    assert.equal((await kept()).length, 3)
  })

  test('split off from another stands after it with its leads, and the other keeps its updates', async () => {
    const { world } = await theHouse()
    await anUpdate(world, town.lead.member, await firstPointOf(world, town.lead.member, hub.id))
    const sent = await splitOff({ ref: '1.1b', text: 'Open a hub for teenagers' })
    assert.deepEqual(await refs(), ['1.1', '1.1b', '2.1'])
    const [first, second] = await kept()
    assert.deepEqual(second?.leads, first?.leads)
    assert.deepEqual([second?.measure, second?.timescale?.text], [hub.measure, hub.timescale?.text])
    assert.match(wordsOf((await visit(town.viewer, `/actions/${hub.id}`)).html), /The second hub opened in June/)
    const ended = (await visit(town.viewer, `${sent.location.split('?')[0]}/ending`)).html
    assert.match(wordsOf(ended), /Open a family hub in every ward/)
  })

  test('split off is not taken for carried forward', async () => {
    await splitOff({ text: 'Open a hub for teenagers' })
    const { html } = await visit(town.manager, `/plans/${planId}/year-end`)
    assert.match(wordsOf(html), /3 actions: 3 without an ending/)
  })

  test('joins no draft, which its review changes', async () => {
    const draft = await aDraftPlan((await theHouse()).world, town.manager.member)
    assert.equal((await visit(town.manager, `/plans/${draft}/add-action`)).status, 404)
    assert.equal((await send(town.manager, `/plans/${draft}/add-action`, { once: newId(), ...words })).status, 404)
  })
})
