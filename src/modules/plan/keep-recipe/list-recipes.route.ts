import { parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { notFound, page, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { findRecipes } from '../recipes/recipe.store.ts'
import { showColours } from '../tell-colours/tell-colours.route.ts'
import { showColumns } from '../tell-columns/tell-columns.route.ts'
import { keepRecipe, removeRecipe } from './keep-recipe.ts'
import { listRecipesPage } from './list-recipes.page.tsx'

const FLASHES: Readonly<Record<string, string>> = { removed: 'The recipe is removed. What was read with it stays' }

const WHY_NOT_KEPT = {
  'name-missing': 'Give the recipe a name',
  'fits-nothing':
    'No table of this document names its columns, so the next document could not be known by them. Tell its colours again there',
} as const

export function listRecipesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/recipes',
      access: may('prepare-plans'),
      answer: async ({ visitor, query }) => {
        const recipes = await inScope(world.db, visitor, findRecipes)
        return page(listRecipesPage(visitor, recipes, valueAt(FLASHES, query.done ?? '') ?? null))
      },
    }),
    route({
      method: 'POST',
      url: '/recipes/:recipeId/removal',
      access: may('prepare-plans'),
      answer: async ({ visitor, params }) => {
        const id = parseId<'recipe'>(params.recipeId ?? '')
        const removed = id && (await removeRecipe(world, visitor, id))
        return removed?.ok ? redirect('/recipes?done=removed') : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/plans/:planId/review/recipe',
      access: may('prepare-plans'),
      answer: async (visit) => {
        const planId = parseId<'plan'>(visit.params.planId ?? '')
        if (!planId) return notFound
        const kept = await keepRecipe(world, visit.visitor, { planId, name: words(visit.form, 'name') })
        const from = words(visit.form, 'from') === 'colours' ? 'colours' : 'columns'
        if (kept.ok) return redirect(`/plans/${planId}/review/${from}?done=kept`)
        if (kept.refusal.kind === 'not-found') return notFound
        const problem = { field: 'name', message: WHY_NOT_KEPT[kept.refusal.kind] }
        return from === 'colours' ? showColours(world, visit, problem) : showColumns(world, visit, problem)
      },
    }),
  ]
}
