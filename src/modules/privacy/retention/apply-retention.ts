import type { PartnershipId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPartnershipsHere } from '../../people/index.ts'
import { findPeriods, forgetBefore, forgetSignInsBefore } from './retention.store.ts'
import { RETENTION_KINDS } from './retention.ts'

/** Sessions and codes are of no use from the moment they end; a month leaves time to look into a break-in. */
export const SIGN_IN_DAYS = 30

/** Forgets, in every partnership, what is older than its period; each partnership's trail says how much of what. */
export async function applyRetention(world: World): Promise<void> {
  await forgetSignInsBefore(world.db, daysAgo(world, SIGN_IN_DAYS))
  for (const partnershipId of await findPartnershipsHere(world.db)) await applyRetentionOf(world, partnershipId)
}

async function applyRetentionOf(world: World, partnershipId: PartnershipId): Promise<void> {
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const periods = await findPeriods(tx)
    const forgotten: Record<string, number> = {}
    for (const kind of RETENTION_KINDS)
      forgotten[kind] = await forgetBefore(tx, kind, daysAgo(world, periods[kind]), world.now())
    await recordChange(
      tx,
      world,
      { partnershipId, person: { id: null, name: 'Trellis' } },
      {
        what: 'forgot what was kept for its time',
        subject: { kind: 'partnership', id: partnershipId },
        after: forgotten,
      },
    )
  })
}

function daysAgo({ now }: Pick<World, 'now'>, days: number): Temporal.Instant {
  return now().subtract({ hours: 24 * days })
}
