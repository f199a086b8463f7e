import type { Problem } from '../../../../design/index.ts'
import { longDay } from '../../../../kernel/day.ts'
import { type PlanId, parseId, type ReportingPeriodId } from '../../../../kernel/id.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
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
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { sheetFile, sheetFormat } from '../../sheet-file.ts'
import { type CloseRefusal, closePeriod, reopenPeriod } from '../close-period/close-period.ts'
import { findClosedPlan } from '../find-closed-plan.ts'
import { removePeriod } from '../make-periods/make-periods.ts'
import { parseStanding } from '../standing-in-period.ts'
import { periodSheet } from './period-sheet.ts'
import { seePeriod } from './see-period.ts'
import { viewPeriodPage } from './view-period.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  closed: 'The period is closed',
  reopened: 'The period is open again',
}

type Which = { readonly planId: PlanId; readonly periodId: ReportingPeriodId }

export function viewPeriodRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/plans/:planId/periods/:periodId'
  return [
    route({
      method: 'GET',
      url,
      access: may('read-whole-plans'),
      answer: async (visit) => {
        const which = whichIn(visit)
        return which ? showPeriod(world, visit, which) : notFound
      },
    }),
    route({
      method: 'GET',
      url: `${url}/rows/:format`,
      isCostly: true,
      access: may('read-whole-plans'),
      answer: async (visit) => {
        const which = whichIn(visit)
        return which ? takeRows(world, visit, which) : notFound
      },
    }),
    route({
      method: 'POST',
      url: `${url}/closing`,
      access: may('close-periods'),
      answer: async (visit) => {
        const which = whichIn(visit)
        if (!which) return notFound
        const closed = await closePeriod(world, visit.visitor, { ...which, formKey: formKey(visit.form) })
        if (closed.ok) return redirect(`${hrefOf(which)}?done=closed`)
        return refused(world, visit, which, closed.refusal)
      },
    }),
    route({
      method: 'POST',
      url: `${url}/reopening`,
      access: may('close-periods'),
      answer: async (visit) => {
        const which = whichIn(visit)
        if (!which) return notFound
        const because = words(visit.form, 'because')
        const opened = await reopenPeriod(world, visit.visitor, { ...which, because, formKey: formKey(visit.form) })
        if (opened.ok) return redirect(`${hrefOf(which)}?done=reopened`)
        return refused(world, visit, which, opened.refusal)
      },
    }),
    route({
      method: 'POST',
      url: `${url}/removal`,
      access: may('close-periods'),
      answer: async (visit) => {
        const which = whichIn(visit)
        if (!which) return notFound
        const removed = await removePeriod(world, visit.visitor, { ...which, formKey: formKey(visit.form) })
        if (removed.ok) return redirect(`/plans/${which.planId}/periods?done=removed`)
        if (removed.refusal.kind === 'not-found') return notFound
        const message = removed.refusal.kind === 'was-closed' ? 'A period that was ever closed stays' : EXPIRED
        return showPeriod(world, visit, which, [{ field: 'actions', message }])
      },
    }),
  ]
}

const EXPIRED = 'The page was open for too long. Send it again'

function whichIn({ params }: Visit<Member>): Which | null {
  const planId = parseId<'plan'>(params.planId ?? '')
  const periodId = parseId<'reporting-period'>(params.periodId ?? '')
  return planId && periodId && { planId, periodId }
}

function hrefOf({ planId, periodId }: Which): string {
  return `/plans/${planId}/periods/${periodId}`
}

/** Which closing an address asks for; null for the one in force, and 0, which there never is, for what is no number. */
export function closingNumber(text: string | undefined): number | null {
  if (!text) return null
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0
}

function refused(world: World, visit: Visit<Member>, which: Which, refusal: CloseRefusal): Promise<Answer> | Answer {
  const again = (field: string, message: string) => showPeriod(world, visit, which, [{ field, message }])
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return again('actions', EXPIRED)
    case 'reason-missing':
      return again('because', 'Say why, for the record')
    case 'not-yet':
      return again('actions', `It can be closed from ${longDay(refusal.asAt)}: until then, more may become known`)
    default:
      return unreachable(refusal)
  }
}

async function showPeriod(
  world: World,
  { visitor, query }: Visit<Member>,
  which: Which,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const asked = { ...which, number: closingNumber(query.closing), standing: parseStanding(query.show ?? '') }
    const view = await seePeriod(tx, asked, { now: world.now(), today: today(world) })
    if (!view) return notFound
    const flash = valueAt(FLASHES, query.done ?? '') ?? null
    const html = viewPeriodPage(visitor, view, { once: world.newId(), problems }, flash)
    return page(html, problems.length > 0 ? 422 : 200)
  })
}

async function takeRows(world: World, { visitor, params, query }: Visit<Member>, which: Which): Promise<Answer> {
  const format = sheetFormat(params.format ?? '')
  if (!format) return notFound
  const closed = await inScope(world.db, visitor, (tx) =>
    findClosedPlan(tx, which.planId, which.periodId, closingNumber(query.closing)),
  )
  if (!closed.ok) return notFound
  const { plan, period, closing } = closed.value
  return sheetFile(periodSheet(closed.value), format, `${plan.title} - ${period.name} - closing ${closing.number}`)
}
