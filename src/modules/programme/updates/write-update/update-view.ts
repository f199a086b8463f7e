import type { ReportingPointId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findBodies, findChairs } from '../../../people/index.ts'
import {
  type Action,
  findAction,
  findPlan,
  findRatingScheme,
  findRatingSchemes,
  type Plan,
  type RatingScheme,
} from '../../../plan/index.ts'
import { type Evidence, findEvidenceOfAction } from '../../evidence/evidence.store.ts'
import { findPoint, findPointsOfAction, type ReportingPoint } from '../../points/point.store.ts'
import { type Suggestion, suggestRating } from '../../ratings/suggest-rating.ts'
import { suggestionFacts } from '../../ratings/suggestion-facts.ts'
import { findLateStep } from '../../waiting/steps-and-waits.ts'
import { type Closing, findClosing } from '../../year-end/disposal.store.ts'
import { type Draft, findDraft } from '../draft.store.ts'
import type { Schemes } from '../scheme-of.ts'
import { standingVersions } from '../standing-versions.ts'
import { findSubmissionsOfAction, type Submission } from '../update.store.ts'
import { afterStep, sendingStep, type UpdateState, type UpdateStep, updateStateOf } from '../update-steps.ts'
import type { UpdateWriter } from '../update-writer.ts'

export type UpdateView = {
  readonly point: ReportingPoint
  readonly plan: Plan
  readonly action: Action
  readonly leadGroup: string | null
  readonly scheme: RatingScheme
  /** those that what was sent was rated under */
  readonly schemes: Schemes
  readonly state: UpdateState
  readonly draft: Draft | null
  /** the report is the visitor's to write */
  readonly isTheirs: boolean
  /** what was sent at this point, the latest first */
  readonly submissions: readonly Submission[]
  /** the last update at an earlier point */
  readonly before: Submission | null
  readonly evidence: readonly Evidence[]
  readonly suggestion: Suggestion
  /** set when the plan's year is over: nothing is written or judged any more */
  readonly closing: Closing | null
  /** how words are sent from here; null for whoever cannot, and where there is nothing to send */
  readonly sending: 'submit' | 'correct' | null
  /** the form is asked for first, because something was sent that waits or stands */
  readonly isCorrectedOnRequest: boolean
  readonly maySave: boolean
  readonly mayWithdraw: boolean
  readonly mayDrop: boolean
  readonly mayJudge: boolean
  readonly mayOpenFiles: boolean
}

/** Everything the page of one update shows; null when there is no such duty, or it is not the visitor's to see. */
export async function findUpdateView(
  world: World,
  visitor: UpdateWriter,
  pointId: ReportingPointId,
): Promise<UpdateView | null> {
  return inScope(world.db, visitor, async (tx) => {
    const point = await findPoint(tx, pointId)
    const action = point && (await findAction(tx, point.actionId))
    const plan = point && (await findPlan(tx, point.planId))
    if (!point || !action || !plan) return null
    const draft = await findDraft(tx, pointId)
    const ofAction = await findSubmissionsOfAction(tx, action.id)
    const submissions = ofAction.filter((sent) => sent.pointId === pointId)
    const state = updateStateOf({ draftSavedAt: draft?.savedAt ?? null, versions: submissions })
    const last = submissions.find(({ withdrawal }) => withdrawal === null)
    const chairs = action.leadGroupId ? await findChairs(tx, action.leadGroupId) : []
    const senderId = last?.submittedBy.id ?? null
    const isLead = await visitor.mayReport(tx, point, action)
    const isJudge = visitor.mayJudge(action, { chairs, senderId })
    if (!isLead && !isJudge && submissions.length === 0) return null

    const points = await findPointsOfAction(tx, action.id)
    const evidence = await findEvidenceOfAction(tx, world, action.id)
    const bodies = await findBodies(tx)
    const closing = await findClosing(tx, plan.id)
    const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
    const may = (step: UpdateStep) => isLead && closing === null && afterStep('lead', state, step) !== null
    return {
      point,
      plan,
      action,
      leadGroup: bodies.find(({ id }) => id === action.leadGroupId)?.name ?? null,
      scheme,
      schemes: await findRatingSchemes(
        tx,
        ofAction.map(({ schemeId }) => schemeId),
      ),
      state,
      draft: isLead ? draft : null,
      isTheirs: isLead,
      submissions,
      before: standingVersions(ofAction).find((sent) => sent.pointId !== pointId) ?? null,
      evidence: evidence.filter((file) => file.pointId === pointId && (file.isSent || isLead)),
      suggestion: suggestRating(
        suggestionFacts(points, ofAction, pointId, {
          today: today(world),
          evidenceCount: evidence.length,
          lateStep: await findLateStep(tx, action.id, { today: today(world), at: world.now() }),
        }),
        scheme,
      ),
      closing,
      sending: isLead && closing === null ? sendingStep(state) : null,
      isCorrectedOnRequest: state === 'submitted' || state === 'accepted' || state === 'correction-sent',
      maySave: may('save'),
      mayWithdraw: may('withdraw'),
      mayDrop: may('drop'),
      mayJudge: isJudge && closing === null && afterStep('chair', state, 'accept') !== null,
      mayOpenFiles: visitor.mayOpenFiles,
    }
  })
}
