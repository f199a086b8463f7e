import type { ActionId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Member, reaches } from '../people/index.ts'
import type { Lead } from '../plan/index.ts'
import { mayReportByLead } from './programme.access.ts'
import { isReadersAction } from './readers-actions.store.ts'

/** Whether somebody writes an action's updates: by its leads, or because they report for the organisation that leads it. */
export async function mayReport(
  tx: Tx,
  visitor: Member,
  action: { readonly id: ActionId; readonly leads: readonly Lead[] },
): Promise<boolean> {
  if (mayReportByLead(visitor, action)) return true
  return reaches(visitor, 'write-updates', 'their-organisation') && isReadersAction(tx, action.id)
}
