import type { PartnershipId, PersonId } from '../../../kernel/id.ts'
import { makePrivateAddress } from '../../../platform/private-address.ts'
import type { World } from '../../../platform/world.ts'
import type { NewUpdateLink } from '../updates/by-link/update-link.store.ts'

/** A link to one update for one person: the address for the message, and what is kept of it. */
export function newUpdateLink(
  world: Pick<World, 'newId' | 'origin'>,
  partnershipId: PartnershipId,
  of: Pick<NewUpdateLink, 'pointId' | 'expiresAt' | 'messageKey'> & { readonly personId: PersonId },
): { readonly address: string; readonly link: NewUpdateLink } {
  const { words, hash } = makePrivateAddress(partnershipId)
  return { address: `${world.origin}/u/${words}`, link: { id: world.newId<'update-link'>(), hash, ...of } }
}
