import type { ActionId, BodyId, PersonId, PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findDirectory, type Member } from '../../people/index.ts'
import { readTimescale } from '../../reading/index.ts'
import { lockAction, saveActionContent } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { matchLeads } from '../match-leads.ts'
import { findPlan } from '../plan.store.ts'
import { type ActionContent, isAdopted } from '../plan.ts'

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

/** Changes what an action says: a new version, with the audit entry that shows before and after. */
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
    const action = await lockAction(tx, change.actionId)
    if (!action) return refuse({ kind: 'not-found' })
    const now = world.now()
    if (await useFormKey(tx, by.partnershipId, formKey, action.planId, now)) return ok(action.planId)
    if (action.version !== change.version) return refuse({ kind: 'changed-meanwhile' })

    const plan = await findPlan(tx, action.planId)
    if (!plan) return refuse({ kind: 'not-found' })
    const content = await contentOf(tx, change, action, plan.period)
    await saveActionContent(tx, by.partnershipId, action, content, by.person.id, now)
    await recordChange(tx, world, by, {
      what: 'changed the action',
      subject: { kind: 'action', id: action.id },
      before: shown(action),
      after: shown(content),
    })
    if (isAdopted(plan)) await announce.actionChanged(tx, by, action.planId, action.id)
    return ok(action.planId)
  })
}

async function contentOf(
  tx: Tx,
  change: ActionChange,
  before: ActionContent,
  period: Parameters<typeof readTimescale>[1],
): Promise<ActionContent> {
  const directory = await findDirectory(tx)
  const kept = change.leadWords === (before.leadWords ?? '') ? before.leads : []
  const chosenPeople = directory.people.filter(({ id }) => change.leadPersonIds.includes(id))
  const unmatched = kept.filter(({ personId, bodyId }) => personId === null && bodyId === null)
  const group = directory.bodies.find(({ id }) => id === change.leadGroupId)
  const people = chosenPeople.map(({ name }) => ({ text: name, kind: 'person' as const }))
  return {
    ref: change.ref || null,
    text: change.text,
    measure: change.measure || null,
    timescale:
      change.timescale === ''
        ? null
        : change.timescale === before.timescale?.text
          ? before.timescale
          : readTimescale(change.timescale, period),
    leadWords: change.leadWords || null,
    leadGroupId: group?.id ?? null,
    leads: [
      ...(group ? [{ text: group.name, kind: 'group' as const, personId: null, bodyId: group.id }] : []),
      ...matchLeads(people, directory),
      ...unmatched,
    ],
  }
}

/** What the history shows of a version. */
function shown(content: ActionContent) {
  const { ref, text, measure, timescale, leadWords, leads } = content
  return { ref, text, measure, timescale: timescale?.text ?? null, leadWords, leads: leads.map((lead) => lead.text) }
}
