import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { day } from '../../../kernel/day.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../plan/plan.factory.ts'
import { askTonight } from '../asking/ask-tonight.ts'
import { carryForward } from '../year-end/carry-forward/carry-forward.ts'
import { disposeAction } from '../year-end/dispose-action/dispose-action.ts'
import { addStep } from './keep-steps/keep-steps.ts'
import { addWait } from './keep-waits/keep-waits.ts'
import { findSteps } from './step.store.ts'
import { findWaits } from './wait.store.ts'

const messagesOf = async ({ id }: SmallPartnership) => {
  const { world } = await theHouse()
  return inScope(world.db, wholePartnership(id), (tx) =>
    tx.selectFrom('message').select(['to_name', 'subject', 'body']).orderBy('id').execute(),
  )
}
const nightOf = async (on: string) => {
  setClock(`${on}T06:00:00Z`)
  await askTonight((await theHouse()).world)
}

/** An action of the lead’s, due in March, that waits for a step due in October of an action nobody leads, due in February. */
async function aWaitForAStep() {
  setClock('2014-04-01')
  const house = await theHouse()
  const town = await aSmallPartnership()
  const first = anAction({ ref: '1.1', text: 'Train staff', dueOn: day('2015-02-28') })
  const second = anAction({ ref: '1.2', text: 'Open hubs', dueOn: day('2015-03-31'), lead: town.lead.member })
  const planId = await anAdoptedPlan(house, town.manager.member, { actions: [first, second] })
  const by = town.manager.member
  const typed = { name: 'Book rooms', dueOn: '2014-10-10', who: '' }
  assert.ok((await addStep(house.world, by, { actionId: first.id, formKey: newId(), typed })).ok)
  const [step] = await inScope(house.world.db, by, (tx) => findSteps(tx, { actionId: first.id }, house.world.now()))
  assert.ok(step)
  const on = { actionId: first.id, stepId: step.id }
  assert.ok((await addWait(house.world, by, { actionId: second.id, formKey: newId(), on, words: null })).ok)
  return { house, town, planId, first, second, by }
}

describe('a late step', () => {
  test('warns those who wait for it once, in one message', async () => {
    const { town } = await aWaitForAStep()
    await nightOf('2014-10-10')
    assert.deepEqual(await messagesOf(town), [])
    await nightOf('2014-10-13')
    await nightOf('2014-10-14')
    await nightOf('2014-10-15')
    const [told, ...others] = await messagesOf(town)
    assert.deepEqual(others, [])
    assert.deepEqual([told?.to_name, told?.subject], ['Lena Lead', 'What you wait for is late'])
    assert.match(
      told?.body ?? '',
      /1\.2 Open hubs\nIt waits for the step “Book rooms” of 1\.1, due 10 October 2014 and not done\.\nhttp:\/\/localhost:3000\/actions\//,
    )
  })

  test('is told in the same message as what is asked for that day', async () => {
    const { town, second } = await aWaitForAStep()
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.updateTable('asking_due').set({ next_on: '2014-10-13' }).execute(),
    )
    assert.ok(second)
    const { rows } = { rows: await messagesOf(town) }
    assert.deepEqual(rows, [])
    setClock('2015-03-03T06:00:00Z')
    await askTonight(world)
    const toLead = (await messagesOf(town)).filter(({ to_name }) => to_name === 'Lena Lead')
    assert.equal(toLead.length, 1)
    assert.match(
      toLead[0]?.body ?? '',
      /An update is wanted on an action that you lead.*Something that your action waits for is late/s,
    )
  })

  test('warns of an action too, once it is past the last day the plan gives it', async () => {
    setClock('2014-04-01')
    const house = await theHouse()
    const town = await aSmallPartnership()
    const first = anAction({ ref: '1.1', dueOn: day('2014-09-30') })
    const second = anAction({ ref: '1.2', dueOn: day('2015-03-31'), lead: town.lead.member })
    await anAdoptedPlan(house, town.manager.member, { actions: [first, second] })
    const on = { actionId: first.id, stepId: null }
    await addWait(house.world, town.manager.member, { actionId: second.id, formKey: newId(), on, words: null })
    await nightOf('2014-10-01')
    const told = (await messagesOf(town)).filter(({ to_name }) => to_name === 'Lena Lead')
    assert.equal(told.length, 1)
    assert.match(told[0]?.body ?? '', /It waits for 1\.1, due 30 September 2014 and not done/)
  })
})

describe('carrying forward', () => {
  test('takes the steps that are not done along, and what waits for what', async () => {
    const { house, planId, first, second, by } = await aWaitForAStep()
    const { world } = house
    const said = {
      kind: 'carried-forward',
      reason: 'More time',
      bodyId: null,
      intoId: null,
      timeWords: 'June 2015',
      takenBy: '',
    }
    for (const { id } of [second, first]) {
      const ended = await disposeAction(world, by, {
        actionId: id,
        said: { ...said, waiting: 'keep' },
        formKey: newId(),
      })
      assert.ok(ended.ok)
    }
    const next = await carryForward(world, by, { planId, formKey: newId() })
    assert.ok(next.ok)
    const nextId = next.value
    await inScope(world.db, by, async (tx) => {
      const steps = await findSteps(tx, { planId: nextId }, world.now())
      assert.deepEqual(
        steps.map(({ name }) => name),
        ['Book rooms'],
      )
      const waits = (await findWaits(tx, { planId: nextId }, world.now())).filter(
        ({ waiting }) => waiting?.planId === nextId,
      )
      assert.deepEqual(
        waits.map(({ waiting, on, step }) => [waiting?.ref, on?.ref, on?.planId === nextId, step]),
        [['1.2', '1.1', true, 'Book rooms']],
      )
    })
  })
})
