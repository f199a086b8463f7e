import { type Day, endOfDay } from '../../../../kernel/day.ts'
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
import { findBodies, holds, type Member, may, type Visitor } from '../../../people/index.ts'
import {
  findPartsShown,
  findPartsWithoutActions,
  findPlan,
  findRatingScheme,
  findSchemeAsAt,
  isAdopted,
  type Plan,
} from '../../../plan/index.ts'
import { countLateDoing } from '../../points/late-doing.store.ts'
import { type AskedDay, askedDay } from '../as-at/known-at.ts'
import { findActionRowsAsAt, standingsOf } from '../as-at/plan-as-at.ts'
import { filterFrom } from './plan-href.ts'
import {
  type ActionRow,
  countStandings,
  findActionRows,
  findAndCountActionRows,
  type PlanFilter,
} from './plan-list.store.ts'
import { planView, ROWS_PER_PAGE, todayInWords } from './plan-view.ts'
import { viewPlanPage } from './view-plan.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  adopted: 'The plan is adopted, and its timescales are now duties to report',
}

export function viewPlanRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId',
      access: may('read-plans'),
      answer: (visit) => viewPlan(world, visit),
    }),
  ]
}

async function viewPlan(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan) return notFound
    if (!isAdopted(plan)) return holds(visitor, 'read-drafts') ? redirect(`/plans/${planId}/review`) : notFound
    const now = today(world)
    const asked = askedDay(query['as-at'], now, plan.adoptedAt)
    if (asked.asAt) return viewPlanAsAt(tx, visitor, plan, { asked, asAt: asked.asAt, now, page: query.page ?? '' })
    const filter = filterFrom(query)
    const standings = await countStandings(tx, planId, now)
    const whole = standings.reduce((sum, { count }) => sum + count, 0)
    const listed = await findPage(tx, planId, filter, now, { whole, asked: query.page ?? '' })
    const view = planView({
      plan,
      today: now,
      asked,
      latestDay: now,
      todayInWords: '',
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      parts: await findPartsShown(tx, planId, partsOf(listed.rows)),
      bodies: await findBodies(tx),
      standings,
      late: await countLateDoing(tx, planId, now),
      filter,
      ...listed,
      withoutActions: isEndOf(listed, filter) ? await findPartsWithoutActions(tx, planId) : [],
    })
    const status = asked.problem ? 422 : 200
    return page(viewPlanPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null), status)
  })
}

/** The plan as it was known by the end of a past day; its headings are fixed at adoption, and those of today. */
async function viewPlanAsAt(
  tx: Tx,
  visitor: Member,
  plan: Plan,
  of: { readonly asked: AskedDay; readonly asAt: Day; readonly now: Day; readonly page: string },
): Promise<Answer> {
  const then = await findSchemeAsAt(tx, plan, endOfDay(of.asAt))
  const all = await findActionRowsAsAt(tx, plan.id, of.asAt, then)
  const pages = Math.max(1, Math.ceil(all.length / ROWS_PER_PAGE))
  const number = Math.min(/^[1-9]\d{0,5}$/.test(of.page) ? Number(of.page) : 1, pages)
  const rows = all.slice((number - 1) * ROWS_PER_PAGE, number * ROWS_PER_PAGE)
  const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
  const ofToday = await countStandings(tx, plan.id, of.now)
  const view = planView({
    plan,
    today: of.asAt,
    asked: of.asked,
    latestDay: of.now,
    todayInWords: todayInWords(scheme, ofToday),
    scheme: then,
    parts: await findPartsShown(tx, plan.id, partsOf(rows)),
    bodies: [],
    standings: standingsOf(all, of.asAt),
    late: all.filter(({ lateSince }) => lateSince !== null).length,
    filter: filterFrom({}),
    found: all.length,
    rows,
    page: number,
    withoutActions: [],
  })
  return page(viewPlanPage(visitor, view, null))
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
