import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { recordChange } from '../../../audit/index.ts'
import type { AccountHolder } from '../../visitor.ts'
import { tellDoor } from '../door-log.ts'
import type { Doors } from '../doors.ts'

/**
 * Writes into the audit trail, and into the log, what somebody did with their own account. The account is the sign-in library's, which keeps its
 * own transactions: the entry follows at once, in one of its own. That is the whole partnership's, for also those who change nothing
 * of it keep their own way in.
 */
export async function recordOwnChange(doors: Doors, visitor: AccountHolder, what: string): Promise<void> {
  const { world } = doors
  const words = what.startsWith('signed out') ? 'sessions ended' : 'way in changed'
  tellDoor(doors, { address: visitor.address ?? '' }, words, { account: visitor.accountId, what })
  await inScope(world.db, wholePartnership(visitor.partnershipId), (tx) =>
    recordChange(tx, world, visitor, { what, subject: { kind: 'person', id: visitor.person.id } }),
  )
}
