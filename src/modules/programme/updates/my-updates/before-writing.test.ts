// It counts what the house does, so it comes before the house.
import '../../../../../test/support/count-work.ts'
import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { takeWork } from '../../../../../test/support/count-work.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { rowsOn } from '../../../../../test/support/visit-words.ts'
import { day } from '../../../../kernel/day.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { anAction, anAdoptedPlan } from '../../../plan/plan.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../programme.factory.ts'
import { addStep, markStepDone, removeStep } from '../../waiting/keep-steps/keep-steps.ts'
import { findSteps } from '../../waiting/step.store.ts'
import { factsInWords } from './before-words.ts'

const EVIDENCE = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }
const LONG = `Two hubs are open, <b>and</b> the third has its builder. ${'Much more was said of it. '.repeat(40)}`

describe('beside an update to write', () => {
  let town: SmallPartnership
  let hub: ActionId
  before(async () => {
    setClock('2014-04-01')
    town = await aSmallPartnership()
    const house = await theHouse()
    const { world } = house
    const lead = town.lead.member
    const dueOn = [day('2014-06-30'), day('2014-10-31'), day('2015-02-28')]
    const of = { lead, leadGroupId: town.group }
    const actions = [anAction({ ref: '1.1', dueOn, ...of }), anAction({ ref: '1.2', dueOn: day('2014-10-31'), ...of })]
    await anAdoptedPlan(house, town.manager.member, { actions })
    hub = actions[0]?.id ?? newId()
    const [june] = await pointsOf(world, lead, hub)
    assert.ok(june)
    setClock('2014-06-20')
    await anUpdate(world, lead, june.id, { narrative: LONG, progress: 'green', impact: 'grey', evidence: EVIDENCE })
    await aVerdict(world, town.chair.member, june.id)
    for (const [name, on] of [
      ['Find a room', '2014-09-01'],
      ['Sign the lease', '2014-10-20'],
      ['Paint it', '2014-10-31'],
      ['Open it', '2015-01-31'],
      ['Choose a name', '2014-08-01'],
      ['Ask the mayor', '2014-08-02'],
    ] as const) {
      const typed = { name, dueOn: on, who: '' }
      assert.ok((await addStep(world, lead, { actionId: hub, formKey: newId(), typed })).ok)
    }
  })
  beforeEach(() => setClock())

  const toWrite = async (caption = 'Updates to write') =>
    rowsOn((await visit(town.lead, '/updates')).html, caption).map((row) => row.slice(0, 3))

  test('stands what was last said, cut after a word, with its day and both ratings, and what matters', async () => {
    assert.deepEqual(await toWrite(), [
      [
        '1.1',
        'Open a family hub in every ward 3 steps late, 2 steps due by then, 1 file of evidence',
        'Said on 20 June 2014: “Two hubs are open, <b>and</b> the third has its builder. Much more was said of it. Much more was said of it…” ' +
          'Progress G On track Impact N Not started',
      ],
      ['1.2', 'Open a family hub in every ward No evidence yet', 'Nothing was said yet'],
    ])
    assert.match((await toWrite('Updates due later'))[0]?.[1] ?? '', /3 steps late, 3 steps due by then/)
  })

  test('a step that was done or taken out is not late, and words that were sent back say so', async () => {
    const { world } = await theHouse()
    const lead = town.lead.member
    const steps = await inScope(world.db, lead, (tx) => findSteps(tx, { actionId: hub }, world.now()))
    const of = (name: string) => {
      const stepId = steps.find((step) => step.name === name)?.id ?? newId()
      return { actionId: hub, stepId, formKey: newId() }
    }
    const done = { doneOn: '2014-08-01', words: '' }
    assert.ok((await markStepDone(world, lead, { ...of('Choose a name'), typed: done })).ok)
    assert.ok((await removeStep(world, lead, of('Ask the mayor'))).ok)
    const [, october] = await pointsOf(world, lead, hub)
    assert.ok(october)
    setClock('2014-10-10')
    await anUpdate(world, lead, october.id, { narrative: 'The third is open' })
    await aVerdict(world, town.chair.member, october.id, 'Say where')
    setClock()
    const [, action = '', last] = (await toWrite())[0] ?? []
    assert.match(action, /Say where 1 step late, 2 steps due by then, 1 file of evidence$/)
    assert.equal(
      last,
      'Said on 10 October 2014, and sent back: “The third is open” Progress G On track Impact G On track',
    )
  })

  test('however many updates are listed, the house asks the database as often', async () => {
    const house = await theHouse()
    const asked = async () => {
      await visit(town.lead, '/updates')
      takeWork()
      await visit(town.lead, '/updates')
      return takeWork().statements
    }
    const few = await asked()
    const dueOn = day('2014-10-31')
    const actions = Array.from({ length: 40 }, (_, at) => anAction({ ref: `9.${at}`, dueOn, lead: town.lead.member }))
    await anAdoptedPlan(house, town.manager.member, { actions })
    assert.equal((await toWrite()).length, 42)
    assert.equal(await asked(), few)
  })
})

test('what falls due after the update is not for it to tell', () => {
  const [today, dueOn] = [day('2014-10-15'), day('2014-10-31')]
  const facts = (openSteps: readonly string[], evidenceCount: number) =>
    factsInWords({ openSteps: openSteps.map((on) => day(on)), evidenceCount }, { today, dueOn })
  assert.equal(
    facts(['2014-10-14', '2014-10-15', '2014-10-31', '2014-11-01'], 2),
    '1 step late, 2 steps due by then, 2 files of evidence',
  )
  assert.equal(facts([], 1), '1 file of evidence')
  assert.equal(facts(['2014-11-01'], 0), 'No evidence yet')
})
