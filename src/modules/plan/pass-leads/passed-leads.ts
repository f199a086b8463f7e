import type { PersonId, PostId } from '../../../kernel/id.ts'
import type { LeadPassing } from '../../people/index.ts'
import { type Lead, tieTo, UNTIED } from '../plan.ts'

/**
 * The leads of an action when one of them leaves it. Whoever takes over stands in their place under their own name, unless they lead it
 * already; with nobody to take over the others go on, in their order.
 */
export function passedLeads(leads: readonly Lead[], from: PersonId | PostId, to: LeadPassing['to']): readonly Lead[] {
  const ties = to && tieTo(to)
  const leadsAlready = leads.some(
    ({ personId, postId }) => ties && ((personId ?? '') === ties.personId || (postId ?? '') === ties.postId),
  )
  return leads.flatMap((lead): Lead[] => {
    if (![lead.personId, lead.postId].some((id) => id === from)) return [lead]
    if (!to || !ties || leadsAlready) return lead.bodyId ? [{ ...lead, personId: null }] : []
    return [{ text: to.name, kind: to.kind === 'post' ? 'post' : 'person', ...ties }]
  })
}

/** The leads with the plan's words, and nobody behind those that were this person. */
export function withoutTie(leads: readonly Lead[], from: PersonId): readonly Lead[] {
  return leads.map((lead) => (lead.personId === from ? { ...lead, ...UNTIED, bodyId: lead.bodyId } : lead))
}
