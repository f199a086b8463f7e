import type { PartnershipId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { findDemand, insertDemand } from '../demand/demand.store.ts'
import type { Demanded } from '../demand/lacking.ts'

/** Lifts, by the operator's hand, what a partnership demands of whoever signs in: for when it locks everybody out. */
export async function liftDemand(
  world: World,
  partnershipId: PartnershipId,
): Promise<Result<Demanded, { readonly kind: 'nothing-demanded' }>> {
  const by = { partnershipId, person: { id: null, name: 'The operator' } }
  return inScope(
    world.db,
    wholePartnership(partnershipId),
    async (tx): Promise<Result<Demanded, { readonly kind: 'nothing-demanded' }>> => {
      const before = (await findDemand(tx))?.demanded ?? 'nothing'
      if (before === 'nothing' || !(await insertDemand(tx, by, 'nothing', world.now())))
        return refuse({ kind: 'nothing-demanded' })
      await recordChange(tx, world, by, {
        what: 'set what signing in demands',
        subject: { kind: 'partnership', id: partnershipId },
        before: { demanded: before },
        after: { demanded: 'nothing' },
      })
      return ok(before)
    },
  )
}
