import type { AnchorAddressId } from '../../src/kernel/id.ts'
import { insertAnchorAddress } from '../../src/modules/people/anchors/anchor-address.store.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { theHouse } from '../support/visit-house.ts'
import type { Case } from './access-cases.ts'

/** An address that gets the head of the audit trail. */
export async function anAnchorAddress({ id: partnershipId, manager }: SmallPartnership): Promise<AnchorAddressId> {
  const { world } = await theHouse()
  const id = newId<'anchor-address'>()
  const of = { id, address: `${id}@audit.example`, addedAt: world.now(), addedBy: manager.member.person.id }
  await inScope(world.db, wholePartnership(partnershipId), (tx) => insertAnchorAddress(tx, partnershipId, of))
  return id
}

/** Who gets the audit trail's head, what is held of people and what became of messages: the manager's alone. */
export function privacyCases(of: {
  readonly anchor: string
  readonly directory: { readonly person: string }
  readonly message: string
}): readonly Case[] {
  const once = newId()
  const ask = (route: string, url = route): Case => ({ route: `GET ${route}`, url, mayUse: ['manager'] })
  const change = (route: string, url = route, fields: Record<string, string> = {}): Case => ({
    route: `POST ${route}`,
    url,
    fields: { once, ...fields },
    mayUse: ['manager'],
  })
  return [
    ask('/audit/anchors'),
    change('/audit/anchors', '/audit/anchors', { address: '' }),
    change('/messages/:messageId/taking-back', `/messages/${of.message}/taking-back`),
    change('/messages/:messageId/sending-again', `/messages/${of.message}/sending-again`),
    ask('/privacy'),
    change('/privacy/periods', '/privacy/periods', { kind: 'lists', 'days-lists': '90' }),
    ask('/people/:personId/data', `/people/${of.directory.person}/data`),
    ask('/people/:personId/data.json', `/people/${of.directory.person}/data.json`),
    ask('/people/:personId/erasure', `/people/${of.directory.person}/erasure`),
    change('/people/:personId/erasure', `/people/${of.directory.person}/erasure`),
    change('/audit/anchors/:addressId/end', `/audit/anchors/${of.anchor}/end`),
  ]
}
