import type { Problem } from '../../../../design/index.ts'
import { type ActionId, parseId } from '../../../../kernel/id.ts'
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
import type { World } from '../../../../platform/world.ts'
import { findBodies, type Member, may, type Visitor } from '../../../people/index.ts'
import { findAction, findActions, findPlan, isAdopted } from '../../../plan/index.ts'
import { findWaits } from '../../waiting/wait.store.ts'
import { findClosing, findDisposal, type StandingDisposal } from '../disposal.store.ts'
import type { SaidDisposal } from '../disposal.ts'
import { findLife } from '../lineage.store.ts'
import { acceptTransfer, type DisposeRefusal, disposeAction, undoEnding } from './dispose-action.ts'
import { endingPage } from './ending.page.tsx'

export function disposeActionRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/actions/:actionId/ending'
  const post = (path: string, answer: (actionId: ActionId, visit: Visit<Member>) => Promise<Answer>) =>
    route({
      method: 'POST',
      url: `${url}${path}`,
      access: may('close-plans'),
      answer: async (visit) => {
        const actionId = parseId<'action'>(visit.params.actionId ?? '')
        return actionId ? answer(actionId, visit) : notFound
      },
    })
  return [
    route({
      method: 'GET',
      url,
      access: may('read-plans'),
      answer: async ({ visitor, params }) => {
        const actionId = parseId<'action'>(params.actionId ?? '')
        return actionId ? showEnding(world, visitor, actionId) : notFound
      },
    }),
    post('', async (actionId, visit) => {
      const said = saidIn(visit.form)
      const kept = await disposeAction(world, visit.visitor, { actionId, said, formKey: formKey(visit.form) })
      return kept.ok ? done(kept.value) : refusedWith(world, visit, actionId, kept.refusal, said)
    }),
    post('/undo', async (actionId, visit) => {
      const undone = await undoEnding(world, visit.visitor, { actionId, formKey: formKey(visit.form) })
      return undone.ok ? done(undone.value) : refusedWith(world, visit, actionId, undone.refusal)
    }),
    post('/acceptance', async (actionId, visit) => {
      const request = { actionId, words: words(visit.form, 'words'), formKey: formKey(visit.form) }
      const kept = await acceptTransfer(world, visit.visitor, request)
      return kept.ok ? done(kept.value) : refusedWith(world, visit, actionId, kept.refusal)
    }),
  ]
}

function done(planId: string): Answer {
  return redirect(`/plans/${planId}/year-end?done=ended`)
}

function refusedWith(
  world: World,
  { visitor }: Visit<Member>,
  actionId: ActionId,
  refusal: DisposeRefusal,
  said?: SaidDisposal,
): Promise<Answer> | Answer {
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return showEnding(world, visitor, actionId, [{ field: 'kind', message: 'The page was open for too long' }], said)
    case 'plan-closed':
      return showEnding(world, visitor, actionId, [{ field: 'kind', message: 'The year is closed meanwhile' }], said)
    case 'problems':
      return showEnding(world, visitor, actionId, refusal.problems, said)
  }
}

function saidIn(form: Form): SaidDisposal {
  return {
    kind: words(form, 'kind'),
    reason: words(form, 'reason'),
    bodyId: parseId<'body'>(words(form, 'body')),
    intoId: parseId<'action'>(words(form, 'into')),
    timeWords: words(form, 'time'),
    takenBy: words(form, 'takenBy'),
    waiting: words(form, 'waiting'),
  }
}

async function showEnding(
  world: World,
  visitor: Member,
  actionId: ActionId,
  problems: readonly Problem[] = [],
  said?: SaidDisposal,
): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan || !isAdopted(plan)) return notFound
    const ending = await findDisposal(tx, actionId)
    const waits = await findWaits(tx, { actionIds: [actionId] }, world.now())
    const view = {
      waiters: waits.filter((wait) => wait.onActionId === actionId),
      plan,
      action,
      ending,
      closing: await findClosing(tx, plan.id),
      life: await findLife(tx, actionId),
      others: (await findActions(tx, plan.id)).filter(({ id }) => id !== actionId),
      bodies: await findBodies(tx),
    }
    const form = { once: world.newId(), said: said ?? saidOf(ending), problems }
    return page(endingPage(visitor, view, form), problems.length > 0 ? 422 : 200)
  })
}

function saidOf(ending: StandingDisposal | null): SaidDisposal {
  return {
    kind: ending?.kind ?? '',
    reason: ending?.reason ?? '',
    bodyId: ending?.bodyId ?? null,
    intoId: ending?.intoId ?? null,
    timeWords: ending?.timeWords ?? '',
    takenBy: ending?.takenBy ?? '',
  }
}
