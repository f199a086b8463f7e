import type { FileId, ReportingPointId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import type { UploadedFile } from '../../../../platform/http/form.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { type FileRefusal, insertFile, type ReceivedFile, receiveFile, scanSoon } from '../../../files/index.ts'
import type { Member } from '../../../people/index.ts'
import { type Action, findAction, findPlan, findRatingScheme, type RatingScheme } from '../../../plan/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { findEvidenceOfAction, hasUnsentEvidence, insertEvidence } from '../../evidence/evidence.store.ts'
import { keepRecoveryPoint } from '../../points/keep-points.ts'
import { findPointsOfAction, lockPoint, type ReportingPoint } from '../../points/point.store.ts'
import { refreshStandings } from '../../points/standing.store.ts'
import { suggestRating } from '../../ratings/suggest-rating.ts'
import { suggestionFacts } from '../../ratings/suggestion-facts.ts'
import { findLateStep } from '../../waiting/steps-and-waits.ts'
import {
  type Draft,
  findDraft,
  findSubmissionsOfAction,
  insertSubmission,
  type Submission,
  saveDraft,
} from '../update.store.ts'
import { afterStep, updateStateOf } from '../update-steps.ts'
import { type SaidUpdate, saidInWords, typedIn, type UpdateWords } from '../update-words.ts'
import { signedIn, type UpdateWriter } from '../update-writer.ts'
import { checkUpdate, type UpdateProblem, type UpdateRules } from './check-update.ts'

export type UpdateRequest = UpdateWords & {
  readonly pointId: ReportingPointId
  readonly step: 'save' | 'submit'
  readonly formKey: string | null
  readonly evidence: UploadedFile | null
  /** when the draft that the visitor began from was saved; empty for none */
  readonly draftSeen?: string
}

export type UpdateRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'not-now' }
  /** another lead saved the draft since */
  | { readonly kind: 'changed-meanwhile'; readonly by: string; readonly narrative: string }
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

/** Keeps what a lead says at a reporting point, as a draft or sent to the chair; the same form twice saves once. */
export async function writeUpdate(
  world: World,
  by: UpdateWriter,
  request: UpdateRequest,
): Promise<Result<ReportingPointId, UpdateRefusal>> {
  const received = request.evidence && (await receiveFile(request.evidence, 'evidence'))
  if (received && !received.ok) return received
  const fileId = world.newId<'file'>()
  const kept = await keepUpdate(world, by, request, received && { id: fileId, file: received.value })
  if (kept.ok && received) await scanSoon(world, by.partnershipId, fileId)
  return kept
}

type NewFile = { readonly id: FileId; readonly file: ReceivedFile }

async function keepUpdate(
  world: World,
  by: UpdateWriter,
  request: UpdateRequest,
  evidence: NewFile | null,
): Promise<Result<ReportingPointId, UpdateRefusal>> {
  const { pointId, formKey, step } = request
  return inScope(world.db, by, async (tx): Promise<Result<ReportingPointId, UpdateRefusal>> => {
    const point = await lockPoint(tx, pointId)
    const action = point && (await findAction(tx, point.actionId))
    if (!point || !action || !(await by.mayReport(tx, point, action))) return refuse({ kind: 'not-found' })
    if (!formKey) return refuse({ kind: 'form-expired' })
    if (await useFormKey(tx, by.partnershipId, formKey, pointId, world.now())) return ok(pointId)
    const draft = await findDraft(tx, pointId)
    const sent = await findSubmissionsOfAction(tx, action.id)
    const lastSent = sent.find((submission) => submission.pointId === pointId) ?? null
    if (!isOpenFor(draft, lastSent, step)) return refuse({ kind: 'not-now' })
    if (draft && draft.savedBy.id !== by.person.id && draft.savedAt.toString() !== request.draftSeen) {
      return refuse({ kind: 'changed-meanwhile', by: draft.savedBy.name, narrative: draft.narrative })
    }
    const hasNewEvidence = evidence !== null || (await hasUnsentEvidence(tx, pointId))
    const rules = await findRules(world, tx, { point, action, sent, added: evidence ? 1 : 0 })
    const checked = checkUpdate(typedIn(request), step, { ...rules, sentBefore: hasNewEvidence ? null : lastSent })
    if (!checked.ok) return checked

    if (evidence) await keepEvidence(world, tx, by, pointId, evidence)
    await saveDraft(tx, by.partnershipId, pointId, checked.value, by.person.id, world.now())
    if (step === 'submit') await send(world, tx, by, { point, lastSent }, checked.value, rules)
    else await recordDraft(world, tx, by, pointId)
    return ok(pointId)
  })
}

function isOpenFor(draft: Draft | null, lastSubmission: Submission | null, step: 'save' | 'submit'): boolean {
  const state = updateStateOf({ draftSavedAt: draft?.savedAt ?? null, lastSubmission })
  return afterStep('lead', state, step) !== null
}

type Rules = Omit<UpdateRules, 'sentBefore' | 'scheme'> & { readonly scheme: RatingScheme }

type Written = {
  readonly point: ReportingPoint
  readonly action: Action
  readonly sent: readonly Submission[]
  /** files that come with this form */
  readonly added: number
}

/** What the words are held against: the plan's scheme, and what the facts suggest. */
async function findRules(world: World, tx: Tx, { point, action, sent, added }: Written): Promise<Rules> {
  const plan = await findPlan(tx, point.planId)
  if (!plan) throw new Error('A duty is a duty of a plan')
  const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
  const evidenceCount = (await findEvidenceOfAction(tx, world, action.id)).length + added
  const points = await findPointsOfAction(tx, action.id)
  const lateStep = await findLateStep(tx, action.id, { today: today(world), at: world.now() })
  const facts = suggestionFacts(points, sent, point.id, { today: today(world), evidenceCount, lateStep })
  return { scheme, suggestion: suggestRating(facts, scheme), today: today(world) }
}

async function send(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  { point, lastSent }: { readonly point: ReportingPoint; readonly lastSent: Submission | null },
  said: SaidUpdate,
  { suggestion, scheme }: Pick<Rules, 'suggestion' | 'scheme'>,
): Promise<void> {
  const { progress, impact } = said
  if (!progress || !impact) throw new Error('An update is sent with both its ratings')
  await insertSubmission(tx, by.partnershipId, {
    id: world.newId<'submission'>(),
    point,
    said: { ...said, progress, impact },
    suggestion,
    scheme,
    by: by.person.id,
    now: world.now(),
  })
  await keepRecoveryPoint(world, tx, by.partnershipId, point, said.returnOn)
  await refreshStandings(tx, by.partnershipId, { actionId: point.actionId })
  await keepAsking(world, tx, by.partnershipId, { actionId: point.actionId })
  await recordChange(tx, world, by, {
    what: 'sent an update',
    subject: { kind: 'reporting-point', id: point.id },
    ...(lastSent ? { before: saidInWords(lastSent) } : {}),
    after: saidInWords(said),
  })
}

async function recordDraft(world: World, tx: Tx, by: UpdateWriter, pointId: ReportingPointId): Promise<void> {
  await recordChange(tx, world, by, {
    what: 'saved a draft update',
    subject: { kind: 'reporting-point', id: pointId },
  })
}

async function keepEvidence(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  pointId: ReportingPointId,
  { id: fileId, file }: NewFile,
): Promise<void> {
  const { partnershipId } = by
  const now = world.now()
  await insertFile(tx, { partnershipId, id: fileId, file, by: by.person.id, now })
  await insertEvidence(tx, partnershipId, { id: world.newId<'evidence'>(), pointId, fileId, by: by.person.id, now })
  await recordChange(tx, world, by, {
    what: 'attached a file',
    subject: { kind: 'reporting-point', id: pointId },
    after: { name: file.name, bytes: file.content.byteLength },
  })
}
