import type { FileId, ReportingPointId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import type { UploadedFile } from '../../../../platform/http/form.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type FileRefusal, type ReceivedFile, receiveFile, scanSoon } from '../../../files/index.ts'
import type { Member } from '../../../people/index.ts'
import { type Action, findAction, findPlan, findRatingScheme, type RatingScheme } from '../../../plan/index.ts'
import { findEvidenceOfAction, hasUnsentEvidence } from '../../evidence/evidence.store.ts'
import { findPointsOfAction, lockPoint, type ReportingPoint } from '../../points/point.store.ts'
import { type Suggestion, suggestRating } from '../../ratings/suggest-rating.ts'
import { suggestionFacts } from '../../ratings/suggestion-facts.ts'
import { findLateStep } from '../../waiting/steps-and-waits.ts'
import { type Closing, findClosing } from '../../year-end/disposal.store.ts'
import { type Theirs, theirDraft, theirVersion } from '../both-versions.ts'
import { type Draft, findDraft } from '../draft.store.ts'
import { findSubmissionsOfAction, type Submission } from '../update.store.ts'
import { afterStep, updateStateOf } from '../update-steps.ts'
import { type SaidUpdate, typedIn, type UpdateWords } from '../update-words.ts'
import { signedIn, type UpdateWriter } from '../update-writer.ts'
import { checkUpdate, type UpdateProblem, type UpdateRules } from './check-update.ts'
import { keepWords } from './keep-words.ts'

export type UpdateRequest = Omit<UpdateWords, 'reason'> & {
  /** why what was sent is corrected */
  readonly reason?: string
  readonly pointId: ReportingPointId
  readonly step: 'save' | 'submit' | 'correct'
  readonly formKey: string | null
  readonly evidence: UploadedFile | null
  /** when the draft that the visitor began from was saved; empty for none */
  readonly draftSeen?: string
  /** the version sent last when the visitor began; empty for none, left out by whoever saw no page */
  readonly versionSeen?: string
}

export type UpdateRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'plan-closed'; readonly closing: Closing }
  /** it was sent, judged or taken back meanwhile, so that this step cannot be taken any more */
  | { readonly kind: 'not-now'; readonly theirs: Theirs | null }
  /** somebody else saved or sent since */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: Theirs }
  | { readonly kind: 'problems'; readonly problems: readonly UpdateProblem[] }
  | FileRefusal

/** As {@link writeUpdate}, by somebody signed in. */
export function submitUpdate(
  world: World,
  by: Member,
  request: UpdateRequest,
): Promise<Result<ReportingPointId, UpdateRefusal>> {
  return writeUpdate(world, signedIn(by), request)
}

/** Keeps what a lead says at a reporting point: as a draft, sent to the chair, or as a correction. The same form twice saves once. */
export async function writeUpdate(
  world: World,
  by: UpdateWriter,
  request: UpdateRequest,
): Promise<Result<ReportingPointId, UpdateRefusal>> {
  const received = request.evidence && (await receiveFile(request.evidence, 'evidence'))
  if (received && !received.ok) return received
  const fileId = world.newId<'file'>()
  const evidence = received && { id: fileId, file: received.value }
  const kept = await inScope(world.db, by, (tx) => keepUpdate(world, tx, by, request, evidence))
  if (kept.ok && received) await scanSoon(world, by.partnershipId, fileId)
  return kept
}

export type NewFile = { readonly id: FileId; readonly file: ReceivedFile }

/** As {@link writeUpdate}, in a transaction that is open, with a file that came in by its door. */
export async function keepUpdate(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  request: UpdateRequest,
  evidence: NewFile | null,
): Promise<Result<ReportingPointId, UpdateRefusal>> {
  const { pointId, formKey } = request
  const point = await lockPoint(tx, pointId)
  const action = point && (await findAction(tx, point.actionId))
  if (!point || !action || !(await by.mayReport(tx, point, action))) return refuse({ kind: 'not-found' })
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (await useFormKey(tx, by.partnershipId, formKey, pointId, world.now())) return ok(pointId)
  const decided = await decide(world, tx, by, request, { point, action }, evidence)
  if (!decided.ok) return decided
  await keepWords(world, tx, by, point, decided.value, evidence)
  return ok(pointId)
}

/** What is to be kept, beside what it takes the place of. */
export type Decided = {
  readonly step: UpdateRequest['step']
  readonly said: SaidUpdate
  readonly suggestion: Suggestion
  readonly scheme: Pick<RatingScheme, 'id'>
  readonly draft: Draft | null
  readonly versions: readonly Submission[]
}

type Rules = Omit<UpdateRules, 'sentBefore' | 'scheme'> & { readonly scheme: RatingScheme }
type Of = { readonly point: ReportingPoint; readonly action: Action }

async function decide(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  request: UpdateRequest,
  { point, action }: Of,
  evidence: NewFile | null,
): Promise<Result<Decided, UpdateRefusal>> {
  const closing = await findClosing(tx, point.planId)
  if (closing) return refuse({ kind: 'plan-closed', closing })
  const { step } = request
  const draft = await findDraft(tx, point.id)
  const sent = await findSubmissionsOfAction(tx, action.id)
  const versions = sent.filter(({ pointId }) => pointId === point.id)
  const last = versions.find(({ withdrawal }) => withdrawal === null)
  const state = updateStateOf({ draftSavedAt: draft?.savedAt ?? null, versions })
  if (!afterStep('lead', state, step)) return refuse({ kind: 'not-now', theirs: last ? theirVersion(last) : null })
  const open = state === 'draft' || state === 'correction-draft' ? draft : null
  const theirs = savedOrSentSince(by, request, open, last)
  if (theirs) return refuse({ kind: 'changed-meanwhile', theirs })
  const hasNewEvidence = evidence !== null || (await hasUnsentEvidence(tx, point.id))
  const rules = await findRules(world, tx, { point, action }, sent, evidence ? 1 : 0)
  const checked = checkUpdate(typedIn({ reason: '', ...request }), step, {
    ...rules,
    sentBefore: hasNewEvidence ? null : (last ?? null),
  })
  return checked.ok
    ? ok({ step, said: checked.value, suggestion: rules.suggestion, scheme: rules.scheme, draft, versions })
    : checked
}

/** What the words are held against: the plan's scheme, and what the facts suggest; `added` counts the files that come with the form. */
async function findRules(
  world: World,
  tx: Tx,
  { point, action }: Of,
  sent: readonly Submission[],
  added: number,
): Promise<Rules> {
  const plan = await findPlan(tx, point.planId)
  if (!plan) throw new Error('A duty is a duty of a plan')
  const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
  const evidenceCount = (await findEvidenceOfAction(tx, world, action.id)).length + added
  const points = await findPointsOfAction(tx, action.id)
  const lateStep = await findLateStep(tx, action.id, { today: today(world), at: world.now() })
  const facts = suggestionFacts(points, sent, point.id, { today: today(world), evidenceCount, lateStep })
  return { scheme, suggestion: suggestRating(facts, scheme), today: today(world) }
}

/** What somebody else did since the visitor began; null when they saw the last of it. */
function savedOrSentSince(
  by: UpdateWriter,
  { draftSeen, versionSeen }: UpdateRequest,
  draft: Draft | null,
  last: Submission | undefined,
): Theirs | null {
  if (last && last.submittedBy.id !== by.person.id && versionSeen !== undefined && last.id !== versionSeen) {
    return theirVersion(last)
  }
  const isOthers = draft !== null && draft.savedBy.id !== by.person.id && draft.savedAt.toString() !== draftSeen
  return isOthers ? theirDraft(draft) : null
}
