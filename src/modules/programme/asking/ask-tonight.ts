import type { Day } from '../../../kernel/day.ts'
import type { PartnershipId } from '../../../kernel/id.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { claimDue, findWantedReports, insertSteps, keepNextDays } from './asking.store.ts'
import { findPartnershipsToAsk } from './asking-across.store.ts'
import { nextStepOn, type RequestFacts, stepToTake } from './ladder.ts'
import { takeLateWarnings } from './late-warnings.ts'
import { factsOfRequests } from './plan-requests.ts'
import { findChairsOfBodies, findLeadsOfActions } from './recipient.store.ts'
import { tellSteps } from './tell-steps.ts'
import type { Step } from './tellings.ts'

/** Duties looked at in one transaction. */
const PORTION = 2000

export type NightTally = { readonly partnerships: number; readonly steps: number; readonly messages: number }

/**
 * Asks, reminds and tells on, for every partnership that has something due by today, and for no other. Each portion is one
 * transaction that takes its steps and queues their messages: killed half-way it goes on where it was, and a second run
 * of the same day finds nothing left to do.
 */
export async function askTonight(world: World): Promise<NightTally> {
  const on = today(world)
  const partnerships = await findPartnershipsToAsk(world.db, on)
  let [steps, messages] = [0, 0]
  for (const partnershipId of partnerships) {
    for (let portion = { looked: PORTION, steps: 0, messages: 0 }; portion.looked === PORTION; ) {
      portion = await inScope(world.db, wholePartnership(partnershipId), (tx) =>
        askPortion(world, tx, partnershipId, on),
      )
      steps += portion.steps
      messages += portion.messages
    }
  }
  return { partnerships: partnerships.length, steps, messages }
}

async function askPortion(world: World, tx: Tx, partnershipId: PartnershipId, on: Day) {
  const pointIds = await claimDue(tx, on, PORTION)
  const warnings = await takeLateWarnings(tx, partnershipId, on)
  if (pointIds.length === 0) {
    return { looked: 0, steps: 0, messages: await tellSteps(world, tx, partnershipId, [], warnings) }
  }
  const wanted = await factsOfRequests(tx, await findWantedReports(tx, { pointIds }))
  const steps = await withPeople(
    tx,
    on,
    wanted.flatMap((request) => {
      const step = stepToTake(request, on)
      return step ? [{ step, request }] : []
    }),
  )
  await insertSteps(tx, partnershipId, {
    steps: steps.map(({ step, request }) => ({ pointId: request.pointId, step })),
    on,
    at: world.now(),
  })
  const messages = await tellSteps(world, tx, partnershipId, steps, warnings)
  const takenNow = new Map(steps.map(({ step, request }) => [request.pointId, step]))
  const after = wanted.map((request) => {
    const step = takenNow.get(request.pointId)
    const facts: RequestFacts = step ? { ...request, taken: new Map([...request.taken, [step, on]]) } : request
    return [request.pointId, nextStepOn(facts, on)] as const
  })
  // A duty that holds no more is not among the wanted; it is let go with those that want nothing.
  await keepNextDays(tx, partnershipId, new Map([...pointIds.map((id) => [id, null] as const), ...after]))
  return { looked: pointIds.length, steps: steps.length, messages }
}

async function withPeople(tx: Tx, on: Day, steps: readonly Pick<Step, 'step' | 'request'>[]): Promise<readonly Step[]> {
  const leads = await findLeadsOfActions(tx, [...new Set(steps.map(({ request }) => request.actionId))], on)
  const groups = steps.flatMap(({ request }) => request.leadGroupId ?? [])
  const chairs = await findChairsOfBodies(tx, [...new Set(groups)])
  return steps.map((taken) => ({
    ...taken,
    leads: leads.get(taken.request.actionId) ?? [],
    chairs: (taken.request.leadGroupId && chairs.get(taken.request.leadGroupId)) ?? [],
  }))
}
