import { type PlanId, parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { Form } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findTables, NO_RECIPE, type TableSeen } from '../../reading/index.ts'
import { itemsOf } from '../answer-questions/answer-questions.ts'
import { progressOf } from '../answer-questions/review-progress.ts'
import { refusedCorrection } from '../change-draft/refused.ts'
import { findDocumentPages } from '../document/document-page.store.ts'
import { blocksOf } from '../document/document-page.ts'
import { findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { findRecipe } from '../recipes/recipe.store.ts'
import { columnsPage } from './columns.page.tsx'
import { recipeFrom } from './recipe-form.ts'
import { tellColumns } from './tell-columns.ts'

const FLASHES: Readonly<Record<string, string>> = {
  read: 'The document was read again, and what you wrote by hand is kept',
  kept: 'The recipe is kept: the next document with these columns is read with it',
}

const URL = '/plans/:planId/review/columns'

export function tellColumnsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: URL, access: may('prepare-plans'), answer: (visit) => showColumns(world, visit) }),
    route({ method: 'POST', url: URL, access: may('prepare-plans'), answer: (visit) => tell(world, visit) }),
    route({
      method: 'POST',
      url: `${URL}/without`,
      access: may('prepare-plans'),
      answer: (visit) => readWithout(world, visit),
    }),
  ]
}

export async function showColumns(
  world: World,
  { visitor, params, query }: Visit<Member>,
  problem: { readonly field: string; readonly message: string } | null = null,
): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findColumns(world, visitor, planId))
  if (!found) return notFound
  if (isAdopted(found.plan)) return redirect(`/plans/${found.plan.id}`)
  const flash = valueAt(FLASHES, query.done ?? '') ?? null
  const problems = problem ? [problem] : []
  const view = { ...found, once: world.newId(), flash, problems, canReread: found.tables.length > 0 }
  return page(columnsPage(visitor, view), problem ? 422 : 200)
}

async function findColumns(world: World, visitor: Member, planId: PlanId) {
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan) return null
    const reading = await findReadingOfPlan(tx, planId)
    const blocks = reading ? blocksOf(await findDocumentPages(tx, reading.fileId)) : []
    const usedRecipe = reading?.recipeId ? await findRecipe(tx, reading.recipeId) : null
    const told = reading?.told ?? null
    const tables: readonly TableSeen[] = findTables(blocks, told ?? NO_RECIPE)
    return { plan, tables, told, usedRecipe, progress: progressOf(await itemsOf(tx, plan)) }
  })
}

async function tell(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findColumns(world, visitor, planId))
  if (!found || found.tables.length === 0) return notFound
  const recipe = recipeFrom(form, found.tables, found.told ?? NO_RECIPE)
  const words = 'Read the document again as told'
  return readAgain(world, visit, { planId, recipe, recipeId: null, words, form })
}

async function readWithout(world: World, visit: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(visit.params.planId ?? '')
  if (!planId) return notFound
  const words = 'Read the document again without a recipe'
  return readAgain(world, visit, { planId, recipe: NO_RECIPE, recipeId: null, words, form: visit.form })
}

async function readAgain(
  world: World,
  visit: Visit<Member>,
  { form, ...told }: Omit<Parameters<typeof tellColumns>[2], 'formKey'> & { readonly form: Form },
): Promise<Answer> {
  const again = await tellColumns(world, visit.visitor, { ...told, formKey: formKey(form) })
  if (again.ok) return redirect(`/plans/${told.planId}/review/columns?done=read`)
  if (again.refusal.kind === 'not-read')
    return showColumns(world, visit, { field: 'columns', message: again.refusal.sentence })
  return refusedCorrection(again.refusal)
}
