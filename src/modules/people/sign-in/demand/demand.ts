import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../visitor.ts'
import { findProviders } from '../sign-on/provider.store.ts'
import { findDemand, insertDemand } from './demand.store.ts'
import { type Demanded, lacking } from './lacking.ts'

/** `not-yourself`: whoever demands it did not come in by it, and might be locked out with everybody else. */
export type DemandRefusal = { readonly kind: 'not-yourself' | 'just-now' | 'no-provider' }

type SetDemand = { readonly demanded: Demanded; readonly email: string; readonly key: string | null }

/** Says what the partnership demands of whoever signs in from now on; it holds for those who are signed in too. */
export async function setDemand(
  world: World,
  by: Member,
  { demanded, email, key }: SetDemand,
): Promise<Result<undefined, DemandRefusal>> {
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, DemandRefusal>> => {
      const before = (await findDemand(tx))?.demanded ?? 'nothing'
      if (before === demanded) return ok()
      const domains = (await findProviders(tx)).flatMap((provider) => provider.domains)
      if (demanded === 'single-sign-on' && domains.length === 0) return refuse({ kind: 'no-provider' })
      if (lacking({ demanded, domains }, by.session?.way ?? null, email) !== null)
        return refuse({ kind: 'not-yourself' })
      if (key && (await useFormKey(tx, by.partnershipId, key, demanded, world.now())) !== null) return ok()
      if (!(await insertDemand(tx, by, demanded, world.now()))) return refuse({ kind: 'just-now' })
      await recordChange(tx, world, by, {
        what: 'set what signing in demands',
        subject: { kind: 'partnership', id: by.partnershipId },
        before: { demanded: before },
        after: { demanded },
      })
      return ok()
    },
  )
}
