import { type Day, isAfter } from '../../kernel/day.ts'
import type { ActionId, ReportingPointId } from '../../kernel/id.ts'
import type { Result } from '../../kernel/result.ts'
import { inScope } from '../../platform/database/index.ts'
import { today, type World } from '../../platform/world.ts'
import type { Member } from '../people/index.ts'
import { findPoint, findPointsOfAction, type ReportingPoint } from './points/point.store.ts'
import { judgeUpdate } from './updates/judge-update/judge-update.ts'
import { findSubmissionsOfPoint } from './updates/update.store.ts'
import { NOTHING_TYPED } from './updates/update-words.ts'
import { submitUpdate, type UpdateRequest } from './updates/write-update/submit-update.ts'

/** The duties of an action that hold now, the earliest first. */
export async function pointsOf(world: World, by: Member, actionId: ActionId): Promise<readonly ReportingPoint[]> {
  return inScope(world.db, by, (tx) => findPointsOfAction(tx, actionId))
}

/** The first duty of an action, which must have one. */
export async function firstPointOf(world: World, by: Member, actionId: ActionId): Promise<ReportingPointId> {
  const [first] = await pointsOf(world, by, actionId)
  if (!first) throw new Error('The action has no duty to report')
  return first.id
}

/** Sends an update, green for both unless told otherwise, at a duty, with all that other ratings would call for. */
export async function anUpdate(
  world: World,
  by: Member,
  pointId: ReportingPointId,
  words: Partial<UpdateRequest> = {},
): Promise<void> {
  taken(await tryUpdate(world, by, pointId, words))
}

/** As {@link anUpdate}, and says whether it was taken. */
export async function tryUpdate(
  world: World,
  by: Member,
  pointId: ReportingPointId,
  words: Partial<UpdateRequest> = {},
): Promise<Result<unknown, { readonly kind: string }>> {
  return submitUpdate(world, by, {
    pointId,
    ...NOTHING_TYPED,
    narrative: 'The second hub opened in June',
    progress: 'green',
    impact: 'green',
    whatNext: 'The third hub opens in spring',
    recovery: 'A second builder starts on Monday',
    returnOn: (await nextDueOn(world, by, pointId)).toString(),
    differsBecause: 'The lead knows more than the calendar',
    pairBecause: 'The first hub shows it already',
    step: 'submit',
    formKey: world.newId(),
    evidence: null,
    ...words,
  })
}

/** The day of the next duty of the same action that is to come, so that a promise for it makes no other; next year when there is none. */
async function nextDueOn(world: World, by: Member, pointId: ReportingPointId): Promise<Day> {
  const now = today(world)
  const point = await inScope(world.db, by, (tx) => findPoint(tx, pointId))
  const points = point ? await pointsOf(world, by, point.actionId) : []
  return points.find(({ id, dueOn }) => id !== pointId && isAfter(dueOn, now))?.dueOn ?? now.add({ years: 1 })
}

/** Accepts the last update of a duty, or with a note sends it back. */
export async function aVerdict(world: World, by: Member, pointId: ReportingPointId, note = ''): Promise<void> {
  const [last] = await inScope(world.db, by, (tx) => findSubmissionsOfPoint(tx, pointId))
  if (!last) throw new Error('No update was sent')
  const step = note === '' ? 'accept' : 'send-back'
  taken(await judgeUpdate(world, by, { pointId, submissionId: last.id, step, note }))
}

function taken(result: Result<unknown, { readonly kind: string }>): void {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.kind}`)
}
