import { type Day, isAfter } from '../../src/kernel/day.ts'
import type { ActionId, PlanId } from '../../src/kernel/id.ts'
import { findActions } from '../../src/modules/plan/index.ts'
import { addMeeting, addStep, addWait, findSteps, markStepDone } from '../../src/modules/programme/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { today, type World } from '../../src/platform/world.ts'
import { done, memberAs, on, type Town } from './as-person.ts'

/** Which action waits for which, said by the manager when the plan was a month old. */
const WAITS: readonly (readonly [string, string])[] = [
  ['1.1.4', '1.1.5'],
  ['1.2.3', '1.1.5'],
  ['2.1.3', '4.3.1'],
  ['4.3.1', '4.3.4'],
  ['4.3.2', '4.3.4'],
]

/** The steps of one action: the month each is due in, and the month it was done in. */
const STEPPED = '2.2.2'
const STEPS = [
  { name: 'Agree the three schools', due: 1, done: 1, words: 'Letters of the three governing bodies' },
  { name: 'Adapt the rooms', due: 4, done: 5, words: 'Handover notes of the works' },
  { name: 'Appoint the teachers', due: 7, done: null, words: '' },
  { name: 'The first children start', due: 11, done: null, words: '' },
] as const

/** Months of the plan in which each lead group meets, in the third week. */
const MEETINGS = [8, 11] as const

/** What waits for what, the steps of one action, and the coming meetings. */
export async function tellWaits(world: World, town: Town, planId: PlanId, starts: Day): Promise<void> {
  const manager = memberAs(town, 'imogen-adeyemi')
  const inMonth = (month: number, day: number) => starts.add({ months: month, days: day - 1 })
  const then = on(world, inMonth(1, 1))
  const ids = await idsByReference(world, town, planId)
  const idOf = (ref: string): ActionId => {
    const id = ids.get(ref)
    if (!id) throw new Error(`The demo’s plan has no action ${ref}`)
    return id
  }
  for (const [ref, onRef] of WAITS) {
    const target = { actionId: idOf(onRef), stepId: null }
    const wait = { actionId: idOf(ref), on: target, words: null, formKey: world.newId() }
    done(await addWait(then, manager, wait))
  }
  const actionId = idOf(STEPPED)
  for (const { name, due } of STEPS) {
    const typed = { name, dueOn: inMonth(due, 20).toString(), who: '' }
    done(await addStep(then, manager, { actionId, typed, formKey: world.newId() }))
  }
  const steps = await inScope(world.db, manager, (tx) => findSteps(tx, { actionId }, world.now()))
  for (const { name, done: month, words } of STEPS) {
    const step = steps.find((one) => one.name === name)
    if (!step || month === null || isAfter(inMonth(month, 25), today(world))) continue
    const typed = { doneOn: '', words }
    const request = { actionId, stepId: step.id, typed, formKey: world.newId() }
    done(await markStepDone(on(world, inMonth(month, 25)), manager, request))
  }
  for (const body of town.bodies.values()) {
    for (const month of MEETINGS) {
      const meeting = { body, on: inMonth(month, 17).toString(), papersOn: inMonth(month, 9).toString() }
      done(await addMeeting(then, manager, { ...meeting, formKey: world.newId() }))
    }
  }
}

async function idsByReference(world: World, town: Town, planId: PlanId): Promise<ReadonlyMap<string, ActionId>> {
  const actions = await inScope(world.db, wholePartnership(town.partnershipId), (tx) => findActions(tx, planId))
  return new Map(actions.flatMap(({ ref, id }) => (ref ? [[ref, id] as const] : [])))
}
