import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, leading, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { anAction, anAdoptedPlan, aPart } from '../../../plan/plan.factory.ts'
import { insertMeeting } from '../../asking/keep-calendar/calendar-entry.store.ts'
import { anUpdate, pointsOf } from '../../programme.factory.ts'

describe('the year planner', () => {
  let town: SmallPartnership
  let planId: PlanId
  const aim = aPart({ ref: '1', title: 'A good start' })
  const objective = aPart({ ref: '1.1', title: 'Hubs', level: 1, parentId: aim.id })
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const lead = town.lead.member
    const hub = anAction({ ref: '1.1', dueOn: day('2014-06-30'), lead, leadGroupId: town.group, partId: objective.id })
    const actions = [
      hub,
      anAction({ ref: '1.2', dueOn: day('2014-09-30'), lead, leadGroupId: town.group, partId: aim.id }),
      anAction({ ref: '1.3', dueOn: day('2014-06-30'), leadWords: 'Play team' }),
      anAction({ ref: '1.4', dueOn: day('2015-03-31'), lead, leadGroupId: town.groupWithoutChair }),
    ]
    planId = await anAdoptedPlan(house, town.manager.member, { parts: [aim, objective], actions })
    await inScope(house.world.db, wholePartnership(town.id), (tx) =>
      insertMeeting(
        tx,
        town.id,
        { id: house.world.newId(), bodyId: town.group, on: day('2014-12-05'), papersOn: day('2014-11-27') },
        { by: town.manager.member.person.id, at: house.world.now() },
      ),
    )
    setClock('2014-07-10')
    const [june] = await pointsOf(house.world, lead, hub.id)
    assert.ok(june)
    await anUpdate(house.world, lead, june.id)
    setClock()
  })

  const open = async (query: string) => (await visit(town.viewer, `/plans/${planId}/planner?${query}`)).html
  const rowOf = async (query: string, name: string) =>
    rowsOn(await open(query), 'Reports due, month by month').find(([first]) => first === name)

  test('months stand across, and what is due in each is counted by its state', async () => {
    assert.match(wordsOf(await open('')), /4 reports: 1 answered late, 2 missed, 1 to come\./)
    const whole = (await rowOf('', 'The whole plan')) ?? []
    assert.equal(whole.length, 13)
    assert.match(whole[3] ?? '', /1 answered late, 1 missed/)
    assert.match(whole[6] ?? '', /1 missed/)
    assert.match(whole[12] ?? '', /1 to come/)
    assert.equal(whole[1], '')
  })

  test('rows are bodies with their meetings, leads, or aims with all that is under them', async () => {
    const group = await rowOf('', 'Early help group')
    assert.match(group?.[3] ?? '', /1 answered late/)
    assert.match(group?.[9] ?? '', /meets on ● 5/)
    assert.match((await rowOf('', 'No lead group'))?.[3] ?? '', /1 missed/)
    assert.match((await rowOf('by=lead', 'Lena Lead'))?.[6] ?? '', /1 missed/)
    assert.match((await rowOf('by=lead', 'Play team'))?.[3] ?? '', /1 missed/)
    const good = await rowOf('by=aim', '1 A good start')
    assert.match(good?.[3] ?? '', /1 answered late/)
    assert.match(good?.[6] ?? '', /1 missed/)
    assert.match((await rowOf('by=aim', 'Under no aim'))?.[12] ?? '', /1 to come/)
  })

  test('a cell leads to what it counted', async () => {
    const cell = linksOn(await open('by=lead')).find((href) => /row=(?!all)[^&]+&month=2014-06/.test(href))
    assert.ok(cell)
    const refs = async (href: string) =>
      rowsOn((await visit(town.viewer, href)).html, 'Reports due in June 2014').map(([ref, , , due, state]) => [
        ref,
        due,
        state,
      ])
    assert.deepEqual(await refs(cell.replaceAll('&amp;', '&')), [['1.1', '30 Jun 14', 'Answered late']])
    assert.deepEqual(await refs(`/plans/${planId}/planner?row=all&month=2014-06`), [
      ['1.1', '30 Jun 14', 'Answered late'],
      ['1.3', '30 Jun 14', 'Missed'],
    ])
  })

  test('whoever sees part of a plan sees their own year, and is told that it is part', async () => {
    const { html } = await visit(leading(town.lead), `/plans/${planId}/planner?by=lead`)
    assert.match(wordsOf(html), /This is your part of the plan/)
    assert.match(wordsOf(html), /3 reports: 1 answered late, 1 missed, 1 to come/)
    assert.doesNotMatch(wordsOf(html), /Play team/)
  })

  test('days on which all are closed stand above', async () => {
    const closed = (await rowOf('', 'Closed, besides weekends')) ?? []
    assert.deepEqual([closed[2], closed[9], closed[3]], ['5, 26', '25–26', '–'])
  })

  test('820 actions with 400 leads are shown page by page, and none is left out of the whole', async () => {
    const house = await theHouse()
    const actions = Array.from({ length: 820 }, (_, at) =>
      anAction({ ref: `9.${at}`, dueOn: day('2014-11-30'), leadWords: `Team ${at % 400}` }),
    )
    const id = await anAdoptedPlan(house, town.manager.member, { actions })
    const { html } = await visit(town.viewer, `/plans/${id}/planner?by=lead`)
    assert.match(wordsOf(html), /820 reports: 820 to come/)
    assert.equal(rowsOn(html, 'Reports due, month by month').length, 62)
    assert.ok(html.length < 400_000, `${html.length} bytes`)
  })

  test('a body’s forward plan says what each coming meeting will receive', async () => {
    const { html } = await visit(town.viewer, `/bodies/${town.group}/forward-plan`)
    assert.match(wordsOf(html), /Next meeting on 5 December 2014: 2 reports to receive/)
    assert.deepEqual(
      rowsOn(html, 'To receive on 5 December 2014').map(([ref, , , , due, state]) => [ref, due, state]),
      [
        ['1.1', '30 Jun 14', 'Sent'],
        ['1.2', '30 Sep 14', 'Missed'],
      ],
    )
    const other = await visit(town.viewer, `/bodies/${town.groupWithoutChair}/forward-plan`)
    assert.match(wordsOf(other.html), /No meeting to come is in the calendar/)
    assert.match(wordsOf(other.html), /Due within a year/)
  })
})
