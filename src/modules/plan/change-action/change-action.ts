import type { ActionId, BodyId, PersonId, PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { type Directory, findDirectory, type Member } from '../../people/index.ts'
import { readTimescale } from '../../reading/index.ts'
import { findAction, lockAction } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { keepVersions } from '../keep-versions.ts'
import { lockPlan } from '../plan.store.ts'
import { type ActionContent, isAdopted } from '../plan.ts'
import { chosenLeads } from './chosen-leads.ts'

export type ActionChange = {
  readonly actionId: ActionId
  /** the version the visitor saw */
  readonly version: number
  readonly formKey: string | null
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly timescale: string
  readonly leadWords: string
  readonly leadGroupId: BodyId | null
  readonly leadPersonIds: readonly PersonId[]
}

export type ChangeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'changed-meanwhile' }

/**
 * Changes what an action says: a new version, with the audit entry that shows before and after. The plan is held first, as
 * adoption holds it, so that the duties of an adopted plan always follow from what its actions say.
 */
export async function changeAction(
  world: World,
  by: Member,
  announce: Announcements,
  change: ActionChange,
): Promise<Result<PlanId, ChangeRefusal>> {
  const { formKey } = change
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (change.text === '') return refuse({ kind: 'text-missing' })
  return inScope(world.db, by.partnershipId, async (tx): Promise<Result<PlanId, ChangeRefusal>> => {
    const known = await findAction(tx, change.actionId)
    const plan = known && (await lockPlan(tx, known.planId))
    const action = plan && (await lockAction(tx, change.actionId))
    if (!action) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, action.planId, world.now())) return ok(action.planId)
    if (action.version !== change.version) return refuse({ kind: 'changed-meanwhile' })

    const content = contentOf(change, action, plan.period, await findDirectory(tx))
    await keepVersions(tx, world, by, 'changed the action', [{ action, content }])
    if (isAdopted(plan)) await announce.actionChanged(world, tx, by, action.planId, action.id)
    return ok(action.planId)
  })
}

function contentOf(
  change: ActionChange,
  before: ActionContent,
  period: Parameters<typeof readTimescale>[1],
  directory: Directory,
): ActionContent {
  return {
    ref: change.ref || null,
    text: change.text,
    measure: change.measure || null,
    timescale: timescaleOf(change.timescale, before, period),
    leadWords: change.leadWords || null,
    leadGroupId: directory.bodies.find(({ id }) => id === change.leadGroupId)?.id ?? null,
    leads: chosenLeads(before, change, directory),
  }
}

/** Words that stayed keep their reading, which took the plan's other timescales into account. */
export function timescaleOf(
  words: string,
  before: ActionContent,
  period: Parameters<typeof readTimescale>[1],
): ActionContent['timescale'] {
  if (words === '') return null
  return words === before.timescale?.text ? before.timescale : readTimescale(words, period)
}
