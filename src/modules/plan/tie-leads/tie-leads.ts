import { counted } from '../../../kernel/counted.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type KnownId, knownBy, labelsOf, type Member } from '../../people/index.ts'
import { keepVersions } from '../keep-versions.ts'
import { lockActions } from '../pass-leads/pass-leads.store.ts'
import { type Lead, tiesOf, tieTo, UNTIED } from '../plan.ts'
import { withLeads } from '../tie-names/with-leads.ts'
import { findActionsNaming } from './lead-spelling.store.ts'
import { findLastTieChange, insertTieChange, markTieChangeUndone } from './tie-change.store.ts'

/** What somebody wants of one spelling: tied as it was when they saw it, to be tied to what they typed; nothing typed unties it. */
export type TieWanted = { readonly text: string; readonly was: readonly string[]; readonly typed: string }

export type TieRefusal =
  | { readonly kind: 'form-expired' }
  /** the spellings whose new name nobody has */
  | { readonly kind: 'unknown-names'; readonly texts: readonly string[] }

/** Ties spellings of one plan, or of all, adopted ones too: a version and an audit entry for each action, and all of it can be undone. */
export async function tieLeads(
  world: World,
  by: Member,
  request: { readonly planId: PlanId | null; readonly wanted: readonly TieWanted[]; readonly formKey: string | null },
): Promise<Result<number, TieRefusal>> {
  const { planId, wanted, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<number, TieRefusal>> => {
    if (await useFormKey(tx, by.partnershipId, formKey, 'tied', world.now())) return ok(0)
    const labels = labelsOf(await findDirectory(tx), ['person', 'post', 'body', 'organisation'])
    const told = wanted.map((one) => ({ ...one, known: one.typed === '' ? null : knownBy(labels, one.typed) }))
    const unknown = told.filter(({ known }) => known === undefined)
    if (unknown.length > 0) return refuse({ kind: 'unknown-names', texts: unknown.map(({ text }) => text) })
    const actions = await lockActions(
      tx,
      await findActionsNaming(
        tx,
        planId,
        told.map(({ text }) => text),
      ),
    )
    const said = actions.flatMap((action) =>
      withLeads(action, (lead) => {
        const one = told.find(({ text, was }) => text === lead.text && isTiedAs(lead, was))
        return one ? { ...lead, ...(one.known ? tieTo(one.known) : UNTIED) } : lead
      }),
    )
    if (said.length === 0) return ok(0)
    const tied = told.filter(({ known }) => known).length
    const words = [
      ...(tied > 0 ? [`tied ${counted(tied, 'name')}`] : []),
      ...(tied < told.length ? [`untied ${counted(told.length - tied, 'name')}`] : []),
    ].join(' and ')
    await keepVersions(
      tx,
      world,
      by,
      tied > 0 ? 'tied the leads to the directory' : 'untied the leads from the directory',
      said,
    )
    await insertTieChange(tx, by.partnershipId, {
      id: world.newId<'tie-change'>(),
      words: `${words} in ${counted(said.length, 'action')}`,
      madeAt: world.now(),
      by: by.person.id,
      before: said.map(({ action: { id, leads, leadGroupId } }) => ({ id, leads, leadGroupId })),
      versions: Object.fromEntries(said.map(({ action }) => [action.id, action.version + 1])),
    })
    return ok(said.length)
  })
}

/** How a form says what a spelling was tied to. */
export function wasKey({ kind, id }: KnownId): string {
  return `${kind} ${id}`
}

function isTiedAs(lead: Lead, was: readonly string[]): boolean {
  const now = tiesOf(lead).map(wasKey)
  return now.length === was.length && now.every((key) => was.includes(key))
}

/** Undoes the last tying, unless an action was changed since. */
export async function undoTying(
  world: World,
  by: Member,
  request: { readonly changeId: string; readonly formKey: string | null },
): Promise<Result<number, { readonly kind: 'changed-since' }>> {
  return inScope(world.db, by, async (tx): Promise<Result<number, { readonly kind: 'changed-since' }>> => {
    const { changeId, formKey } = request
    if (!formKey || (await useFormKey(tx, by.partnershipId, formKey, changeId, world.now()))) return ok(0)
    const last = await findLastTieChange(tx)
    if (last?.id !== changeId) return refuse({ kind: 'changed-since' })
    const before = new Map(last.before.map((one) => [one.id, one]))
    const actions = await lockActions(tx, [...before.keys()])
    if (actions.some(({ id, version }) => last.versions[id] !== version)) return refuse({ kind: 'changed-since' })
    const said = actions.map((action) => ({
      action,
      content: { ...action, ...before.get(action.id), id: action.id },
    }))
    await keepVersions(tx, world, by, 'undid a tying of leads', said)
    await markTieChangeUndone(tx, last.id, by.person.id, world.now())
    return ok(said.length)
  })
}
