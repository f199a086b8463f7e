import { type Day, isAfter, longDay, parseDay } from '../../../kernel/day.ts'
import { type PlanId, parseId } from '../../../kernel/id.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { renderPdf } from '../../papers/index.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { boardReportPage } from './board-report.page.tsx'
import { boardReportPaper } from './board-report.paper.ts'
import type { BoardReport } from './board-report.ts'
import { makeBoardReport, makeClosedReport } from './make-board-report.ts'
import { parseShown } from './members.ts'
import { referenceOf } from './report-words.ts'

export function boardReportRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/board-report',
      access: may('read-whole-plans'),
      answer: (visit) => showReport(world, visit),
    }),
    route({
      method: 'GET',
      url: '/plans/:planId/board-report.pdf',
      isCostly: true,
      access: may('read-whole-plans'),
      answer: (visit) => printReport(world, visit),
    }),
  ]
}

async function showReport(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  if (query.period) return showClosed(world, visitor, planId, query)
  const asked = askedDay(query['as-at'], today(world))
  const made = await makeBoardReport(world, visitor, planId, asked.day)
  const shown = parseShown(query.show ?? '')
  if (made.ok) return page(boardReportPage(visitor, { report: made.value, shown, problem: asked.problem }))
  if (made.refusal.kind === 'not-found') return notFound
  const { adoptedOn } = made.refusal
  const earliest = await makeBoardReport(world, visitor, planId, adoptedOn)
  if (!earliest.ok) return notFound
  const problem = `The plan was adopted on ${longDay(adoptedOn)}. Choose that day or a later one`
  return page(boardReportPage(visitor, { report: earliest.value, shown, problem }), 422)
}

async function printReport(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  if (query.period) return printClosed(world, visitor, planId, query)
  const { day } = askedDay(query['as-at'], today(world))
  const made = await makeBoardReport(world, visitor, planId, day)
  if (!made.ok) {
    return made.refusal.kind === 'not-found' ? notFound : redirect(`/plans/${planId}/board-report?as-at=${day}`)
  }
  const content = await renderPdf(boardReportPaper(made.value), world.now())
  return { kind: 'file', name: `${referenceOf(made.value)}.pdf`, type: 'application/pdf', content }
}

type Query = Visit<Member>['query']

async function showClosed(world: World, visitor: Member, planId: PlanId, query: Query): Promise<Answer> {
  const made = await closedReport(world, visitor, planId, query)
  if (!('report' in made)) return made
  const shown = parseShown(query.show ?? '')
  return page(boardReportPage(visitor, { report: made.report, shown, problem: null }))
}

/** Printed at the moment of the closing, so that it is the same file whenever it is asked for. */
async function printClosed(world: World, visitor: Member, planId: PlanId, query: Query): Promise<Answer> {
  const made = await closedReport(world, visitor, planId, query)
  if (!('report' in made)) return made
  const { report } = made
  const content = await renderPdf(boardReportPaper(report), report.closed?.closedAt ?? world.now())
  return { kind: 'file', name: `${referenceOf(report)}.pdf`, type: 'application/pdf', content }
}

/** The report of the period that an address names; the page of the period, where it is open. */
async function closedReport(
  world: World,
  visitor: Member,
  planId: PlanId,
  query: Query,
): Promise<{ readonly report: BoardReport } | Answer> {
  const periodId = parseId<'reporting-period'>(query.period ?? '')
  const closing = query.closing ?? ''
  if (!periodId || !/^(?:[1-9]\d{0,3})?$/.test(closing)) return notFound
  const number = closing === '' ? null : Number(closing)
  const made = await makeClosedReport(world, visitor, { planId, periodId, number })
  if (made.ok) return { report: made.value }
  return made.refusal.kind === 'not-closed' ? redirect(`/plans/${planId}/periods/${periodId}`) : notFound
}

/** The day asked for; today when none is, or when it is no day or lies ahead, and then it says so. */
function askedDay(text: string | undefined, now: Day): { readonly day: Day; readonly problem: string | null } {
  if (!text) return { day: now, problem: null }
  const day = parseDay(text)
  if (!day) return { day: now, problem: 'Enter a day, such as 31 March 2026' }
  if (isAfter(day, now)) return { day: now, problem: 'That day has not come yet: this is the report as at today' }
  return { day, problem: null }
}
