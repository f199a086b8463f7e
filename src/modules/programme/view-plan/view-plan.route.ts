import { type PartId, parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { findBodies, isManager, type Member, member, type Visitor } from '../../people/index.ts'
import { findPartsShown, findPlan, findRatingScheme, isAdopted } from '../../plan/index.ts'
import { filterFrom } from './plan-href.ts'
import { type ActionRow, countActionRows, countStandings, findActionRows } from './plan-list.store.ts'
import { planView, ROWS_PER_PAGE } from './plan-view.ts'
import { viewPlanPage } from './view-plan.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  adopted: 'The plan is adopted, and its timescales are now duties to report',
}

export function viewPlanRoutes(world: World): readonly Route<Visitor>[] {
  return [route({ method: 'GET', url: '/plans/:planId', access: member, answer: (visit) => viewPlan(world, visit) })]
}

async function viewPlan(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor.partnershipId, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan) return notFound
    if (!isAdopted(plan)) return isManager(visitor) ? redirect(`/plans/${planId}/review`) : notFound
    const filter = filterFrom(query)
    const now = today(world)
    const standings = await countStandings(tx, planId, now)
    const whole = standings.reduce((sum, { count }) => sum + count, 0)
    const isFiltered = Object.values(filter).some(Boolean)
    const found = isFiltered ? await countActionRows(tx, planId, filter, now) : whole
    const pageNumber = pageFrom(query.page ?? '', found)
    const rows = await findActionRows(tx, planId, filter, now, {
      from: (pageNumber - 1) * ROWS_PER_PAGE,
      size: ROWS_PER_PAGE,
    })
    const view = planView({
      plan,
      today: now,
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      parts: await findPartsShown(tx, planId, partsOf(rows)),
      bodies: await findBodies(tx),
      standings,
      filter,
      page: pageNumber,
      found,
      rows,
    })
    return page(viewPlanPage(visitor, view, FLASHES[query.done ?? ''] ?? null))
  })
}

function partsOf(rows: readonly ActionRow[]): readonly PartId[] {
  return [...new Set(rows.flatMap(({ partId }) => partId ?? []))]
}

function pageFrom(text: string, found: number): number {
  const pages = Math.max(1, Math.ceil(found / ROWS_PER_PAGE))
  const wanted = /^\d{1,6}$/.test(text) ? Number(text) : 1
  return Math.min(Math.max(wanted, 1), pages)
}
