import type { Problem } from '../../../design/index.ts'
import { type PlanId, parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { today, type World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findActions, findPlan, isAdopted } from '../../plan/index.ts'
import { findLateness } from '../points/late-doing.store.ts'
import { carryForward } from './carry-forward/carry-forward.ts'
import { closePlan, reopenPlan } from './close-plan/close-plan.ts'
import { findClosing, findDisposals } from './disposal.store.ts'
import { findProposals, takeProposals } from './dispose-action/dispose-action.ts'
import { findSuccessors } from './lineage.store.ts'
import { yearEndPage } from './year-end.page.tsx'
import { yearEndView } from './year-end-view.ts'

const FLASHES: Readonly<Record<string, string>> = {
  proposals: 'The actions are ended as the facts show',
  closed: 'The year is closed',
  reopened: 'The year is open again',
  ended: 'The ending is kept',
}

export function yearEndRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/plans/:planId/year-end'
  const post = (step: string, answer: (planId: PlanId, visit: Visit<Member>) => Promise<Answer>) =>
    route({
      method: 'POST',
      url: `${url}/${step}`,
      access: may('close-plans'),
      answer: async (visit) => {
        const planId = parseId<'plan'>(visit.params.planId ?? '')
        return planId ? answer(planId, visit) : notFound
      },
    })
  const done = (planId: PlanId, what: string) => redirect(`/plans/${planId}/year-end?done=${what}`)
  const again = (planId: PlanId, { visitor }: Visit<Member>, field: string, message: string) =>
    showYearEnd(world, visitor, planId, { problems: [{ field, message }] })
  return [
    route({
      method: 'GET',
      url,
      access: may('read-whole-plans'),
      answer: async ({ visitor, params, query }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return showYearEnd(world, visitor, planId, { shown: query.show ?? '', done: query.done ?? '' })
      },
    }),
    post('proposals', async (planId, visit) => {
      const taken = await takeProposals(world, visit.visitor, { planId, formKey: formKey(visit.form) })
      if (taken.ok) return done(planId, 'proposals')
      if (taken.refusal.kind === 'not-found') return notFound
      return again(planId, visit, 'actions', taken.refusal.kind === 'plan-closed' ? CLOSED : EXPIRED)
    }),
    post('next', async (planId, visit) => {
      const made = await carryForward(world, visit.visitor, { planId, formKey: formKey(visit.form) })
      if (made.ok) return redirect(`/plans/${made.value}/review`)
      if (made.refusal.kind === 'not-found') return notFound
      const message = made.refusal.kind === 'form-expired' ? EXPIRED : 'Everything carried forward is in a next plan'
      return again(planId, visit, 'actions', message)
    }),
    post('closing', async (planId, visit) => {
      const closed = await closePlan(world, visit.visitor, { planId, formKey: formKey(visit.form) })
      if (closed.ok) return done(planId, 'closed')
      if (closed.refusal.kind === 'not-found') return notFound
      const message =
        closed.refusal.kind === 'actions-open'
          ? `Say how every action ended before you close: ${closed.refusal.count} have no ending`
          : EXPIRED
      return again(planId, visit, 'actions', message)
    }),
    post('reopening', async (planId, visit) => {
      const because = words(visit.form, 'because')
      const opened = await reopenPlan(world, visit.visitor, { planId, because, formKey: formKey(visit.form) })
      if (opened.ok) return done(planId, 'reopened')
      if (opened.refusal.kind === 'not-found') return notFound
      const message = opened.refusal.kind === 'reason-missing' ? 'Say why, for the record' : EXPIRED
      return again(planId, visit, 'because', message)
    }),
  ]
}

const CLOSED = 'The year is closed: open it again first'
const EXPIRED = 'The page was open for too long. Send it again'

async function showYearEnd(
  world: World,
  visitor: Member,
  planId: PlanId,
  {
    shown = '',
    done = '',
    problems = [],
  }: { readonly shown?: string; readonly done?: string; readonly problems?: readonly Problem[] },
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const view = yearEndView({
      plan,
      actions: await findActions(tx, planId),
      endings: await findDisposals(tx, planId),
      proposals: await findProposals(tx, world, plan),
      successors: await findSuccessors(tx, planId),
      lateness: await findLateness(tx, planId, today(world)),
      closing: await findClosing(tx, planId),
      shown,
    })
    const html = yearEndPage(visitor, view, { once: world.newId(), problems }, valueAt(FLASHES, done) ?? null)
    return page(html, problems.length > 0 ? 422 : 200)
  })
}
