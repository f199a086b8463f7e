import { type Day, day } from '../../src/kernel/day.ts'
import type { BodyId, ReportingPointId } from '../../src/kernel/id.ts'
import { anAction, anAdoptedPlan } from '../../src/modules/plan/plan.factory.ts'
import { firstPointOf, pointsOf } from '../../src/modules/programme/programme.factory.ts'
import { findSubmissionsOfPoint, type Submission } from '../../src/modules/programme/updates/update.store.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { SmallPartnership, Somebody } from './partnership.ts'
import { type Fields, type Files, send, type Visited, visit } from './visit.ts'
import { theHouse } from './visit-house.ts'
import { valueOn } from './visit-words.ts'

/** What a lead says when the test does not care. */
export const SAID = {
  narrative: 'Two hubs are open.\nA third opens in May.',
  whatNext: 'Choose a room for the fourth hub',
  progress: 'green',
  impact: 'amber',
}

/** A duty of the partnership's lead to report on 31 October 2014, on the one action of an adopted plan. */
export async function aDuty(
  town: SmallPartnership,
  { leadGroupId = town.group, dueOn = day('2014-10-31') }: { leadGroupId?: BodyId | null; dueOn?: Day } = {},
): Promise<ReportingPointId> {
  const house = await theHouse()
  const action = anAction({ dueOn, lead: town.lead.member, leadGroupId })
  await anAdoptedPlan(house, town.manager.member, { actions: [action] })
  return firstPointOf(house.world, town.lead.member, action.id)
}

/** Two duties of one action, due at the ends of October and November 2014. */
export async function twoDuties(town: SmallPartnership): Promise<readonly [ReportingPointId, ReportingPointId]> {
  const house = await theHouse()
  const action = anAction({
    dueOn: [day('2014-10-31'), day('2014-11-30')],
    lead: town.lead.member,
    leadGroupId: town.group,
  })
  await anAdoptedPlan(house, town.manager.member, { actions: [action] })
  const [first, second] = await pointsOf(house.world, town.lead.member, action.id)
  if (!first || !second) throw new Error('Two duties were wanted')
  return [first.id, second.id]
}

/** Sends the form of an update, whole unless told otherwise. */
export function write(as: Somebody, point: ReportingPointId, fields: Fields = {}, files?: Files): Promise<Visited> {
  return send(as, `/updates/${point}`, { once: newId(), step: 'submit', ...SAID, ...fields }, files)
}

/** Answers the update that the page of a duty shows. */
export async function judge(
  as: Somebody,
  point: ReportingPointId,
  step: 'accept' | 'send-back',
  note = '',
): Promise<Visited> {
  const { html } = await visit(as, `/updates/${point}`)
  return send(as, `/updates/${point}/verdict`, { submission: valueOn(html, 'submission') ?? newId(), step, note })
}

/** What was sent at a duty, the latest first. */
export async function sentAt(town: SmallPartnership, point: ReportingPointId): Promise<readonly Submission[]> {
  const { world } = await theHouse()
  return inScope(world.db, wholePartnership(town.id), (tx) => findSubmissionsOfPoint(tx, point))
}
