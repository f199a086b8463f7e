import type { Day } from '../../../../kernel/day.ts'
import { type PartId, type PlanId, parseId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findBodies, isManager, type Member, member, type Visitor } from '../../../people/index.ts'
import { findPartsShown, findPartsWithoutActions, findPlan, findRatingScheme, isAdopted } from '../../../plan/index.ts'
import { filterFrom } from './plan-href.ts'
import {
  type ActionRow,
  countStandings,
  findActionRows,
  findAndCountActionRows,
  type PlanFilter,
} from './plan-list.store.ts'
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
    const listed = await findPage(tx, planId, filter, now, { whole, asked: query.page ?? '' })
    const view = planView({
      plan,
      today: now,
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      parts: await findPartsShown(tx, planId, partsOf(listed.rows)),
      bodies: await findBodies(tx),
      standings,
      filter,
      ...listed,
      withoutActions: isEndOf(listed, filter) ? await findPartsWithoutActions(tx, planId) : [],
    })
    return page(viewPlanPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null))
  })
}

/** Whether the page is the last of the whole list. */
function isEndOf({ found, page }: Found, filter: PlanFilter): boolean {
  return !Object.values(filter).some(Boolean) && page * ROWS_PER_PAGE >= found
}

function partsOf(rows: readonly ActionRow[]): readonly PartId[] {
  return [...new Set(rows.flatMap(({ partId }) => partId ?? []))]
}

type Found = { readonly found: number; readonly rows: readonly ActionRow[]; readonly page: number }

/** The page asked for, or the last one when there are not so many. */
async function findPage(
  tx: Tx,
  planId: PlanId,
  filter: PlanFilter,
  now: Day,
  { whole, asked }: { readonly whole: number; readonly asked: string },
): Promise<Found> {
  const wanted = /^\d{1,6}$/.test(asked) ? Math.max(1, Number(asked)) : 1
  const page = Math.min(wanted, Math.max(1, Math.ceil(whole / ROWS_PER_PAGE)))
  const rowsOn = { from: (page - 1) * ROWS_PER_PAGE, size: ROWS_PER_PAGE }
  if (!Object.values(filter).some(Boolean)) {
    return { found: whole, rows: await findActionRows(tx, planId, filter, now, rowsOn), page }
  }
  const passing = await findAndCountActionRows(tx, planId, filter, now, rowsOn)
  if (passing.found > 0 || page === 1) return { ...passing, page }
  const first = await findAndCountActionRows(tx, planId, filter, now, { from: 0, size: ROWS_PER_PAGE })
  const last = Math.max(1, Math.ceil(first.found / ROWS_PER_PAGE))
  return last === 1
    ? { ...first, page: 1 }
    : findPage(tx, planId, filter, now, { whole: first.found, asked: `${last}` })
}
