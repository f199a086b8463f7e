import type { PartnershipId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { findWantedReports, forgetWithdrawn, keepNextDays, type SomeDuties } from './asking.store.ts'
import { nextStepOn } from './ladder.ts'
import { factsOfRequests } from './plan-requests.ts'

/**
 * Works out afresh when something is next to be done about some duties. Called in the transaction of every change that
 * could move it: a plan adopted, a timescale changed, an update sent or sent back, rules, closed days or a meeting changed.
 */
export async function keepAsking(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  duties: SomeDuties,
): Promise<void> {
  await forgetWithdrawn(tx, duties)
  const requests = await factsOfRequests(tx, await findWantedReports(tx, duties))
  const on = today(world)
  await keepNextDays(tx, partnershipId, new Map(requests.map((request) => [request.pointId, nextStepOn(request, on)])))
}
