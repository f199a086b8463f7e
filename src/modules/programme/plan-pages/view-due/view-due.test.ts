import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import { period } from '../../../../kernel/period.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme.factory.ts'
import { monthsShown } from './due-view.ts'

describe('what is due when', () => {
  let town: SmallPartnership
  let planId: PlanId
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const { world, ...house } = await theHouse()
    const lead = town.lead.member
    const dueOn = [day('2014-06-30'), day('2014-09-30'), day('2014-12-31')]
    const action = anAction({ ref: '1.1', dueOn, lead, leadGroupId: town.group })
    const late = anAction({ ref: '1.2', dueOn: day('2014-09-30') })
    planId = await anAdoptedPlan({ world, ...house }, town.manager.member, {
      actions: [action, late, anAction({ ref: '1.3' })],
    })
    const [june, september] = await pointsOf(world, lead, action.id)
    assert.ok(june && september)
    await anUpdate(world, lead, june.id)
    await anUpdate(world, lead, september.id)
    await aVerdict(world, town.chair.member, september.id, 'More')
    setClock()
  })

  const open = async (month: string) => (await visit(town.viewer, `/plans/${planId}/due?month=${month}`)).html

  test('it says how many were sent, missed and are to come; what was sent back is not sent', async () => {
    assert.match(wordsOf(await open('')), /1 sent and 3 still to come/)
    assert.match(wordsOf(await open('')), /4 updates/)
    assert.match(wordsOf(await open('')), /1 action has no date in the plan, and reports in the plan’s rhythm/)
  })

  test('a month lists its duties and whether each was met', async () => {
    const rows = async (month: string, name: string) =>
      rowsOn(await open(month), `Updates due in ${name}`).map(([ref, , , due, state = '']) => [
        ref,
        due,
        state === 'Sent',
      ])
    assert.deepEqual(await rows('2014-06', 'June 2014'), [
      ['1.1', '30 Jun 14', true],
      ['1.3', '30 Jun 14', false],
    ])
    assert.deepEqual(await rows('2014-09', 'September 2014'), [
      ['1.1', '30 Sep 14', false],
      ['1.2', '30 Sep 14', false],
      ['1.3', '30 Sep 14', false],
    ])
    assert.deepEqual(await rows('2014-12', 'December 2014'), [
      ['1.1', '31 Dec 14', false],
      ['1.3', '31 Dec 14', false],
    ])
  })

  test('this month is shown when no month, or no real one, is asked for', async () => {
    for (const month of ['', 'soon', '2014-13', '2014-1']) {
      assert.match(wordsOf(await open(month)), /October 2014 No update is due in October 2014/)
    }
  })

  test('a month of many duties is listed page by page, and the pages hold them all', async () => {
    const { world, ...house } = await theHouse()
    const actions = Array.from({ length: 201 }, (_, at) => anAction({ ref: `9.${at + 1}`, dueOn: day('2014-11-30') }))
    const id = await anAdoptedPlan({ world, ...house }, town.manager.member, { actions })
    const pageOf = async (page: string) =>
      (await visit(town.viewer, `/plans/${id}/due?month=2014-11&page=${page}`)).html
    const refs = async (page: string) => rowsOn(await pageOf(page), 'Updates due in November 2014').map(([ref]) => ref)
    assert.equal((await refs('1')).length, 200)
    assert.deepEqual(await refs('2'), ['9.201'])
    assert.deepEqual(await refs('9'), ['9.201'])
    for (const none of ['', '0', '-1', 'two']) assert.deepEqual(await refs(none), await refs('1'))
    assert.match(wordsOf(await pageOf('1')), /November 2014: 201 updates/)
    assert.ok(linksOn(await pageOf('1')).includes(`/plans/${id}/due?month=2014-11&page=2#month`))
  })
})

describe('the months of a plan', () => {
  const counts = (...months: readonly string[]) => months.map((month) => ({ month, reported: 0, overdue: 0, due: 1 }))
  const plan = (starts: string, endsBefore: string) => ({ period: period(starts, endsBefore) })

  test('each month of the plan is shown, those with nothing due among them', () => {
    const { months, areAll } = monthsShown(plan('2014-04-01', '2015-04-01'), counts('2014-06', '2015-05'))
    assert.deepEqual([months.length, months[0]?.month, months.at(-1)?.month, areAll], [14, '2014-04', '2015-05', true])
  })

  test('of a plan longer than ten years the months with a duty are shown, every one, and it says so', () => {
    const far = counts('2014-06', '2030-01', '2044-12')
    assert.deepEqual(monthsShown(plan('2014-04-01', '2045-04-01'), far), { months: far, areAll: false })
    const tenYears = monthsShown(plan('2014-04-01', '2024-04-01'), counts('2014-06'))
    assert.deepEqual([tenYears.months.length, tenYears.areAll], [120, true])
    assert.equal(monthsShown(plan('2014-04-01', '2024-05-01'), counts('2014-06')).areAll, false)
  })
})
