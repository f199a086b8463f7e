import type { Problem } from '../../../design/index.ts'
import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { allWords, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, manager, type Visitor } from '../../people/index.ts'
import { findAction } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { findPlan } from '../plan.store.ts'
import { type Action, isAdopted, type Plan } from '../plan.ts'
import { type ChangeView, changeActionPage } from './change-action.page.tsx'
import { type ChangeRefusal, changeAction } from './change-action.ts'

export function changeActionRoutes(world: World, announce: Announcements): readonly Route<Visitor>[] {
  const url = '/actions/:actionId/change'
  return [
    route({ method: 'GET', url, access: manager, answer: (visit) => show(world, visit, []) }),
    route({ method: 'POST', url, access: manager, answer: (visit) => save(world, announce, visit) }),
  ]
}

async function save(world: World, announce: Announcements, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  const typed = typedIn(visit)
  const changed = await changeAction(world, visitor, announce, {
    ...typed,
    actionId,
    version: Number(words(form, 'version')),
    formKey: formKey(form),
    leadGroupId: parseId<'body'>(typed.leadGroupId),
    leadPersonIds: typed.leadPersonIds.flatMap((id) => parseId<'person'>(id) ?? []),
  })
  if (!changed.ok) {
    return changed.refusal.kind === 'not-found' ? notFound : show(world, visit, [problemOf(changed.refusal)], typed)
  }
  const plan = await inScope(world.db, visitor.partnershipId, (tx) => findPlan(tx, changed.value))
  return redirect(plan && isAdopted(plan) ? `/actions/${actionId}?done=changed` : reviewOf(changed.value, actionId))
}

async function show(
  world: World,
  { visitor, params }: Visit<Member>,
  problems: readonly Problem[],
  typed?: ChangeView['typed'],
): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  const found = await inScope(world.db, visitor.partnershipId, async (tx) => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    return action && plan ? { action, plan, directory: await findDirectory(tx) } : null
  })
  if (!found) return notFound
  const view = {
    ...found,
    once: world.newId(),
    problems,
    typed: typed ?? saidBy(found.action),
    backTo: backFrom(found.plan, found.action),
  }
  return page(changeActionPage(visitor, view), problems.length > 0 ? 422 : 200)
}

function problemOf(refusal: Exclude<ChangeRefusal, { kind: 'not-found' }>): Problem {
  switch (refusal.kind) {
    case 'text-missing':
      return { field: 'text', message: 'Say what will be done' }
    case 'changed-meanwhile':
      return {
        field: 'text',
        message: 'Somebody else changed this action meanwhile. Look at the words below and save again',
      }
    case 'form-expired':
      return { field: 'text', message: 'The page was open for too long. Look at the words below and save again' }
  }
}

function typedIn({ form }: Visit<Member>): ChangeView['typed'] {
  return {
    ref: words(form, 'ref'),
    text: words(form, 'text'),
    measure: words(form, 'measure'),
    timescale: words(form, 'timescale'),
    leadWords: words(form, 'leadWords'),
    leadGroupId: words(form, 'leadGroupId'),
    leadPersonIds: allWords(form, 'leadPersonIds'),
  }
}

function saidBy(action: Action): ChangeView['typed'] {
  return {
    ref: action.ref ?? '',
    text: action.text,
    measure: action.measure ?? '',
    timescale: action.timescale?.text ?? '',
    leadWords: action.leadWords ?? '',
    leadGroupId: action.leadGroupId ?? '',
    leadPersonIds: action.leads.flatMap(({ personId }) => personId ?? []),
  }
}

function backFrom(plan: Plan, action: Action): string {
  return isAdopted(plan) ? `/actions/${action.id}` : `/plans/${plan.id}/review?at=${action.id}#action-${action.id}`
}

function reviewOf(planId: string, actionId: string): string {
  return `/plans/${planId}/review?done=action&at=${actionId}#action-${actionId}`
}
