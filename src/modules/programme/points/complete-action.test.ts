import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { anUpdate, aVerdict, firstPointOf } from '../programme.factory.ts'

const EVIDENCE = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('All hubs are open') }

describe('an action whose update “Complete” was accepted', () => {
  let town: SmallPartnership
  let plan: PlanId
  before(async () => {
    const house = await theHouse()
    town = await aSmallPartnership()
    const lead = town.lead.member
    const dueOn = [day('2014-10-31'), day('2014-11-30'), day('2014-12-31')]
    const action = anAction({ dueOn, lead, leadGroupId: town.group })
    plan = await anAdoptedPlan(house, town.manager.member, { actions: [action] })
    const point = await firstPointOf(house.world, lead, action.id)
    setClock('2014-10-20')
    await anUpdate(house.world, lead, point, { progress: 'blue', impact: 'blue', evidence: EVIDENCE })
    await aVerdict(house.world, town.chair.member, point)
    setClock('2014-12-15')
  })

  test('owes its lead nothing more', async () => {
    setClock('2014-12-15')
    const words = wordsOf((await visit(town.lead, '/updates')).html)
    assert.match(words, /Nothing needs you now/)
    assert.doesNotMatch(words, /Overdue|To write/)
  })

  test('is neither overdue nor due on the page of the plan, nor on the page of what is due', async () => {
    setClock('2014-12-15')
    assert.doesNotMatch(wordsOf((await visit(town.viewer, `/plans/${plan}?overdue=yes`)).html), /Open a family hub/)
    const due = wordsOf((await visit(town.viewer, `/plans/${plan}/due?month=2014-11`)).html)
    assert.match(due, /No update was missed; 1 sent and 0 still to come/)
  })
})
