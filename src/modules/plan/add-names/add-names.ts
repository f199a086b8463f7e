import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { type Directory, findDirectory, insertBody, insertPerson, type Member } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { keepVersions } from '../keep-versions.ts'
import { leadGroupOf, matchLeads, sameName } from '../match-leads.ts'
import { lockPlan } from '../plan.store.ts'
import { isTied, type Lead } from '../plan.ts'
import { namesNotKnown, type UnknownName } from './names-not-known.ts'

/** Adds names the plan gives to the directory, those the manager chose and no others, and ties the plan's leads to them. */
export async function addNames(
  world: World,
  by: Member,
  request: { planId: PlanId; names: readonly string[] },
): Promise<Result<number, { readonly kind: 'not-found' }>> {
  return inScope(world.db, by, async (tx): Promise<Result<number, { readonly kind: 'not-found' }>> => {
    const plan = await lockPlan(tx, request.planId)
    if (!plan) return refuse({ kind: 'not-found' })
    const chosen = namesNotKnown(await findActions(tx, plan.id)).filter(({ text }) => request.names.includes(text))
    const directory = await findDirectory(tx)
    for (const name of chosen.filter((one) => !isKnown(one, directory))) await addToDirectory(world, tx, by, name)
    await tieLeads(world, tx, by, plan.id, await findDirectory(tx), chosen)
    return ok(chosen.length)
  })
}

/** Somebody may have been added since the plan was read; they are tied, not added again. */
function isKnown(name: UnknownName, directory: Directory): boolean {
  return matchLeads([name], directory).some(isTied)
}

async function addToDirectory(world: World, tx: Tx, by: Member, { text, kind }: UnknownName): Promise<void> {
  const personId = world.newId<'person'>()
  const bodyId = world.newId<'body'>()
  if (kind === 'person') {
    await insertPerson(tx, by.partnershipId, {
      id: personId,
      name: text,
      email: null,
      organisationId: null,
    })
  } else {
    await insertBody(tx, by.partnershipId, { id: bodyId, name: text, shortName: null, kind: 'lead-group' })
  }
  const subject = kind === 'person' ? { kind: 'person', id: personId } : { kind: 'body', id: bodyId }
  await recordChange(tx, world, by, { what: `added ${text} to the directory`, subject })
}

/** Only the names chosen are tied: a tie that the manager undid stays undone. */
async function tieLeads(
  world: World,
  tx: Tx,
  by: Member,
  planId: PlanId,
  directory: Directory,
  chosen: readonly UnknownName[],
): Promise<void> {
  const names = new Set(chosen.map(({ text }) => sameName(text)))
  const said = (await findActions(tx, planId)).flatMap((action) => {
    const leads = tiedLeads(action.leads, directory, names)
    return leads
      ? [{ action, content: { ...action, leads, leadGroupId: action.leadGroupId ?? leadGroupOf(leads) } }]
      : []
  })
  await keepVersions(tx, world, by, 'tied the leads to the directory', said)
}

/** The leads with those tied that the directory knows now; null when it knows none of the open ones. */
function tiedLeads(leads: readonly Lead[], directory: Directory, names: ReadonlySet<string>): readonly Lead[] | null {
  const open = leads.filter((lead) => !isTied(lead) && names.has(sameName(lead.text)))
  const tied = matchLeads(open, directory)
  if (!tied.some(isTied)) return null
  return leads.map((lead) => tied[open.indexOf(lead)] ?? lead)
}
