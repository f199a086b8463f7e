import type { ActionId, ReportingPointId } from '../../kernel/id.ts'
import type { Result } from '../../kernel/result.ts'
import { inScope } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import type { Member } from '../people/index.ts'
import { findPointsOfAction, type ReportingPoint } from './points/point.store.ts'
import { judgeUpdate } from './updates/judge-update/judge-update.ts'
import { findSubmissionsOfPoint } from './updates/update.store.ts'
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

/** Sends an update, green for both unless told otherwise, at a duty. */
export async function anUpdate(
  world: World,
  by: Member,
  pointId: ReportingPointId,
  words: Partial<UpdateRequest> = {},
): Promise<void> {
  taken(
    await submitUpdate(world, by, {
      pointId,
      narrative: 'The second hub opened in June',
      progress: 'green',
      impact: 'green',
      step: 'submit',
      formKey: world.newId(),
      evidence: null,
      ...words,
    }),
  )
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
