import type { Problem } from '../../../design/index.ts'
import { type ActionId, type PlanId, parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { Form } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, may, type Visitor } from '../../people/index.ts'
import { findAction } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { type TypedAction, typedAs, typedIn } from '../change-action/typed-action.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { type Action, isAdopted, type Plan } from '../plan.ts'
import { addInYearPage } from './add-in-year.page.tsx'
import { type AddRefusal, addInYear } from './add-in-year.ts'

export function addInYearRoutes(world: World, announce: Announcements): readonly Route<Visitor>[] {
  const access = may('change-actions')
  const toPlan = '/plans/:planId/add-action'
  const toAction = '/actions/:actionId/split-off'
  return [
    route({ method: 'GET', url: toPlan, access, answer: (visit) => show(world, visit, []) }),
    route({ method: 'POST', url: toPlan, access, answer: (visit) => add(world, announce, visit) }),
    route({ method: 'GET', url: toAction, access, answer: (visit) => show(world, visit, []) }),
    route({ method: 'POST', url: toAction, access, answer: (visit) => add(world, announce, visit) }),
  ]
}

async function add(world: World, announce: Announcements, visit: Visit<Member>): Promise<Answer> {
  const { visitor, form } = visit
  const found = await inScope(world.db, visitor, (tx) => findPlace(tx, visit))
  if (!found) return notFound
  const { plan, from } = found
  const added = await addInYear(world, visitor, announce, addedIn(form, plan.id, from?.id ?? null))
  if (added.ok) return redirect(`/actions/${added.value}?done=${from ? 'split' : 'added'}`)
  const problems = problemsOf(added.refusal)
  return problems.length > 0 ? show(world, visit, problems, typedIn(form)) : notFound
}

function addedIn(form: Form, planId: PlanId, fromId: ActionId | null) {
  const typed = typedIn(form)
  return {
    ...typed,
    planId,
    fromId,
    formKey: formKey(form),
    partId: parseId<'part'>(typed.partId),
    leadGroupId: parseId<'body'>(typed.leadGroupId),
    leadPersonIds: typed.leadPersonIds.flatMap((id) => parseId<'person'>(id) ?? []),
  }
}

async function show(
  world: World,
  visit: Visit<Member>,
  problems: readonly Problem[],
  typed?: TypedAction,
): Promise<Answer> {
  const view = await inScope(world.db, visit.visitor, async (tx) => {
    const found = await findPlace(tx, visit)
    return found && { ...found, parts: await findParts(tx, found.plan.id), directory: await findDirectory(tx) }
  })
  if (!view) return notFound
  const asTyped = typed ?? typedFrom(view.from)
  return page(
    addInYearPage(visit.visitor, { ...view, typed: asTyped, problems, once: world.newId() }),
    problems.length > 0 ? 422 : 200,
  )
}

type Place = { readonly plan: Plan; readonly from: Action | null }

/** The adopted plan that one is added to, or the action of one that it is split off from. */
async function findPlace(tx: Tx, { params }: Visit<Member>): Promise<Place | null> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  const from = actionId && (await findAction(tx, actionId))
  const planId = from ? from.planId : parseId<'plan'>(params.planId ?? '')
  const plan = planId && (await findPlan(tx, planId))
  return plan && isAdopted(plan) ? { plan, from } : null
}

/** What is split off begins as what it comes from, but for the reference, which no two actions share. */
function typedFrom(from: Action | null): TypedAction {
  return from ? { ...typedAs(from), ref: '' } : NOTHING_TYPED
}

const NOTHING_TYPED: TypedAction = {
  ref: '',
  text: '',
  measure: '',
  timescale: '',
  leadWords: '',
  partId: '',
  leadGroupId: '',
  leadPersonIds: [],
  leadOtherIds: null,
  said: null,
  because: '',
}

const MISSING = { text: 'Say what will be done', because: 'Say why it is added, and who agreed to it' } as const

/** What is to be mended, each beside its field; nothing where there is nothing to add to. */
function problemsOf(refusal: AddRefusal): readonly Problem[] {
  switch (refusal.kind) {
    case 'not-found':
      return []
    case 'words-missing':
      return refusal.fields.map((field) => ({ field, message: MISSING[field] }))
    case 'plan-closed':
      return [{ field: 'text', message: refusal.why }]
    case 'form-expired':
      return [{ field: 'text', message: 'The page was open for too long. Look at the words below and save again' }]
    default:
      return unreachable(refusal)
  }
}
