import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { findPeriods, insertPeriod } from './retention.store.ts'
import { parseDays, RETENTION, type RetentionKind } from './retention.ts'

export type PeriodRefusal = { readonly kind: 'form-expired' | 'not-days' }

/** Says how many days a kind is kept from now on. */
export async function setPeriod(
  world: World,
  by: Member,
  request: { readonly kind: RetentionKind; readonly days: string; readonly formKey: string | null },
): Promise<Result<undefined, PeriodRefusal>> {
  const { kind, formKey } = request
  const days = parseDays(request.days)
  if (!formKey) return refuse({ kind: 'form-expired' })
  if (days === null) return refuse({ kind: 'not-days' })
  return inScope(world.db, by, async (tx): Promise<Result<undefined, PeriodRefusal>> => {
    const subject = { kind: 'partnership', id: by.partnershipId }
    if (await useFormKey(tx, by.partnershipId, formKey, kind, world.now())) return ok()
    const before = (await findPeriods(tx))[kind]
    if (before === days) return ok()
    await insertPeriod(tx, by.partnershipId, { kind, days, setBy: by.person.id, setAt: world.now() })
    await recordChange(tx, world, by, {
      what: 'changed how long personal data is kept',
      subject,
      before: { of: RETENTION[kind].name, days: before },
      after: { of: RETENTION[kind].name, days },
    })
    return ok()
  })
}
