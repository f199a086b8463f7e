import type { PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { closedInWords } from './closed-in-words.ts'
import { findClosing } from './disposal.store.ts'

/** Why nothing of a plan can change, in words; null while its year is open. */
export async function whyClosed(tx: Tx, planId: PlanId): Promise<string | null> {
  const closing = await findClosing(tx, planId)
  return closing && closedInWords(closing)
}
