import type { Problem } from '../../../../design/index.ts'
import { endOfDay } from '../../../../kernel/day.ts'
import { type PlanId, parseId } from '../../../../kernel/id.ts'
import { period } from '../../../../kernel/period.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
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
import { findBodies, type Member, may, type Visitor } from '../../../people/index.ts'
import { findPlan, isAdopted } from '../../../plan/index.ts'
import { USUAL_RULES } from '../../asking/asking-rules.ts'
import { findAskingRules, findMeetings } from '../../asking/calendar.store.ts'
import { findClosings, findTallies } from '../closing.store.ts'
import { findDutiesInPeriod } from '../duty-in-period.store.ts'
import { type MakeRefusal, makePeriods, type WantedPeriods } from '../make-periods/make-periods.ts'
import { findPeriods } from '../period.store.ts'
import { notYetThere, periodsByRhythm } from '../propose-periods.ts'
import { listPeriodsPage, type PeriodsForm } from './list-periods.page.tsx'
import { periodsView } from './periods-view.ts'

const FLASHES: Readonly<Record<string, string>> = {
  made: 'The periods are made',
  removed: 'The period is taken back',
}
const FIELDS = ['by', 'body', 'name', 'starts', 'ends', 'asAt'] as const
/** Before any plan and after any: every duty there is. */
const ALL_DAYS = period('1900-01-01', '2200-01-01')

export function listPeriodsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/periods',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params, query }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        const flash = valueAt(FLASHES, query.done ?? '') ?? null
        return planId ? showPeriods(world, visitor, planId, { typed: {}, problems: [] }, flash) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/plans/:planId/periods',
      access: may('close-periods'),
      answer: (visit) => takePeriods(world, visit),
    }),
  ]
}

async function takePeriods(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  const typed = Object.fromEntries(FIELDS.map((field) => [field, words(form, field)] as const))
  const wanted = wantedIn(form)
  const again = (problems: readonly Problem[]) => showPeriods(world, visitor, planId, { typed, problems }, null)
  if (!wanted) return again([{ field: 'body', message: 'Choose whose meetings' }])
  const made = await makePeriods(world, visitor, { planId, wanted, formKey: formKey(form) })
  if (made.ok) return redirect(`/plans/${planId}/periods?done=made`)
  return made.refusal.kind === 'not-found' ? notFound : again(problemsOf(made.refusal))
}

function wantedIn(form: Form): WantedPeriods | null {
  const by = words(form, 'by')
  if (by === 'rhythm') return 'rhythm'
  if (by === 'meetings') {
    const meetingsOf = parseId<'body'>(words(form, 'body'))
    return meetingsOf && { meetingsOf }
  }
  return {
    typed: {
      name: words(form, 'name'),
      starts: words(form, 'starts'),
      ends: words(form, 'ends'),
      asAt: words(form, 'asAt'),
    },
  }
}

function problemsOf(refusal: Exclude<MakeRefusal, { readonly kind: 'not-found' }>): readonly Problem[] {
  switch (refusal.kind) {
    case 'problems':
      return refusal.problems
    case 'form-expired':
      return [{ field: 'make', message: 'The page was open for too long. Send it again' }]
    case 'no-meetings':
      return [
        { field: 'body', message: 'It has no meeting in the plan’s time: add its meetings to the calendar first' },
      ]
    case 'nothing-new':
      return [{ field: 'make', message: 'The plan has all of these periods already' }]
    default:
      return unreachable(refusal)
  }
}

async function showPeriods(
  world: World,
  visitor: Member,
  planId: PlanId,
  form: Omit<PeriodsForm, 'once'>,
  flash: string | null,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const periods = await findPeriods(tx, planId)
    const { rhythm, graceDays } = (await findAskingRules(tx, [planId])).get(planId) ?? USUAL_RULES
    const proposed = plan.period ? periodsByRhythm(plan.period, rhythm, graceDays) : []
    const duties = await findDutiesInPeriod(tx, planId, ALL_DAYS, endOfDay(today(world)))
    const bodies = await findBodies(tx)
    const meetings = await findMeetings(
      tx,
      bodies.map(({ id }) => id),
    )
    const view = periodsView({
      plan,
      periods,
      closings: await findClosings(tx, planId),
      tallies: await findTallies(tx, planId),
      duties: duties.map(({ dueOn, answer }) => ({
        dueOn,
        isAnswered: answer !== null && answer.verdict !== 'sent-back',
      })),
      byRhythm: notYetThere(proposed, periods),
      bodies: bodies.filter(({ id }) => meetings.has(id)),
      today: today(world),
    })
    const html = listPeriodsPage(visitor, view, { ...form, once: world.newId() }, flash)
    return page(html, form.problems.length > 0 ? 422 : 200)
  })
}
