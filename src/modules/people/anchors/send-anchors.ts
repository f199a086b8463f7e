import { type Day, longDay } from '../../../kernel/day.ts'
import type { PartnershipId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { queueMessage } from '../../../platform/messages/index.ts'
import type { World } from '../../../platform/world.ts'
import { findChainHead, headInWords } from '../../audit/index.ts'
import { findPartnershipName } from '../people.store.ts'
import { findAnchorAddresses, findPartnershipsHere } from './anchor-address.store.ts'

/** Sends the head of each partnership's audit chain to its addresses: one message for each address and day, however often it is asked. */
export async function sendAnchors(world: World, on: Day): Promise<void> {
  for (const partnershipId of await findPartnershipsHere(world.db)) await sendAnchorsOf(world, partnershipId, on)
}

async function sendAnchorsOf(world: World, partnershipId: PartnershipId, on: Day): Promise<void> {
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const addresses = await findAnchorAddresses(tx)
    if (addresses.length === 0) return
    const anchor = headInWords(await findChainHead(tx))
    const partnership = await findPartnershipName(tx)
    for (const { id, address } of addresses) {
      await queueMessage(tx, world, partnershipId, {
        key: `audit-anchor/${id}/${on}`,
        channel: 'mail',
        to: address,
        purpose: 'audit-anchor',
        subject: `Audit trail of ${partnership}, ${longDay(on)}`,
        text: anchorWords(partnership, anchor, on),
      })
    }
  })
}

/** What the mail says: where the trail stood, and how its reader checks later that nothing was cut off. */
export function anchorWords(partnership: string, anchor: string, on: Day): string {
  return [
    `On ${longDay(on)} the audit trail of ${partnership} stood at:`,
    anchor,
    `Keep this mail. To check later that nothing up to here was changed or cut off, have whoever runs Trellis run this: bin/trellis verify --partnership "${partnership}" --anchor ${anchor}`,
  ].join('\n\n')
}
