import type { AnchorAddressId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { isMailAddress } from '../persons/check-person.ts'
import type { Member } from '../visitor.ts'
import { findAnchorAddresses, insertAnchorAddress, removeAnchorAddress } from './anchor-address.store.ts'

/** A daily mail to more than these is a newsletter. */
export const MOST_ADDRESSES = 20

export type AnchorRefusal = {
  readonly kind: 'form-expired' | 'not-an-address' | 'there-already' | 'too-many' | 'not-found'
}

/** Adds an address that the head of the chain goes to each day. */
export async function addAnchorAddress(
  world: World,
  by: Member,
  request: { readonly address: string; readonly formKey: string | null },
): Promise<Result<undefined, AnchorRefusal>> {
  const { formKey } = request
  const address = request.address.trim()
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (!isMailAddress(address) || address.length > 254) return refuse({ kind: 'not-an-address' })
  const id = world.newId<'anchor-address'>()
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, AnchorRefusal>> => {
      if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok()
      if ((await findAnchorAddresses(tx)).length >= MOST_ADDRESSES) return refuse({ kind: 'too-many' })
      const added = { id, address, addedAt: world.now(), addedBy: by.person.id }
      if (!(await insertAnchorAddress(tx, by.partnershipId, added))) return refuse({ kind: 'there-already' })
      await recordChange(tx, world, by, {
        what: 'added an address that the audit trail’s head goes to each day',
        subject: { kind: 'anchor-address', id },
        after: { address },
      })
      return ok()
    },
  )
}

/** Takes an address away: from tomorrow on nothing goes to it. */
export async function stopAnchorAddress(
  world: World,
  by: Member,
  request: { readonly id: AnchorAddressId; readonly formKey: string | null },
): Promise<Result<undefined, AnchorRefusal>> {
  const { id, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, AnchorRefusal>> => {
      if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok()
      const address = await removeAnchorAddress(tx, id, by.person.id, world.now())
      if (address === null) return refuse({ kind: 'not-found' })
      await recordChange(tx, world, by, {
        what: 'took away an address that the audit trail’s head went to',
        subject: { kind: 'anchor-address', id },
        before: { address },
      })
      return ok()
    },
  )
}
