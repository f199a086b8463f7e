import { type Id, type PlanId, parseId } from '../../../kernel/id.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { itemsOf } from '../answer-questions/answer-questions.ts'
import { progressOf } from '../answer-questions/review-progress.ts'
import { type Correction, changeDraft, type DraftRefusal, type RuleRefusal } from '../change-draft/change-draft.ts'
import { refusedCorrection, WHY_REFUSED } from '../change-draft/refused.ts'
import { removePart } from '../corrections/correct-row.ts'
import type { Draft } from '../corrections/draft.ts'
import { findLastChange } from '../corrections/draft-change.store.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { editPart, type PartWords } from './edit-part.ts'
import { partsPage } from './parts.page.tsx'

const URL = '/plans/:planId/review/parts'

/** The headings of a draft: their words corrected, those that are none taken away. */
export function editPartsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: URL, access: may('prepare-plans'), answer: (visit) => show(world, visit) }),
    route({
      method: 'POST',
      url: `${URL}/:partId`,
      access: may('prepare-plans'),
      answer: (visit) =>
        correct(world, visit, (draft, id) => editPart(draft, id, words(visit.form, 'seen'), wordsOf(visit.form))),
    }),
    route({
      method: 'POST',
      url: `${URL}/:partId/removal`,
      access: may('prepare-plans'),
      answer: (visit) => correct(world, visit, removePart),
    }),
  ]
}

async function show(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findHeadings(world, visitor, planId))
  if (!found) return notFound
  if (isAdopted(found.plan)) return redirect(`/plans/${found.plan.id}`)
  const refused = valueAt(WHY_REFUSED, query.refused ?? '')
  const problems = refused ? [{ field: 'parts', message: refused }] : []
  const flash = query.done === 'corrected' ? 'The headings are corrected' : null
  return page(partsPage(visitor, { ...found, once: world.newId(), flash, problems }))
}

async function findHeadings(world: World, visitor: Member, planId: PlanId) {
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan) return null
    const [parts, actions] = [await findParts(tx, planId), await findActions(tx, planId)]
    const items = await itemsOf(tx, plan)
    return { plan, parts, actions, items, progress: progressOf(items), lastChange: await findLastChange(tx, planId) }
  })
}

type CorrectPart = (draft: Draft, id: Id<'part'>) => Result<Correction, RuleRefusal>

async function correct(world: World, { visitor, params, form }: Visit<Member>, rule: CorrectPart): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const partId = parseId<'part'>(params.partId ?? '')
  if (!planId || !partId) return notFound
  const changed = await changeDraft(world, visitor, { planId, formKey: formKey(form) }, async (draft) =>
    draft.parts.some(({ id }) => id === partId) ? rule(draft, partId) : refuse({ kind: 'not-found' }),
  )
  return changed.ok ? redirect(`/plans/${planId}/review/parts?done=corrected#part-${partId}`) : refused(changed.refusal)
}

function refused(refusal: DraftRefusal): Answer {
  if (refusal.kind === 'not-found' || refusal.kind === 'adopted-already') return refusedCorrection(refusal)
  return redirect(`/plans/${refusal.planId}/review/parts?refused=${refusal.kind}`)
}

function wordsOf(form: Form): PartWords {
  return {
    ref: words(form, 'ref') || null,
    title: words(form, 'title'),
    why: words(form, 'why') || null,
    success: words(form, 'success') || null,
    points: linesOf(form, 'points'),
    leadWords: words(form, 'leadWords') || null,
    alignedPlans: linesOf(form, 'alignedPlans'),
  }
}

function linesOf(form: Form, field: string): string[] {
  return words(form, field)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
