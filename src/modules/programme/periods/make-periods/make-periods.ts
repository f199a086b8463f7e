import type { BodyId, PlanId, ReportingPeriodId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChanges } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { isAdopted, lockPlan, type Plan } from '../../../plan/index.ts'
import { USUAL_RULES } from '../../asking/asking-rules.ts'
import { findAskingRules, findMeetings } from '../../asking/calendar.store.ts'
import { findClosingsOfPeriod } from '../closing.store.ts'
import { findPeriod, findPeriods, insertPeriodRemoval, insertPeriods } from '../period.store.ts'
import { notYetThere, type PeriodWords, periodsByMeetings, periodsByRhythm } from '../propose-periods.ts'
import { checkPeriod, type PeriodProblem, type TypedPeriod } from './check-period.ts'

/** By the plan's rhythm, by a body's meetings, or one as somebody typed it. */
export type WantedPeriods = 'rhythm' | { readonly meetingsOf: BodyId } | { readonly typed: TypedPeriod }

export type MakeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'no-meetings' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'problems'; readonly problems: readonly PeriodProblem[] }

/** Gives a plan reporting periods; those it has already stay as they are. */
export async function makePeriods(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly wanted: WantedPeriods; readonly formKey: string | null },
): Promise<Result<PlanId, MakeRefusal>> {
  const { planId, wanted, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, MakeRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const there = await findPeriods(tx, planId)
    const proposed = await proposedPeriods(tx, plan, wanted, there)
    if (!proposed.ok) return proposed
    const made = notYetThere(proposed.value, there).map((words) => ({
      ...words,
      id: world.newId<'reporting-period'>(),
      planId,
    }))
    if (made.length === 0) return refuse({ kind: 'nothing-new' })
    await insertPeriods(tx, by.partnershipId, made, { by: by.person.id, at: world.now() })
    const changes = made.map(({ name, within, asAt }) => ({
      what: 'made a reporting period',
      subject: { kind: 'plan', id: planId },
      after: {
        name,
        starts: within.starts.toString(),
        endsBefore: within.endsBefore.toString(),
        asAt: asAt.toString(),
      },
    }))
    await recordChanges(tx, world, by, changes)
    return ok(planId)
  })
}

/** The periods that somebody asks for, whether or not the plan has them already. */
async function proposedPeriods(
  tx: Tx,
  plan: Plan,
  wanted: WantedPeriods,
  there: readonly { readonly name: string }[],
): Promise<Result<readonly PeriodWords[], MakeRefusal>> {
  if (wanted !== 'rhythm' && 'typed' in wanted) {
    const checked = checkPeriod(wanted.typed, there)
    return checked.ok ? ok([checked.value]) : checked
  }
  if (!plan.period) return ok([])
  if (wanted === 'rhythm') {
    const { rhythm, graceDays } = (await findAskingRules(tx, [plan.id])).get(plan.id) ?? USUAL_RULES
    return ok(periodsByRhythm(plan.period, rhythm, graceDays))
  }
  const meetings = (await findMeetings(tx, [wanted.meetingsOf])).get(wanted.meetingsOf) ?? []
  const periods = periodsByMeetings(plan.period, meetings)
  return periods.length > 0 ? ok(periods) : refuse({ kind: 'no-meetings' })
}

export type RemovalRefusal = { readonly kind: 'not-found' | 'form-expired' | 'was-closed' }

/** Takes back a period that was made by mistake; one that was ever closed stays. */
export async function removePeriod(
  world: World,
  by: Member,
  of: { readonly planId: PlanId; readonly periodId: ReportingPeriodId; readonly formKey: string | null },
): Promise<Result<PlanId, RemovalRefusal>> {
  const { planId, periodId, formKey } = of
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, RemovalRefusal>> => {
    if (!(await lockPlan(tx, planId))) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const period = await findPeriod(tx, planId, periodId)
    if (!period) return refuse({ kind: 'not-found' })
    if ((await findClosingsOfPeriod(tx, periodId)).length > 0) return refuse({ kind: 'was-closed' })
    await insertPeriodRemoval(tx, by.partnershipId, period, { by: by.person.id, at: world.now() })
    await recordChanges(tx, world, by, [
      { what: 'took back a reporting period', subject: { kind: 'plan', id: planId }, before: { name: period.name } },
    ])
    return ok(planId)
  })
}
