import type { Problem } from '../../../../design/index.ts'
import { type PlanId, parseId } from '../../../../kernel/id.ts'
import { lastDay } from '../../../../kernel/period.ts'
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
import { findPlan, isAdopted } from '../../../plan/index.ts'
import { USUAL_RULES } from '../asking-rules.ts'
import { findAskingRules, findClosedPeriods } from '../calendar.store.ts'
import { requestWindow } from '../request-window.ts'
import { changeLink } from '../send-link/change-link.ts'
import { closedDays } from '../working-days.ts'
import { findNextAsking, findTellings, TELLINGS_ON_A_PAGE } from './asked.store.ts'
import { askingPage } from './asking.page.tsx'
import { EXPIRED, rulesFrom, type TypedRules, typedFrom, typedOf } from './asking-form.ts'
import { setAskingRules } from './set-asking-rules.ts'

const DONE: Readonly<Record<string, string>> = {
  set: 'The plan asks like this from now on',
  'take-back': 'The link is taken back: it opens nothing any more',
  'send-anew': 'A new link is on its way. The ones before it open nothing any more',
}

const NOT_SENT = 'No link was sent: the update is not asked of them any more, or no address of theirs is known'

export function askingRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/plans/:planId/asking'
  return [
    route({
      method: 'GET',
      url,
      access: may('ask-for-updates'),
      answer: async ({ visitor, params, query }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return showAsking(world, visitor, planId, { page: query.page ?? '', done: query.done ?? '' })
      },
    }),
    route({ method: 'POST', url, access: may('ask-for-updates'), answer: (visit) => set(world, visit) }),
    route({
      method: 'POST',
      url: `${url}/links/:linkId`,
      access: may('ask-for-updates'),
      answer: (visit) => change(world, visit),
    }),
  ]
}

async function set(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  const typed = typedFrom(form)
  const done = await setAskingRules(world, visitor, { planId, rules: rulesFrom(typed), formKey: formKey(form) })
  if (done.ok) return redirect(`/plans/${planId}/asking?done=set`)
  switch (done.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return showAsking(world, visitor, planId, { typed, problems: [EXPIRED] })
    case 'problems':
      return showAsking(world, visitor, planId, { typed, problems: done.refusal.problems })
  }
}

async function change(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const linkId = parseId<'update-link'>(params.linkId ?? '')
  if (!planId || !linkId) return notFound
  const step = words(form, 'step') === 'take-back' ? 'take-back' : 'send-anew'
  const changed = await changeLink(world, visitor, { planId, linkId, step, formKey: formKey(form) })
  if (changed.ok) return redirect(`/plans/${planId}/asking?done=${step}`)
  switch (changed.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return showAsking(world, visitor, planId, { problems: [EXPIRED] })
    case 'not-sent':
      return showAsking(world, visitor, planId, { problems: [{ field: 'asked', message: NOT_SENT }] })
  }
}

async function showAsking(
  world: World,
  visitor: Member,
  planId: PlanId,
  {
    page: asked = '',
    typed,
    problems = [],
    done = '',
  }: {
    readonly page?: string
    readonly typed?: TypedRules
    readonly problems?: readonly Problem[]
    readonly done?: string
  },
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const rules = (await findAskingRules(tx, [planId])).get(planId) ?? USUAL_RULES
    const calendar = { isClosed: closedDays(await findClosedPeriods(tx)), meetings: [] }
    const current = Math.max(1, Math.min(1000, Number.parseInt(asked, 10) || 1))
    const from = (current - 1) * TELLINGS_ON_A_PAGE
    const { tellings, found } = await findTellings(tx, planId, { from, size: TELLINGS_ON_A_PAGE, now: world.now() })
    const view = {
      plan,
      example: requestWindow(plan.period ? lastDay(plan.period) : today(world), rules, calendar),
      next: await findNextAsking(tx, planId, today(world)),
      today: today(world),
      tellings,
      found,
      page: current,
      pages: Math.max(1, Math.ceil(found / TELLINGS_ON_A_PAGE)),
    }
    const form = { once: world.newId(), typed: typed ?? typedOf(rules), problems }
    return page(askingPage(visitor, view, form, valueAt(DONE, done) ?? null), problems.length > 0 ? 422 : 200)
  })
}
