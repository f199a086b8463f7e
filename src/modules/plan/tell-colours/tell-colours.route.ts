import { type PlanId, parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findColours, NO_RECIPE } from '../../reading/index.ts'
import { findActions } from '../action.store.ts'
import { itemsOf } from '../answer-questions/answer-questions.ts'
import { progressOf } from '../answer-questions/review-progress.ts'
import { refusedCorrection } from '../change-draft/refused.ts'
import { findLastChange } from '../corrections/draft-change.store.ts'
import { findDocumentPages } from '../document/document-page.store.ts'
import { blocksOf } from '../document/document-page.ts'
import { findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { findRecipe } from '../recipes/recipe.store.ts'
import { actionsByReading } from '../review-plan/actions-by-reading.ts'
import { tellColumns } from '../tell-columns/tell-columns.ts'
import { coloursFrom } from './colour-form.ts'
import { coloursPage } from './colours.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  read: 'The document was read again with these colours, and what you wrote by hand is kept',
  kept: 'The recipe is kept: the next document with these columns is read with it',
}

const URL = '/plans/:planId/review/colours'

export function tellColoursRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: URL, access: may('prepare-plans'), answer: (visit) => showColours(world, visit) }),
    route({ method: 'POST', url: URL, access: may('prepare-plans'), answer: (visit) => tell(world, visit) }),
  ]
}

/** @param problem  what is wrong with the field of this page that was sent, if anything is */
export async function showColours(
  world: World,
  { visitor, params, query }: Visit<Member>,
  problem: { readonly field: string; readonly message: string } | null = null,
): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findColoursOf(world, visitor, planId))
  if (!found) return notFound
  if (isAdopted(found.plan)) return redirect(`/plans/${found.plan.id}`)
  const flash = valueAt(FLASHES, query.done ?? '') ?? null
  const view = { ...found, once: world.newId(), flash, problems: problem ? [problem] : [] }
  return page(coloursPage(visitor, view), problem ? 422 : 200)
}

async function findColoursOf(world: World, visitor: Member, planId: PlanId) {
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan) return null
    const reading = await findReadingOfPlan(tx, planId)
    const told = reading?.told ?? null
    const blocks = reading ? blocksOf(await findDocumentPages(tx, reading.fileId)) : []
    return {
      plan,
      told,
      colours: findColours(blocks, told ?? NO_RECIPE),
      canReread: blocks.length > 0,
      actionByReading: actionsByReading(await findActions(tx, planId), reading?.result ?? null),
      usedRecipe: reading?.recipeId ? await findRecipe(tx, reading.recipeId) : null,
      lastChange: await findLastChange(tx, planId),
      progress: progressOf(await itemsOf(tx, plan)),
    }
  })
}

async function tell(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findColoursOf(world, visitor, planId))
  if (!found || found.colours.length === 0) return notFound
  const recipe = coloursFrom(form, found.colours, found.told ?? NO_RECIPE)
  const words = 'Read the document again with colours as told'
  const again = await tellColumns(world, visitor, { planId, recipe, recipeId: null, words, formKey: formKey(form) })
  if (again.ok) return redirect(`/plans/${planId}/review/colours?done=read`)
  if (again.refusal.kind !== 'not-read') return refusedCorrection(again.refusal)
  return showColours(world, visit, { field: 'colours', message: again.refusal.sentence })
}
