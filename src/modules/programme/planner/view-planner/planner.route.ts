import { type Day, parseDay } from '../../../../kernel/day.ts'
import { type PlanId, parseId } from '../../../../kernel/id.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findPlan, isAdopted } from '../../../plan/index.ts'
import { findClosedPeriods } from '../../asking/calendar.store.ts'
import { countedDuties } from '../duty-state.ts'
import { countPlanned, findMeetingsIn, findPlannedIn, type PlannedCount, type PlannerRows } from '../plan-year.store.ts'
import { plannerPage } from './planner.page.tsx'
import { type ChosenCell, countsIn, DUTIES_PER_PAGE, plannerView, plannerYears, rowName } from './planner-view.ts'

export function plannerRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/planner',
      access: may('read-plans'),
      answer: (visit) => viewPlanner(world, visit),
    }),
  ]
}

async function viewPlanner(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const now = today(world)
    const by = rowsFrom(query.by ?? '')
    const counts = await countPlanned(tx, planId, by, now)
    const month = monthFrom(query.month ?? '')
    const from = monthFrom(query.from ?? '') ?? month
    const shown = plannerYears(plan, counts, now, from).find(({ isShown }) => isShown)
    const view = plannerView({
      plan,
      by,
      today: now,
      counts,
      meetings: shown ? await findMeetingsIn(tx, { starts: shown.from, endsBefore: shown.to.add({ months: 1 }) }) : [],
      closings: await findClosedPeriods(tx),
      from,
      page: pageFrom(query.page ?? ''),
      chosen: month && (await findCell(tx, planId, counts, { by, row: query.row ?? 'all', month, now }, query.members)),
    })
    return page(plannerPage(visitor, view))
  })
}

async function findCell(
  tx: Tx,
  planId: PlanId,
  counts: readonly PlannedCount[],
  { by, row, month, now }: { by: PlannerRows; row: string; month: Day; now: Day },
  asked = '',
): Promise<ChosenCell | null> {
  const key = row === 'all' ? null : row
  const ofRow = counts.filter((count) => count.key === key)
  const [first] = ofRow
  if (!first) return null
  const inMonth = countsIn(ofRow, month)
  const pages = Math.max(1, Math.ceil(countedDuties(inMonth) / DUTIES_PER_PAGE))
  const number = Math.min(pageFrom(asked), pages)
  const rowsOn = { from: (number - 1) * DUTIES_PER_PAGE, size: DUTIES_PER_PAGE }
  return {
    key,
    name: rowName(by, key, first.name),
    month,
    counts: inMonth,
    duties: await findPlannedIn(tx, planId, { by, key, month, today: now }, rowsOn),
    page: number,
    pages,
  }
}

function rowsFrom(text: string): PlannerRows {
  return text === 'lead' || text === 'aim' ? text : 'body'
}

function monthFrom(text: string): Day | null {
  return parseDay(`${text}-01`)
}

function pageFrom(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}
