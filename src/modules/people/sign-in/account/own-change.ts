import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { AccountHolder } from '../../visitor.ts'

/**
 * Writes into the audit trail what somebody did with their own account. The account is the sign-in library's, which keeps its
 * own transactions: the entry follows at once, in one of its own. That is the whole partnership's, for also those who change nothing
 * of it keep their own way in.
 */
export async function recordOwnChange(world: World, visitor: AccountHolder, what: string): Promise<void> {
  await inScope(world.db, wholePartnership(visitor.partnershipId), (tx) =>
    recordChange(tx, world, visitor, { what, subject: { kind: 'person', id: visitor.person.id } }),
  )
}
