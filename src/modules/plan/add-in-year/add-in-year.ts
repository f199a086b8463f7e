import type { ActionId, BodyId, PartId, PersonId, PlanId } from '../../../kernel/id.ts'
import { parseId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findDirectory, type Member } from '../../people/index.ts'
import { readTimescale } from '../../reading/index.ts'
import { findAction, findActions } from '../action.store.ts'
import { shownOf } from '../action-change.ts'
import { insertActions } from '../action-versions.store.ts'
import type { Announcements } from '../announcements.ts'
import { chosenLeads } from '../change-action/chosen-leads.ts'
import { orderActions } from '../corrections/draft.store.ts'
import { trailOf } from '../part-trail.ts'
import { findParts, lockPlan } from '../plan.store.ts'
import { type Action, isAdopted, NOTHING_SAID, type Part, type Plan } from '../plan.ts'
import { placeFor } from './place-for.ts'

export type AddedInYear = {
  readonly planId: PlanId
  /** the action it is split off from; null for one that is all new */
  readonly fromId: ActionId | null
  readonly formKey: string | null
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly timescale: string
  readonly leadWords: string
  readonly leadGroupId: BodyId | null
  readonly leadPersonIds: readonly PersonId[]
  readonly leadOtherIds: readonly string[] | null
  readonly partId: PartId | null
  readonly because: string
}

export type AddRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'words-missing'; readonly fields: readonly ('text' | 'because')[] }
  | { readonly kind: 'plan-closed'; readonly why: string }

/**
 * Adds an action to an adopted plan, all new or split off from one of its actions, with why and who agreed to it. It is held to account
 * from its first day: it gets its duties to report, and every count of the plan has one more.
 */
export async function addInYear(
  world: World,
  by: Member,
  announce: Announcements,
  added: AddedInYear,
): Promise<Result<ActionId, AddRefusal>> {
  const { planId, fromId, formKey, because } = added
  if (!formKey) return refuse({ kind: 'form-expired' })
  const fields = (['text', 'because'] as const).filter((field) => added[field] === '')
  if (fields.length > 0) return refuse({ kind: 'words-missing', fields })
  return inScope(world.db, by, async (tx): Promise<Result<ActionId, AddRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    const from = fromId && (await findAction(tx, fromId))
    if (fromId && from?.planId !== planId) return refuse({ kind: 'not-found' })
    const id = world.newId<'action'>()
    const earlier = await useFormKey(tx, by.partnershipId, formKey, id, world.now())
    if (earlier) return ok(parseId<'action'>(earlier) ?? id)
    const why = await announce.whyClosed(tx, planId)
    if (why) return refuse({ kind: 'plan-closed', why })

    const parts = await findParts(tx, planId)
    const action = await actionAsTyped(tx, added, { id, plan, parts, from })
    const standing = await findActions(tx, planId)
    await insertActions(tx, by.partnershipId, planId, [action], by.person.id, world.now())
    await orderActions(tx, placeFor(action, from?.id ?? null, standing))
    await recordChange(tx, world, by, {
      what: from ? 'split the action off from another' : 'added the action during the year',
      subject: { kind: 'action', id },
      after: { part: trailOf(parts, action.partId).join(' › '), ...shownOf(action) },
      reason: because,
    })
    await announce.actionChanged(world, tx, by, planId, id)
    if (from) await announce.actionSplit(world, tx, by, { actionId: id, fromId: from.id })
    return ok(id)
  })
}

async function actionAsTyped(
  tx: Tx,
  added: AddedInYear,
  { id, plan, parts, from }: Readonly<{ id: ActionId; plan: Plan; parts: readonly Part[]; from: Action | null }>,
): Promise<Action> {
  const directory = await findDirectory(tx)
  return {
    id,
    version: 1,
    partId: parts.find((part) => part.id === added.partId)?.id ?? null,
    ref: added.ref || null,
    text: added.text,
    measure: added.measure || null,
    timescale: added.timescale === '' ? null : readTimescale(added.timescale, plan.period),
    leadWords: added.leadWords || null,
    leadGroupId: directory.bodies.find((body) => body.id === added.leadGroupId)?.id ?? null,
    leads: chosenLeads(from ?? LED_BY_NOBODY, added, directory),
    said: NOTHING_SAID,
    source: null,
  }
}

const LED_BY_NOBODY = { leads: [], leadGroupId: null, leadWords: null }
