import { isDeepStrictEqual } from 'node:util'
import type { ActionId, BodyId, PartId, PersonId, PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findDirectory, type Member } from '../../people/index.ts'
import { readTimescale } from '../../reading/index.ts'
import { findAction, findActions, lockAction } from '../action.store.ts'
import { insertMove } from '../action-move.store.ts'
import type { Announcements } from '../announcements.ts'
import { moveActions } from '../corrections/draft.store.ts'
import { rereadBy } from '../corrections/reread.ts'
import { keepVersions } from '../keep-versions.ts'
import { trailOf } from '../part-trail.ts'
import { findParts, lockPlan } from '../plan.store.ts'
import { type Action, type ActionContent, contentOf, isAdopted, type Plan } from '../plan.ts'
import { findRatingScheme } from '../schemes/rating-scheme.store.ts'
import { chosenLeads, withLeadsRead } from './chosen-leads.ts'
import { saidAsTyped, type TypedSaid } from './typed-said.ts'

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
  /** the posts, bodies and organisations that lead it beside the lead group; null for a form that does not ask, which leaves them */
  readonly leadOtherIds?: readonly string[] | null
  /** the part it stands under; null to leave it */
  readonly partId: PartId | null
  /** how it went by its document, which only a draft can change; null to leave it */
  readonly said: TypedSaid | null
  /** why an adopted plan changes; asked for when its measure or its timescale does */
  readonly because?: string
}

/** A change that was kept: the version it made, and what the action says now. */
export type Changed = { readonly planId: PlanId; readonly version: number; readonly content: ActionContent }

export type ChangeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'plan-closed'; readonly why: string }

/**
 * Changes what an action says: a new version, with the audit entry that shows before and after. The plan is held first, as
 * adoption holds it, so that the duties of an adopted plan always follow from what its actions say.
 */
export async function changeAction(
  world: World,
  by: Member,
  announce: Announcements,
  change: ActionChange,
): Promise<Result<Changed, ChangeRefusal>> {
  const { formKey } = change
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (change.text === '') return refuse({ kind: 'text-missing' })
  return inScope(world.db, by, async (tx): Promise<Result<Changed, ChangeRefusal>> => {
    const known = await findAction(tx, change.actionId)
    const plan = known && (await lockPlan(tx, known.planId))
    const action = plan && (await lockAction(tx, change.actionId))
    if (!action) return refuse({ kind: 'not-found' })
    const { planId, version } = action
    const isSentAgain = await useFormKey(tx, by.partnershipId, formKey, planId, world.now())
    if (isSentAgain) return ok({ planId, version, content: action })
    const why = isAdopted(plan) ? await announce.whyClosed(tx, planId) : null
    if (why) return refuse({ kind: 'plan-closed', why })
    if (version !== change.version) return refuse({ kind: 'changed-meanwhile' })

    const content = await changedContent(tx, change, action, plan)
    const { because = '' } = change
    if (isAdopted(plan) && because === '' && promisesOtherwise(action, content))
      return refuse({ kind: 'reason-missing' })
    await moveUnder(tx, world, by, plan, action, change.partId, because)
    if (saysTheSame(action, content)) return ok({ planId, version, content })
    await keepVersions(tx, world, by, 'changed the action', [{ action, content }], because)
    if (isAdopted(plan)) await announce.actionChanged(world, tx, by, planId, action.id)
    return ok({ planId, version: version + 1, content })
  })
}

/** Whether an action would be judged by something else, or done at another time. */
function promisesOtherwise(before: ActionContent, after: ActionContent): boolean {
  return before.measure !== after.measure || before.timescale?.text !== after.timescale?.text
}

/** Puts an action under another part of its plan; where it stood in an adopted plan is kept. */
async function moveUnder(
  tx: Tx,
  world: World,
  by: Member,
  plan: Plan,
  action: Action,
  partId: PartId | null,
  reason: string,
): Promise<void> {
  if (partId === null || partId === action.partId) return
  const parts = await findParts(tx, plan.id)
  const part = parts.find(({ id }) => id === partId)
  if (!part) return
  await moveActions(tx, [{ ...action, partId }])
  if (isAdopted(plan)) await insertMove(tx, world, by, { actionId: action.id, from: action.partId, to: partId })
  const before = { part: trailOf(parts, action.partId).join(' › ') }
  const after = { part: trailOf(parts, partId).join(' › ') }
  await recordChange(tx, world, by, {
    what: 'moved the action',
    subject: { kind: 'action', id: action.id },
    before,
    after,
    ...(reason && { reason }),
  })
}

async function changedContent(tx: Tx, change: ActionChange, before: ActionContent, plan: Plan): Promise<ActionContent> {
  const directory = await findDirectory(tx)
  const content = {
    ref: change.ref || null,
    text: change.text,
    measure: change.measure || null,
    timescale: timescaleOf(change.timescale, before, plan.period),
    leadWords: change.leadWords || null,
    leadGroupId: directory.bodies.find(({ id }) => id === change.leadGroupId)?.id ?? null,
    leads: chosenLeads(before, change, directory),
    said: await saidNow(tx, change, before, plan),
  }
  if (isAdopted(plan) || content.leadWords === before.leadWords || content.leadWords === null) return content
  const reread = rereadBy(plan.period, await findActions(tx, plan.id), directory)
  return withLeadsRead(content, reread({ timescale: null, leadWords: content.leadWords }))
}

/** What the document says stands once the plan is adopted. */
async function saidNow(tx: Tx, { said }: ActionChange, before: ActionContent, plan: Plan) {
  if (said === null || isAdopted(plan)) return before.said
  const { ratings } = await findRatingScheme(tx, plan.ratingSchemeId)
  return saidAsTyped(said, before.said, ratings)
}

function saysTheSame(action: ActionContent, content: ActionContent): boolean {
  return isDeepStrictEqual(contentOf(action), content)
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
