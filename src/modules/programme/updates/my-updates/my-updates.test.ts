import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership, leading, type Somebody } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { anAction, anAdoptedPlan, ledBy } from '../../../plan/plan.factory.ts'
import { anUpdate, aVerdict, firstPointOf, pointsOf } from '../../programme.factory.ts'
import { findOpenUpdatesOfLead, findUpdatesToJudge } from './my-updates.store.ts'

const refsOn = (html: string, caption: string) => rowsOn(html, caption).map(([ref]) => ref)

describe('my updates', () => {
  const list = async (as: Somebody) => wordsOf((await visit(as, '/updates')).html)

  test('my updates: what is overdue first in words, what is later apart, nothing of anybody else', async () => {
    const town = await aSmallPartnership()
    assert.match(await list(town.lead), /No update is asked of you/)
    const { world, ...house } = await theHouse()
    const dueOn = [day('2014-09-30'), day('2014-11-01'), day('2015-03-31')]
    const action = anAction({ dueOn, lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [action] })
    assert.match(await list(town.lead), /^My updates 2 updates to write, 1 overdue\..*To write .*Overdue.*Later /)
    assert.match(await list(town.viewer), /No update is asked of you/)
  })

  test('what was just sent reaches the chair, and what is due the lead, however long the history', async () => {
    const town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const weekly = Array.from({ length: 120 }, (_, at) => day('2014-04-01').add({ days: at }))
    const of = { lead: town.lead.member, leadGroupId: town.group }
    const old = anAction({ ref: '1.1', text: 'Old work', dueOn: weekly, ...of })
    const fresh = anAction({
      ref: '1.2',
      text: 'Fresh work',
      dueOn: ['2014-10-10', '2014-10-20', '2014-10-25'].map((on) => day(on)),
      ...of,
    })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [old, fresh] })
    for (const { id } of await pointsOf(world, town.lead.member, old.id)) {
      await anUpdate(world, town.lead.member, id)
      await aVerdict(world, town.chair.member, id)
    }
    await anUpdate(world, town.lead.member, await firstPointOf(world, town.lead.member, fresh.id))

    const { html } = await visit(town.chair, '/updates')
    const asked = rowsOn(html, 'Updates for you to accept or send back').map(([ref, text]) => [ref, text])
    assert.deepEqual(asked, [['1.2', 'Fresh work']])
    const mine = (await visit(town.lead, '/updates')).html
    assert.deepEqual(refsOn(mine, 'Updates to write'), ['1.2', '1.2'])
    assert.deepEqual(refsOn(mine, 'Updates you sent').slice(0, 2), ['1.2', '1.1'])
    assert.equal(refsOn(mine, 'Updates you sent').length, 100)
    assert.match(wordsOf(mine), /The latest 100 of 121 are listed/)

    const bounded = await inScope(world.db, wholePartnership(town.id), async (tx) => [
      await findUpdatesToJudge(tx, town.chair.member.person.id, [town.group], day('2014-10-15'), 1),
      await findOpenUpdatesOfLead(tx, town.lead.member.person.id, { today: day('2014-10-15'), atMost: 1 }),
    ])
    assert.deepEqual(
      bounded.map(({ updates, found }) => [updates.length, found]),
      [
        [1, 1],
        [1, 2],
      ],
    )
  })

  test('two people who lead one action see the same update, and once one has sent it neither is asked', async () => {
    const town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const leads = [ledBy(town.lead.member), ledBy(town.viewer.member)]
    const action = anAction({ dueOn: day('2014-10-20'), leads, leadGroupId: town.group })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [action] })
    for (const lead of [town.lead, town.viewer]) assert.match(await list(lead), /^My updates 1 update to write\./)
    await anUpdate(world, leading(town.viewer).member, await firstPointOf(world, town.viewer.member, action.id))
    for (const lead of [town.lead, town.viewer])
      assert.match(await list(lead), /Nothing needs you now.*From Vera Viewer/)
  })

  test('a duty skipped before a later update is missed, not overdue, and can still be written', async () => {
    const town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const dueOn = [day('2014-06-30'), day('2014-08-31'), day('2014-09-30')]
    const action = anAction({ dueOn, lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan({ world, ...house }, town.manager.member, { actions: [action] })
    const [june, august] = await pointsOf(world, town.lead.member, action.id)
    assert.ok(june && august)
    await anUpdate(world, town.lead.member, august.id)
    const said = await visit(town.lead, '/updates')
    assert.match(
      wordsOf(said.html),
      /^My updates 1 update to write, 1 overdue\..*Missed: a later update was sent since/,
    )
    assert.deepEqual(
      rowsOn(said.html, 'Updates to write').map(([, , , due, state]) => [due, state]),
      [['30 Sep 14', 'Overdue']],
    )
    assert.deepEqual(
      rowsOn(said.html, 'Updates missed').map(([, , , due, state]) => [due, state]),
      [['30 Jun 14', 'Missed']],
    )
    await anUpdate(world, town.lead.member, june.id)
    assert.doesNotMatch(await list(town.lead), /Missed/)

    await aVerdict(world, town.chair.member, june.id, 'Say how many')
    assert.match(await list(town.lead), /2 updates to write, 1 overdue\. .*Sent back/)
  })
})
