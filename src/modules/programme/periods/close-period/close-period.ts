import { type Day, endOfDay, isBefore } from '../../../../kernel/day.ts'
import type { PlanId, ReportingPeriodId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findChainHead, recordChange } from '../../../audit/index.ts'
import { findPartnershipName, type Member } from '../../../people/index.ts'
import { findRatingScheme, isAdopted, lockPlan } from '../../../plan/index.ts'
import { findClosingsOfPeriod, holdActions, insertClosing, insertReopening } from '../closing.store.ts'
import { frameOf } from '../closing-frame.ts'
import { findPeriod } from '../period.store.ts'
import { asAtOfNextClosing, closingInForce } from '../reporting-period.ts'
import { rowsKnownAt } from '../rows-known-at.ts'
import { tallyInWords, tallyOf } from '../standing-in-period.ts'

export type CloseRefusal =
  | { readonly kind: 'not-found' | 'form-expired' | 'reason-missing' }
  /** its day has not come: what will be known by then is not known yet */
  | { readonly kind: 'not-yet'; readonly asAt: Day }
type Closed = Result<ReportingPeriodId, CloseRefusal>
type Request = {
  readonly planId: PlanId
  readonly periodId: ReportingPeriodId
  readonly formKey: string | null
}

/**
 * Closes a period with what was known by the end of its day: one row for each action, which names the version, the update and the
 * verdict that stood. Closed again, it takes what is known by now, and the earlier closing stays.
 */
export async function closePeriod(world: World, by: Member, { planId, periodId, formKey }: Request): Promise<Closed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Closed> => {
    const plan = await lockPlan(tx, planId)
    const period = await findPeriod(tx, planId, periodId)
    if (!plan || !isAdopted(plan) || !period) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, periodId, world.now())) return ok(periodId)
    const earlier = await findClosingsOfPeriod(tx, periodId)
    if (closingInForce(earlier)) return ok(periodId)
    const asAt = asAtOfNextClosing(period, earlier, today(world))
    if (isBefore(today(world), asAt)) return refuse({ kind: 'not-yet', asAt })

    await holdActions(tx, planId)
    const now = world.now()
    const knownUntil = [endOfDay(asAt), now].toSorted(Temporal.Instant.compare)[0] ?? now
    const rows = await rowsKnownAt(tx, period, knownUntil)
    const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
    const number = earlier.length + 1
    await insertClosing(
      tx,
      by.partnershipId,
      {
        id: world.newId<'period-closing'>(),
        periodId,
        planId,
        number,
        asAt,
        knownUntil,
        trail: await findChainHead(tx),
        frame: frameOf(await findPartnershipName(tx), plan, scheme),
      },
      rows,
      { by: by.person.id, at: now },
    )
    await recordChange(tx, world, by, {
      what: number === 1 ? 'closed a reporting period' : 'closed a reporting period again',
      subject: { kind: 'plan', id: planId },
      after: {
        period: period.name,
        closing: number,
        asAt: asAt.toString(),
        account: tallyInWords(tallyOf(rows.map(({ standing }) => standing))),
      },
    })
    return ok(periodId)
  })
}

/** Opens a closed period again, with the reason; its closing stays and can be read. */
export async function reopenPeriod(
  world: World,
  by: Member,
  { planId, periodId, because, formKey }: Request & { readonly because: string },
): Promise<Closed> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Closed> => {
    const plan = await lockPlan(tx, planId)
    const period = await findPeriod(tx, planId, periodId)
    if (!plan || !period) return refuse({ kind: 'not-found' })
    if (because === '') return refuse({ kind: 'reason-missing' })
    if (await useFormKey(tx, by.partnershipId, formKey, periodId, world.now())) return ok(periodId)
    const closing = closingInForce(await findClosingsOfPeriod(tx, periodId))
    if (!closing) return ok(periodId)
    const at = world.now()
    await insertReopening(tx, by.partnershipId, { closingId: closing.id, planId, because }, { by: by.person.id, at })
    await recordChange(tx, world, by, {
      what: 'opened a reporting period again',
      subject: { kind: 'plan', id: planId },
      reason: because,
      before: { period: period.name, closing: closing.number },
      after: { because },
    })
    return ok(periodId)
  })
}
