import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { passagesOn, problemsOn, rowsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { findChanges } from '../../audit/index.ts'
import { readTimescale } from '../../reading/index.ts'
import { aDraftPlan, anAction, anAdoptedPlan, PLAN_YEAR } from '../plan.factory.ts'

const NEXT_YEAR = { title: 'Delivery plan', starts: '2015-04-01', ends: '2016-03-31' }

describe('setting a draft’s title and period', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const aDraft = async (words: Parameters<typeof aDraftPlan>[2] = {}): Promise<PlanId> =>
    aDraftPlan((await theHouse()).world, town.manager.member, words)

  test('months without a year move with the period, and each such action is read afresh', async () => {
    const twice = anAction({ timescale: readTimescale('Twice annually Sept & March', PLAN_YEAR) })
    const fixed = anAction({ ref: '1.2', timescale: readTimescale('September 2014', PLAN_YEAR) })
    const planId = await aDraft({ actions: [twice, fixed] })
    const understood = async () =>
      passagesOn((await visit(town.manager, `/plans/${planId}/review`)).html, 'action-').map((words) => [
        ...new Set(words.match(/\d\d (?:September|March) 20\d\d/g)),
      ])
    assert.deepEqual(await understood(), [['30 September 2014', '31 March 2015'], ['30 September 2014']])
    const saved = await sendAndFollow(town.manager, `/plans/${planId}/details`, NEXT_YEAR)
    assert.match(wordsOf(saved.html), /The title and the period are saved, and the timescales were read again/)
    assert.deepEqual(await understood(), [['30 September 2015', '31 March 2016'], ['30 September 2014']])
    const { world } = await theHouse()
    const [change] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [twice.id], 5))
    assert.equal(change?.what, 'read the timescale again')
    assert.match(
      JSON.stringify([change.before, change.after]),
      /30 September 2014 .*30 September 2015 and 31 March 2016/,
    )
  })

  test('every problem is told at once, and what was typed is kept', async () => {
    const planId = await aDraft()
    const { status, html } = await send(town.manager, `/plans/${planId}/details`, {
      title: ' ',
      starts: '31/3',
      ends: '',
    })
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), [
      'title: Enter the title of the plan',
      'starts: Enter the first day of the plan, such as 1 April 2026',
      'ends: Enter the last day of the plan, such as 31 March 2027',
    ])
    assert.equal(valueOn(html, 'starts'), '31/3')
    const long = { title: 'x'.repeat(201), starts: '2014-04-01', ends: '2015-03-31' }
    assert.deepEqual(problemsOn((await send(town.manager, `/plans/${planId}/details`, long)).html), [
      'title: Shorten the title to 200 characters',
    ])
  })

  test('a last day before the first is refused; a plan of one day is not', async () => {
    const planId = await aDraft()
    const url = `/plans/${planId}/details`
    const before = await send(town.manager, url, { ...NEXT_YEAR, ends: '2015-03-31' })
    assert.deepEqual(problemsOn(before.html), ['ends: The last day must be on or after the first day'])
    assert.equal((await send(town.manager, url, { ...NEXT_YEAR, ends: '2015-04-01' })).status, 303)
  })

  test('a day that no calendar has is refused', async () => {
    const { status } = await send(town.manager, `/plans/${await aDraft()}/details`, {
      ...NEXT_YEAR,
      ends: '2016-02-30',
    })
    assert.equal(status, 422)
  })

  test('once adopted, title and period stay as agreed', async () => {
    const planId = await anAdoptedPlan(await theHouse(), town.manager.member, { title: 'As agreed' })
    const page = await sendAndFollow(town.manager, `/plans/${planId}/details`, NEXT_YEAR)
    assert.match(wordsOf(page.html), /^1 April 2014 to 31 March 2015 As agreed/)
  })
})

describe('adopting a plan', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('a plan without a period is not adopted, and the page says what to set', async () => {
    const planId = await aDraftPlan((await theHouse()).world, town.manager.member, { period: null })
    const { status, html } = await send(town.manager, `/plans/${planId}/adoption`, {})
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['starts: Set the first and the last day of the plan before adopting it'])
    assert.match(html, /id="starts"/)
    assert.equal((await visit(town.viewer, `/plans/${planId}`)).status, 404)
  })

  test('a plan without actions is not adopted', async () => {
    const planId = await aDraftPlan((await theHouse()).world, town.manager.member, { actions: [] })
    const { status, html } = await send(town.manager, `/plans/${planId}/adoption`, {})
    assert.equal(status, 422)
    assert.match(problemsOn(html).join(), /There is no action to adopt/)
  })

  test('each timescale becomes dated duties to report, and the plan is everybody’s to see', async () => {
    const { world } = await theHouse()
    const words = ['Twice annually Sept & March', 'Ongoing', 'June 2014', 'When funds allow']
    const actions = words.map((text, at) =>
      anAction({ ref: `1.${at + 1}`, timescale: readTimescale(text, PLAN_YEAR, words) }),
    )
    const planId = await aDraftPlan(world, town.manager.member, { actions })
    const adopted = await sendAndFollow(town.manager, `/plans/${planId}/adoption`, {})
    assert.match(wordsOf(adopted.html), /The plan is adopted, and its timescales are now duties to report/)
    const due = async (at: number) =>
      rowsOn((await visit(town.viewer, `/actions/${actions[at]?.id}`)).html, 'Duties to report').map(([day]) => day)
    assert.deepEqual(await due(0), ['30 September 2014', '31 March 2015'])
    assert.deepEqual(await due(1), ['30 June 2014', '30 September 2014', '31 December 2014', '31 March 2015'])
    assert.deepEqual(await due(2), ['30 June 2014'])
    assert.deepEqual(await due(3), ['31 December 2014', '31 March 2015'], 'in the plan’s rhythm, from now on')
  })

  test('adopting twice, even at once, adopts once and makes each duty once', async () => {
    const { world } = await theHouse()
    const action = anAction({ timescale: readTimescale('June 2014', PLAN_YEAR) })
    const planId = await aDraftPlan(world, town.manager.member, { actions: [action] })
    const answers = await Promise.all([1, 2, 3].map(() => send(town.manager, `/plans/${planId}/adoption`, {})))
    assert.deepEqual(
      answers.map(({ location }) => location),
      Array(3).fill(`/plans/${planId}?done=adopted`),
    )
    const { html } = await visit(town.viewer, `/actions/${action.id}`)
    assert.equal(rowsOn(html, 'Duties to report').length, 1)
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [planId], 10))
    assert.equal(changes.filter(({ what }) => what === 'adopted the plan').length, 1)
  })

  test('an adopted plan is reviewed no more: its review leads to the plan', async () => {
    setClock('2014-04-01')
    const planId = await anAdoptedPlan(await theHouse(), town.manager.member)
    assert.equal((await visit(town.manager, `/plans/${planId}/review`)).location, `/plans/${planId}`)
    assert.match(
      wordsOf((await visit(town.viewer, '/plans')).html),
      /Delivery plan 1 April 2014 to 31 March 2015 Adopted 1/,
    )
  })
})
