import type { PartnershipId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { isDomain } from '../set-up-provider/check-set-up.ts'
import { findVouchedFor, insertVouchedDomain, type Said } from './vouched-domain.store.ts'

export type { Said }

/** `is-anothers`: another partnership of the installation has the domain, and it is withdrawn there first. */
export type VouchRefusal = { readonly kind: 'no-domain' | 'is-anothers' | 'is-so' }

type Vouching = { readonly partnershipId: PartnershipId; readonly domain: string; readonly said: Said }

/**
 * The operator's word that a domain of mail is a partnership's, or is not any more. Until it is given, a provider that a manager set up for the domain lets
 * nobody in: any manager can type any domain.
 */
export async function vouch(
  world: World,
  { partnershipId, domain, said }: Vouching,
): Promise<Result<undefined, VouchRefusal>> {
  if (!isDomain(domain)) return refuse({ kind: 'no-domain' })
  const holders = await findVouchedFor(world.db, domain)
  if (said === 'vouched' && holders.some((each) => each !== partnershipId)) return refuse({ kind: 'is-anothers' })
  if (holders.includes(partnershipId) === (said === 'vouched')) return refuse({ kind: 'is-so' })
  const by = { partnershipId, person: { id: null, name: 'The operator' } }
  return inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    await insertVouchedDomain(tx, { partnershipId, domain, said, at: world.now() })
    await recordChange(tx, world, by, {
      what: said === 'vouched' ? 'vouched for a domain of mail' : 'withdrew the word for a domain of mail',
      subject: { kind: 'partnership', id: partnershipId },
      after: { domain },
    })
    return ok()
  })
}
