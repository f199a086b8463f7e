import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { withdrawAnswers } from '../answer-questions/review-answer.store.ts'
import { type DraftRefusal, findDraft } from '../change-draft/change-draft.ts'
import { saveDraft } from '../change-draft/save-draft.ts'
import { findVersions } from '../corrections/draft.store.ts'
import type { Draft } from '../corrections/draft.ts'
import { type DraftChange, findLastChange, markUndone } from '../corrections/draft-change.store.ts'
import { lockPlan } from '../plan.store.ts'
import { isAdopted, type Plan } from '../plan.ts'
import { withdrawReading } from '../reading.store.ts'

/**
 * Undoes the last change of a draft. Refused when it is not the last any more, or when an action it touched was changed since: undoing
 * would lose what somebody wrote.
 */
export async function undoChange(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly changeId: string },
): Promise<Result<Plan, DraftRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<Plan, DraftRefusal>> => {
    const plan = await lockPlan(tx, request.planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return refuse({ kind: 'adopted-already', planId: plan.id })
    const last = await findLastChange(tx, plan.id)
    if (last?.id !== request.changeId) return refuse({ kind: 'changed-meanwhile', planId: plan.id })
    const versions = await findVersions(tx, Object.keys(last.versions))
    if (Object.entries(last.versions).some(([id, version]) => versions.get(id) !== version)) {
      return refuse({ kind: 'changed-since', planId: plan.id })
    }
    const draft = await findDraft(tx, plan)
    const what = `Undid: ${last.words.charAt(0).toLowerCase()}${last.words.slice(1)}`
    await saveDraft(tx, world, by, plan, {
      before: draft,
      after: asBefore(draft, last, versions),
      words: what,
      goneAs: 'replaced',
    })
    await withdrawAnswers(tx, plan.id, last.before.answers, by.person.id, world.now())
    if (last.before.reading) await withdrawReading(tx, last.before.reading, world.now())
    await markUndone(tx, last.id, by.person.id, world.now())
    await recordChange(tx, world, by, { what, subject: { kind: 'plan', id: plan.id } })
    return ok(plan)
  })
}

/** The draft as it stood: what the change touched as it was kept, everything else as it is. */
function asBefore(now: Draft, { before }: DraftChange, versions: ReadonlyMap<string, number>): Draft {
  const known = new Map(now.actions.map((action) => [action.id, action]))
  for (const action of before.actions) {
    known.set(action.id, { ...action, version: versions.get(action.id) ?? action.version })
  }
  const actions = before.order.flatMap((id) => known.get(id) ?? [])
  return { levelNames: before.levelNames, parts: before.parts, actions }
}
