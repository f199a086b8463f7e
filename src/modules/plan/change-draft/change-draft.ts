import type { PlanId, ReadingId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { type AnswerKind, insertAnswers } from '../answer-questions/review-answer.store.ts'
import type { SetAsideAs } from '../corrections/draft.store.ts'
import type { Draft } from '../corrections/draft.ts'
import { insertDraftChange } from '../corrections/draft-change.store.ts'
import { findParts, lockPlan } from '../plan.store.ts'
import { isAdopted, type Plan } from '../plan.ts'
import { keptBefore, saveDraft } from './save-draft.ts'

export type DraftRefusal =
  | { readonly kind: 'not-found' }
  | {
      readonly kind: Exclude<RuleRefusal['kind'], 'not-found'> | 'adopted-already' | 'form-expired' | 'changed-since'
      readonly planId: PlanId
    }

/** What a correction makes of a draft, and what it did in words: "Set 1.2 aside as no action". */
export type Correction = {
  readonly draft: Draft
  readonly words: string
  /** what the actions are that are gone; replaced by others unless told otherwise */
  readonly goneAs?: SetAsideAs
  /** the reading that this made of the document, and that goes when it is undone */
  readonly reading?: ReadingId
  /** passages of the document that this settles, and how */
  readonly settles?: { readonly subject: string; readonly answer: AnswerKind }
}

/** Why a rule would not correct; which plan is known to whoever asked. */
export type RuleRefusal = {
  readonly kind:
    | 'not-found'
    | 'changed-meanwhile'
    | 'no-row-above'
    | 'nothing-to-split'
    | 'no-such-action'
    | 'title-missing'
}

export type Correct = (draft: Draft, plan: Plan, tx: Tx) => Promise<Result<Correction, RuleRefusal>>

/**
 * Corrects a draft by a pure rule: the plan is held, the rule decides, what differs is written, and all that is needed to undo it is
 * kept with who and when. The same form sent twice corrects once.
 */
export async function changeDraft(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly formKey: string | null },
  correct: Correct,
): Promise<Result<Plan, DraftRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<Plan, DraftRefusal>> => {
    const plan = await lockPlan(tx, request.planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return refuse({ kind: 'adopted-already', planId: plan.id })
    if (!request.formKey) return refuse({ kind: 'form-expired', planId: plan.id })
    if (await useFormKey(tx, by.partnershipId, request.formKey, plan.id, world.now())) return ok(plan)
    const draft = await findDraft(tx, plan)
    const corrected = await correct(draft, plan, tx)
    if (!corrected.ok) return refuse(refusalIn(plan.id, corrected.refusal))
    await keepCorrection(tx, world, by, plan, draft, corrected.value)
    return ok(plan)
  })
}

function refusalIn(planId: PlanId, { kind }: RuleRefusal): DraftRefusal {
  return kind === 'not-found' ? { kind } : { kind, planId }
}

/** Writes a correction, and what stood before it. */
export async function keepCorrection(
  tx: Tx,
  world: World,
  by: Member,
  plan: Plan,
  before: Draft,
  { draft, words, goneAs = 'replaced', settles, reading }: Correction,
): Promise<void> {
  const { touched, versions } = await saveDraft(tx, world, by, plan, { before, after: draft, words, goneAs })
  const id = world.newId<'draft-change'>()
  const answers = settles ? [settles.subject] : []
  const of = { partnershipId: by.partnershipId, planId: plan.id, by: by.person.id, now: world.now() }
  await insertDraftChange(tx, {
    ...of,
    id,
    words,
    before: { ...keptBefore(before, touched), answers, reading: reading ?? null },
    versions,
  })
  if (settles) {
    const answer = { id: world.newId<'review-answer'>(), subject: settles.subject, kind: settles.answer }
    await insertAnswers(tx, { ...of, answers: [answer] })
  }
  await recordChange(tx, world, by, { what: lowerFirst(words), subject: { kind: 'plan', id: plan.id } })
}

/** A draft whole, as corrections take it. */
export async function findDraft(tx: Tx, plan: Plan): Promise<Draft> {
  const [parts, actions] = [await findParts(tx, plan.id), await findActions(tx, plan.id)]
  return { levelNames: plan.levelNames, parts, actions }
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
