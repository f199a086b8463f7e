import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { readPrivateAddress } from '../../../../platform/private-address.ts'
import type { World } from '../../../../platform/world.ts'
import { findMemberOfPerson, holds } from '../../../people/index.ts'
import { findFeed } from '../calendar-feed.store.ts'
import { makeCalendar } from '../make-calendar.ts'

/**
 * The calendar behind a private address, as its owner sees it at this moment and no wider: it is read in their scope, so that it ends
 * when they leave, lose the right or cannot sign in any more. Null for words that are nobody's, or no more.
 */
export async function readFeed(world: World, words: string): Promise<Uint8Array | null> {
  const read = readPrivateAddress(words)
  if (!read) return null
  const whole = wholePartnership(read.partnershipId)
  const feed = await inScope(world.db, whole, (tx) => findFeed(tx, read.hash))
  const owner = feed && (await findMemberOfPerson(world, read.partnershipId, feed.ownerId))
  if (!owner || !holds(owner, 'read-plans')) return null
  return inScope(world.db, owner, (tx) => makeCalendar(world, tx, owner, feed.of))
}
