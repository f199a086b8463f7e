import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'

describe('the page of what moved in a plan', () => {
  let town: SmallPartnership
  let plan: PlanId
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const actions = ['1.1', '1.2', '1.3'].map((ref) =>
      anAction({ ref, dueOn: day('2014-09-30'), lead: town.lead.member }),
    )
    plan = await anAdoptedPlan(house, town.manager.member, { actions })
    const [hub, play] = actions
    assert.ok(hub && play)
    const change = (version: string, on: string, fields: Record<string, string>) => {
      setClock(on)
      const typed = {
        ref: '1.1',
        text: hub.text,
        measure: 'Number of hubs open',
        leadWords: 'Lena Lead',
        because: 'The board agreed',
        ...fields,
      }
      return send(town.manager, `/actions/${hub.id}/change`, { once: newId(), version, ...typed })
    }
    assert.equal((await change('1', '2014-06-01', { timescale: '31 December 2014' })).status, 303)
    assert.equal(
      (await change('2', '2014-08-01', { timescale: '31 March 2015', measure: '20 hubs, <b>open</b>' })).status,
      303,
    )
    setClock('2014-09-01')
    await send(town.manager, `/actions/${play.id}/ending`, {
      once: newId(),
      kind: 'stopped',
      reason: 'The grant ended',
      time: '',
      takenBy: '',
    })
  })
  beforeEach(() => setClock())

  const open = async (query = '') => visit(town.viewer, `/plans/${plan}/movement${query}`)

  test('says how many there were and are, and each count leads to those it counted', async () => {
    const { html } = await open()
    assert.match(wordsOf(html), /3 actions, none added\..*1 of 3 ended.*1 of 3 with the last day pushed out/)
    const counts = linksOn(html).filter((href) => href.includes('&show='))
    assert.ok(counts.length >= 3)
    for (const href of counts.map((href) => href.replaceAll('&amp;', '&'))) {
      const members = await visit(town.viewer, href.split('#')[0] ?? '')
      assert.match(members.html, /id="moves"[^>]*>1 action /)
    }
    assert.deepEqual(rowsOn((await open('?show=pushed-out')).html, '1 action with the last day pushed out'), [
      [
        '1.1',
        'Open a family hub in every ward Lena Lead',
        '30 Sep 14',
        '31 Mar 15 2 times, 182 days later',
        '1 Aug 14',
      ],
    ])
    assert.deepEqual(rowsOn((await open('?show=measure-changed')).html, /measure changed/)[0]?.slice(2, 4), [
      'Number of hubs open',
      '20 hubs, <b>open</b>',
    ])
  })

  test('between two days it tells of what happened between their ends, and of nothing else', async () => {
    assert.match(wordsOf((await open('?from=2014-06-01&to=2014-07-31')).html), /none added\. Nothing moved\./)
    const july = rowsOn((await open('?from=2014-07-31&to=2014-08-01')).html, /pushed out/)
    assert.deepEqual(july[0]?.slice(2, 4), ['31 Dec 14', '31 Mar 15 90 days later'])
    for (const [query, says] of [
      ['?from=2014-08-01&to=2014-08-01', /Choose a first day before the last/],
      ['?from=2014-02-30', /Enter two days/],
      ['?to=2099-01-01', /The last day has not come yet/],
    ] as const) {
      const { status, html } = await open(query)
      assert.equal(status, 422)
      assert.match(wordsOf(html), says)
    }
  })

  test('it can be taken out as a spreadsheet, where words are words', async () => {
    const csv = (await visit(town.viewer, `/plans/${plan}/movement/csv`)).body.toString()
    assert.match(csv, /with the last day pushed out,1\.1,.*,30 Sep 14,31 Mar 15,2,182,2014-08-01/)
    assert.match(csv, /ended,1\.2,.*,–,Stopped,1,,2014-09-01/)
    assert.equal((await visit(town.viewer, `/plans/${plan}/movement/xlsx`)).body.subarray(0, 2).toString(), 'PK')
    assert.equal((await visit(town.viewer, `/plans/${plan}/movement/exe`)).status, 404)
  })

  test('somebody of another partnership, and a lead who sees part of the plan, find nothing', async () => {
    const other = await aSmallPartnership()
    assert.equal((await visit(other.manager, `/plans/${plan}/movement`)).status, 404)
    assert.equal((await visit(town.lead, `/plans/${plan}/movement`)).status, 404)
  })
})
