import type { ActionId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Member, reaches } from '../people/index.ts'
import type { Lead } from '../plan/index.ts'
import { mayReportByLead } from './programme.access.ts'
import { isReadersAction } from './readers-actions.store.ts'

/**
 * Whether somebody writes an action's updates: by its leads, because they chair a body that leads it or stand in for who does, or because
 * they report for the organisation that leads it.
 */
export async function mayReport(
  tx: Tx,
  visitor: Member,
  action: { readonly id: ActionId; readonly leads: readonly Lead[] },
): Promise<boolean> {
  if (mayReportByLead(visitor, action)) return true
  const isBodyLed = action.leads.some(({ bodyId }) => bodyId !== null)
  const mayBe =
    (isBodyLed && reaches(visitor, 'write-updates', 'actions-they-lead')) ||
    reaches(visitor, 'write-updates', 'their-organisation')
  return mayBe && isReadersAction(tx, action.id)
}
