import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership, type Somebody } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'

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
})
