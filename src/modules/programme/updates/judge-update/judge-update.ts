import type { ReportingPointId, SubmissionId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { findChairs, type Member } from '../../../people/index.ts'
import { findAction } from '../../../plan/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { tellSentBack } from '../../asking/tell-sent-back.ts'
import { keepPromisedDay } from '../../points/keep-points.ts'
import { lockPoint } from '../../points/point.store.ts'
import { refreshStandings } from '../../points/standing.store.ts'
import { mayJudge } from '../../programme.access.ts'
import { type Closing, findClosing } from '../../year-end/disposal.store.ts'
import { findSubmissionsOfPoint, insertVerdict } from '../update.store.ts'
import { afterStep, updateStateOf } from '../update-steps.ts'

export type Judgement = {
  readonly pointId: ReportingPointId
  /** the submission the judge has read */
  readonly submissionId: SubmissionId
  readonly step: 'accept' | 'send-back'
  readonly note: string
}

export type JudgementRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'plan-closed'; readonly closing: Closing }
  | { readonly kind: 'note-missing' }

/** The chair accepts an update, or sends it back with a note. The same answer given twice is kept once. */
export async function judgeUpdate(
  world: World,
  by: Member,
  { pointId, submissionId, step, note }: Judgement,
): Promise<Result<ReportingPointId, JudgementRefusal>> {
  const kind = step === 'accept' ? 'accepted' : 'sent-back'
  return inScope(world.db, by, async (tx): Promise<Result<ReportingPointId, JudgementRefusal>> => {
    const point = await lockPoint(tx, pointId)
    const action = point && (await findAction(tx, point.actionId))
    if (!point || !action) return refuse({ kind: 'not-found' })
    const versions = await findSubmissionsOfPoint(tx, pointId)
    const last = versions.find(({ withdrawal }) => withdrawal === null)
    const chairs = action.leadGroupId ? await findChairs(tx, action.leadGroupId) : []
    const senderId = last?.submittedBy.id ?? null
    if (!mayJudge(by, action, { chairs, senderId })) return refuse({ kind: 'not-found' })
    if (last?.id !== submissionId) return refuse({ kind: 'changed-meanwhile' })
    if (last.verdict?.kind === kind) return ok(pointId)
    const closing = await findClosing(tx, point.planId)
    if (closing) return refuse({ kind: 'plan-closed', closing })
    const state = updateStateOf({ draftSavedAt: null, versions })
    if (!afterStep('chair', state, step)) return refuse({ kind: 'changed-meanwhile' })
    if (kind === 'sent-back' && note === '') return refuse({ kind: 'note-missing' })

    const now = world.now()
    await insertVerdict(tx, by.partnershipId, { submissionId, kind, note: note || null, by: by.person.id, now })
    if (last.correctsAccepted && kind === 'accepted') await keepPromisedDay(world, tx, by.partnershipId, action.id)
    await refreshStandings(tx, by.partnershipId, { actionId: point.actionId })
    await keepAsking(world, tx, by.partnershipId, { actionId: point.actionId })
    if (kind === 'sent-back')
      await tellSentBack(world, tx, by.partnershipId, { pointId, submissionId, note, by: by.person })
    await recordChange(tx, world, by, {
      what: kind === 'accepted' ? 'accepted the update' : 'sent the update back',
      subject: { kind: 'reporting-point', id: pointId },
      ...(note === '' ? {} : { after: { note } }),
    })
    return ok(pointId)
  })
}
