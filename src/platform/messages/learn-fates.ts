import type { PartnershipId } from '../../kernel/id.ts'
import { inScope, wholePartnership } from '../database/index.ts'
import type { World } from '../world.ts'
import type { Carriers } from './carrier.ts'
import { recordAddressRefusal } from './delivery.store.ts'
import { findFatesUnknown, findPartnershipsWithFatesUnknown, insertFate, type SentMessage } from './fate.store.ts'

/** GOV.UK Notify tries a message for three days; what it has not said by the fourth it will not say. */
const ASKED_FOR = Temporal.Duration.from({ hours: 96 })
const PARTNERSHIPS_AT_ONCE = 100
const MESSAGES_AT_ONCE = 200

/**
 * Asks the servers that can be asked what became of the messages they have taken, and keeps what they say: one that came back shows
 * as not delivered wherever it stands, and its address as refused.
 *
 * @returns how many fates were learnt
 */
export async function learnFates(
  world: World,
  carriers: Carriers,
  isToStop: () => boolean = () => false,
): Promise<number> {
  const since = world.now().subtract(ASKED_FOR)
  let learnt = 0
  for (const partnershipId of await findPartnershipsWithFatesUnknown(world.db, since, PARTNERSHIPS_AT_ONCE)) {
    for (const message of await unknownOf(world, partnershipId, since)) {
      if (isToStop()) return learnt
      if (await learn(world, carriers, message)) learnt += 1
    }
  }
  return learnt
}

function unknownOf(world: World, partnershipId: PartnershipId, since: Temporal.Instant) {
  return inScope(world.db, wholePartnership(partnershipId), (tx) => findFatesUnknown(tx, since, MESSAGES_AT_ONCE))
}

async function learn(world: World, carriers: Carriers, message: SentMessage): Promise<boolean> {
  const fate = await carriers[message.channel].fateOf?.(message.reference)
  if (!fate) return false
  const { kind, status } = fate
  await inScope(world.db, wholePartnership(message.partnershipId), async (tx) => {
    await insertFate(tx, message, { kind, status, at: world.now() })
    if (kind === 'returned' && fate.isAddress) {
      await recordAddressRefusal(tx, message, 'GOV.UK Notify could not deliver to it.', world.now())
    }
  })
  return true
}
