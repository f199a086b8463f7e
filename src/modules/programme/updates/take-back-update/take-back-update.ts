import type { ReportingPointId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { findAction } from '../../../plan/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { keepPromisedDay } from '../../points/keep-points.ts'
import { lockPoint } from '../../points/point.store.ts'
import { refreshStandings } from '../../points/standing.store.ts'
import { type Closing, findClosing } from '../../year-end/disposal.store.ts'
import { deleteDraft, findDraft, saveDraft } from '../draft.store.ts'
import { findSubmissionsOfPoint, insertWithdrawals, type Submission } from '../update.store.ts'
import { afterStep, updateStateOf } from '../update-steps.ts'
import { saidInWords } from '../update-words.ts'
import type { UpdateWriter } from '../update-writer.ts'

export type TakeBack = {
  readonly pointId: ReportingPointId
  /** `withdraw` what waits for the chair, or `drop` a correction that is begun or was sent back */
  readonly step: 'withdraw' | 'drop'
  readonly formKey: string | null
}

export type TakeBackRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'plan-closed'; readonly closing: Closing }
  | { readonly kind: 'not-now' }

/**
 * Takes back what was sent and nobody has judged: its words remain as a draft, and its version on record. Or drops a correction of an accepted
 * update, which stands as it did.
 */
export async function takeBackUpdate(
  world: World,
  by: UpdateWriter,
  { pointId, step, formKey }: TakeBack,
): Promise<Result<ReportingPointId, TakeBackRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<ReportingPointId, TakeBackRefusal>> => {
    const point = await lockPoint(tx, pointId)
    const action = point && (await findAction(tx, point.actionId))
    if (!point || !action || !(await by.mayReport(tx, point, action))) return refuse({ kind: 'not-found' })
    if (!formKey) return refuse({ kind: 'form-expired' })
    const now = world.now()
    if (await useFormKey(tx, by.partnershipId, formKey, pointId, now)) return ok(pointId)
    const closing = await findClosing(tx, point.planId)
    if (closing) return refuse({ kind: 'plan-closed', closing })
    const draft = await findDraft(tx, pointId)
    const versions = await findSubmissionsOfPoint(tx, pointId)
    const state = updateStateOf({ draftSavedAt: draft?.savedAt ?? null, versions })
    if (!afterStep('lead', state, step)) return refuse({ kind: 'not-now' })

    const taken = versions.filter(step === 'withdraw' ? isWaiting : isUnacceptedCorrection)
    await insertWithdrawals(tx, by.partnershipId, taken, { actionId: action.id, by: by.person.id, now })
    const [sent] = taken
    if (step === 'drop') await deleteDraft(tx, pointId)
    else if (sent) {
      await saveDraft(tx, by.partnershipId, pointId, sent, by.person.id, now)
    }
    await keepPromisedDay(world, tx, by.partnershipId, action.id)
    await refreshStandings(tx, by.partnershipId, { actionId: action.id })
    await keepAsking(world, tx, by.partnershipId, { actionId: action.id })
    const before = step === 'withdraw' ? sent : draft
    await recordChange(tx, world, by, {
      what: step === 'withdraw' ? 'took the update back' : 'dropped the correction',
      subject: { kind: 'reporting-point', id: pointId },
      ...(before && { before: saidInWords(before) }),
    })
    return ok(pointId)
  })
}

function isWaiting({ verdict, withdrawal }: Submission): boolean {
  return verdict === null && withdrawal === null
}

function isUnacceptedCorrection({ correctsAccepted, verdict, withdrawal }: Submission): boolean {
  return correctsAccepted && verdict?.kind !== 'accepted' && withdrawal === null
}
