import type { ActionSaid } from '../action-versions.store.ts'
import { leadGroupOf } from '../match-leads.ts'
import type { Action, Lead } from '../plan.ts'

/**
 * What an action says with other ties of its leads; nothing when none is another. Its lead group goes with the body that was one of its
 * leads, and is found anew among them where it had none.
 */
export function withLeads(action: Action, tie: (lead: Lead) => Lead): readonly ActionSaid[] {
  const leads = action.leads.map(tie)
  if (leads.every((lead, at) => lead === action.leads[at])) return []
  const isStillLed =
    action.leadGroupId === null ||
    leads.some(({ bodyId }) => bodyId === action.leadGroupId) ||
    !action.leads.some(({ bodyId }) => bodyId === action.leadGroupId)
  const leadGroupId = isStillLed ? (action.leadGroupId ?? leadGroupOf(leads)) : leadGroupOf(leads)
  return [{ action, content: { ...action, leads, leadGroupId } }]
}
