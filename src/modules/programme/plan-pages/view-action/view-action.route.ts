import { type Day, endOfDay } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
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
import { findChanges } from '../../../audit/index.ts'
import { findBodies, findHolders, holds, type Member, may, type Visitor } from '../../../people/index.ts'
import {
  type Action,
  findAction,
  findActionsAsAt,
  findDocumentName,
  findPartsShown,
  findPlan,
  findRatingScheme,
  findRatingSchemes,
  isAdopted,
  type Plan,
  tellsHowItWent,
} from '../../../plan/index.ts'
import { findEvidenceOfAction } from '../../evidence/evidence.store.ts'
import { findPointsOfAction, findPointsOfActionAsAt } from '../../points/point.store.ts'
import { mayReport } from '../../reporters.ts'
import { findSubmissionsOfAction } from '../../updates/update.store.ts'
import { findStepsAndWaits } from '../../waiting/steps-and-waits.ts'
import { type AskedDay, askedDay, changesKnownAt, evidenceKnownAt, submissionsKnownAt } from '../as-at/known-at.ts'
import { actionTodayInWords, actionView, leadInWords } from './action-view.ts'
import { viewActionPage } from './view-action.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  changed: 'The action is changed, and the change is in its history',
  added: 'The action is part of the plan from today',
  split:
    'The action is part of the plan from today. The one it comes from says what it said: change that if it should say less',
}

export function viewActionRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/actions/:actionId',
      access: may('read-plans'),
      answer: (visit) => viewAction(world, visit),
    }),
  ]
}

async function viewAction(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan) return notFound
    if (!isAdopted(plan)) return holds(visitor, 'read-drafts') ? redirect(`/actions/${actionId}/change`) : notFound
    const now = today(world)
    const asked = askedDay(query['as-at'], now, plan.adoptedAt)
    if (asked.asAt) return viewActionAsAt(world, tx, visitor, { plan, now: action, asked, asAt: asked.asAt })
    const points = await findPointsOfAction(tx, actionId)
    const bodies = await findBodies(tx)
    const holders = await findHolders(
      tx,
      action.leads.flatMap(({ postId }) => postId ?? []),
    )
    const submissions = await findSubmissionsOfAction(tx, actionId)
    const isReporter = await mayReport(tx, visitor, action)
    const view = actionView({
      plan,
      action,
      today: now,
      asked,
      latestDay: now,
      todayInWords: '',
      leadGroup: bodies.find(({ id }) => id === action.leadGroupId)?.name ?? null,
      leads: action.leads.map((lead) => leadInWords(lead, holders)),
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      parts: await findPartsShown(tx, plan.id, action.partId ? [action.partId] : []),
      points,
      submissions,
      schemes: await findRatingSchemes(
        tx,
        submissions.map(({ schemeId }) => schemeId),
      ),
      evidence: (await findEvidenceOfAction(tx, world, actionId)).filter(({ isSent }) => isSent || isReporter),
      changes: await findChanges(tx, [actionId, ...points.map(({ id }) => id)], 200),
      document: tellsHowItWent(action.said) ? await findDocumentName(tx, plan.id) : null,
      stepsAndWaits: await findStepsAndWaits(tx, actionId, { today: now, at: world.now() }),
      mayReport: isReporter,
      mayChange: holds(visitor, 'change-actions'),
    })
    const status = asked.problem ? 422 : 200
    return page(viewActionPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null), status)
  })
}

type PastDay = { readonly plan: Plan; readonly now: Action; readonly asked: AskedDay; readonly asAt: Day }

/** The action as it was known by the end of a past day. Nobody acts on a past day, so nothing is offered. */
async function viewActionAsAt(
  world: World,
  tx: Tx,
  visitor: Member,
  { plan, now, asked, asAt }: PastDay,
): Promise<Answer> {
  const at = endOfDay(asAt)
  const said = (await findActionsAsAt(tx, plan.id, at)).find(({ id }) => id === now.id)
  if (!said) return notFound
  const action = { ...now, ...said }
  const everSent = await findSubmissionsOfAction(tx, now.id)
  const submissions = submissionsKnownAt(everSent, at)
  const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
  const schemes = await findRatingSchemes(
    tx,
    everSent.map(({ schemeId }) => schemeId),
  )
  const points = await findPointsOfActionAsAt(tx, now.id, at)
  const view = actionView({
    plan,
    action,
    today: asAt,
    asked,
    latestDay: today(world),
    todayInWords: actionTodayInWords({ scheme, schemes }, everSent),
    leadGroup: (await findBodies(tx)).find(({ id }) => id === action.leadGroupId)?.name ?? null,
    leads: action.leads.map(({ text }) => text),
    scheme,
    schemes,
    parts: await findPartsShown(tx, plan.id, action.partId ? [action.partId] : []),
    points,
    submissions,
    evidence: evidenceKnownAt(await findEvidenceOfAction(tx, world, now.id), submissions, at),
    changes: changesKnownAt(await findChanges(tx, [now.id, ...points.map(({ id }) => id)], 200), at),
    document: tellsHowItWent(action.said) ? await findDocumentName(tx, plan.id) : null,
    stepsAndWaits: await findStepsAndWaits(tx, now.id, { today: asAt, at }),
    mayReport: false,
    mayChange: false,
  })
  return page(viewActionPage(visitor, view, null))
}
