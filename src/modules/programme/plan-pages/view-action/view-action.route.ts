import { parseId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
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
import { findBodies, findHolders, isManager, type Member, member, type Visitor } from '../../../people/index.ts'
import {
  findAction,
  findDocumentName,
  findPartsShown,
  findPlan,
  findRatingScheme,
  isAdopted,
  tellsHowItWent,
} from '../../../plan/index.ts'
import { findEvidenceOfAction } from '../../evidence/evidence.store.ts'
import { findPointsOfAction } from '../../points/point.store.ts'
import { mayReport } from '../../programme.access.ts'
import { findSubmissionsOfAction } from '../../updates/update.store.ts'
import { actionView, leadInWords } from './action-view.ts'
import { viewActionPage } from './view-action.page.tsx'

const FLASHES: Readonly<Record<string, string>> = { changed: 'The action is changed, and the change is in its history' }

export function viewActionRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: '/actions/:actionId', access: member, answer: (visit) => viewAction(world, visit) }),
  ]
}

async function viewAction(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  return inScope(world.db, visitor.partnershipId, async (tx): Promise<Answer> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan) return notFound
    if (!isAdopted(plan)) return isManager(visitor) ? redirect(`/actions/${actionId}/change`) : notFound
    const points = await findPointsOfAction(tx, actionId)
    const bodies = await findBodies(tx)
    const holders = await findHolders(
      tx,
      action.leads.flatMap(({ postId }) => postId ?? []),
    )
    const view = actionView({
      plan,
      action,
      today: today(world),
      leadGroup: bodies.find(({ id }) => id === action.leadGroupId)?.name ?? null,
      leads: action.leads.map((lead) => leadInWords(lead, holders)),
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      parts: await findPartsShown(tx, plan.id, action.partId ? [action.partId] : []),
      points,
      submissions: await findSubmissionsOfAction(tx, actionId),
      evidence: (await findEvidenceOfAction(tx, world, actionId)).filter(
        ({ isSent }) => isSent || mayReport(visitor, action),
      ),
      changes: await findChanges(tx, [actionId, ...points.map(({ id }) => id)], 200),
      document: tellsHowItWent(action.said) ? await findDocumentName(tx, plan.id) : null,
      mayReport: mayReport(visitor, action),
      mayChange: isManager(visitor),
    })
    return page(viewActionPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null))
  })
}
