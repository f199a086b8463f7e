import type { Problem } from '../../../design/index.ts'
import { type PlanId, parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { notFound, page, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, may, type Visitor } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { findAnswers } from '../answer-questions/review-answer.store.ts'
import { WHY_REFUSED } from '../change-draft/refused.ts'
import { findSetAside } from '../corrections/draft.store.ts'
import { findLastChange } from '../corrections/draft-change.store.ts'
import { findPageBlocks, findPageSummaries } from '../document/document-page.store.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { findRecipe } from '../recipes/recipe.store.ts'
import { madeTies, proposeTies } from '../tie-names/propose-ties.ts'
import { reviewDocument } from './review-document.ts'
import { type DetailsForm, reviewPage } from './review-plan.page.tsx'
import { type PageWanted, type ReviewView, reviewView } from './review-view.ts'

const FLASHES: Readonly<Record<string, string>> = {
  details: 'The title and the period are saved, and the timescales were read again',
  action: 'The action is saved',
  corrected: 'The draft is corrected',
  undone: 'That is undone',
  ties: 'The ties are changed as chosen',
  names: 'The names are added to the directory, and the actions are tied to them',
}

export function reviewPlanRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/review',
      access: may('prepare-plans'),
      answer: async ({ visitor, params, query }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        const view = planId && (await findReview(world, visitor, planId, pageWanted(query)))
        if (!view) return notFound
        if (isAdopted(view.plan)) return redirect(`/plans/${view.plan.id}`)
        const refused = valueAt(WHY_REFUSED, query.refused ?? '')
        const problems = refused ? [{ field: 'actions', message: refused }] : []
        return page(reviewPage(visitor, view, detailsOf(view), problems, valueAt(FLASHES, query.done ?? '') ?? null))
      },
    }),
  ]
}

/** The review page again, with what was typed and what is wrong with it. */
export async function reviewAgain(
  world: World,
  visitor: Member,
  planId: PlanId,
  problems: readonly Problem[],
  details?: DetailsForm,
) {
  const view = await findReview(world, visitor, planId, { page: null, actionId: null })
  return view ? page(reviewPage(visitor, view, details ?? detailsOf(view), problems, null), 422) : notFound
}

async function findReview(
  world: World,
  visitor: Member,
  planId: PlanId,
  wanted: PageWanted,
): Promise<ReviewView | null> {
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan) return null
    const reading = await findReadingOfPlan(tx, planId)
    const pages = reading ? await findPageSummaries(tx, reading.fileId) : []
    const [parts, actions] = [await findParts(tx, planId), await findActions(tx, planId)]
    const answers = await findAnswers(tx, planId)
    const [lastChange, setAside] = [await findLastChange(tx, planId), await findSetAside(tx, planId)]
    const seen = reviewView(plan, parts, actions, reading?.result ?? null, wanted, pages, answers)
    const directory = await findDirectory(tx)
    const ties = { ties: proposeTies(actions, directory), madeTies: madeTies(actions, directory) }
    const usedRecipe = reading?.recipeId ? await findRecipe(tx, reading.recipeId) : null
    const view = { ...seen, ...ties, lastChange, setAside, usedRecipe, once: world.newId() }
    if (!reading || pages.length === 0) return view
    const blocks = await findPageBlocks(tx, reading.fileId, view.shown.page)
    return {
      ...view,
      document: reviewDocument(pages, view.shown.page, blocks, actions, reading.result, wanted.actionId),
    }
  })
}

function detailsOf({ plan, ends }: ReviewView): DetailsForm {
  return { title: plan.title, starts: plan.period?.starts.toString() ?? '', ends }
}

function pageWanted(query: Readonly<Record<string, string>>): PageWanted {
  const page = /^\d{1,4}$/.test(query.page ?? '') ? Number(query.page) : null
  return { page, actionId: parseId<'action'>(query.at ?? '') }
}
