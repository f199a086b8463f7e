import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Known, type Member } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { keepVersions } from '../keep-versions.ts'
import { lockPlan } from '../plan.store.ts'
import { isAdopted, isTied, type Lead, tiesOf, tieTo, UNTIED } from '../plan.ts'
import { madeTies, proposeTies, tieKey } from './propose-ties.ts'
import { withLeads } from './with-leads.ts'

export type TieRequest = { readonly planId: PlanId; readonly tie: readonly string[]; readonly untie: readonly string[] }

/**
 * Ties names of a draft to those of the directory that were proposed for them, and undoes ties, as the manager chose on the review page.
 * What is no longer proposed, or no longer tied, is left alone. Each action that changes has a version and an audit entry.
 */
export async function tieNames(
  world: World,
  by: Member,
  request: TieRequest,
): Promise<Result<number, { readonly kind: 'not-found' }>> {
  return inScope(world.db, by, async (tx): Promise<Result<number, { readonly kind: 'not-found' }>> => {
    const plan = await lockPlan(tx, request.planId)
    if (!plan || isAdopted(plan)) return refuse({ kind: 'not-found' })
    const [actions, directory] = [await findActions(tx, plan.id), await findDirectory(tx)]
    const wanted = new Map(
      proposeTies(actions, directory).flatMap(({ text, known }) =>
        request.tie.includes(tieKey(text, known)) ? [[text, known] as const] : [],
      ),
    )
    const unwanted = new Set(
      madeTies(actions, directory)
        .map(({ text, known }) => tieKey(text, known))
        .filter((key) => request.untie.includes(key)),
    )
    const said = actions.flatMap((action) => withLeads(action, (lead) => untied(tied(lead, wanted), unwanted)))
    await keepVersions(
      tx,
      world,
      by,
      wanted.size > 0 ? 'tied the leads to the directory' : 'untied the leads from the directory',
      said,
    )
    return ok(said.length)
  })
}

function tied(lead: Lead, wanted: ReadonlyMap<string, Known>): Lead {
  const known = isTied(lead) ? undefined : wanted.get(lead.text)
  return known ? { ...lead, ...tieTo(known) } : lead
}

function untied(lead: Lead, unwanted: ReadonlySet<string>): Lead {
  return tiesOf(lead).some((known) => unwanted.has(tieKey(lead.text, known))) ? { ...lead, ...UNTIED } : lead
}
