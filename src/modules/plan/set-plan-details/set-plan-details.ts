import { isDeepStrictEqual } from 'node:util'
import { isBefore, parseDay } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { LONGEST_NAME } from '../../../kernel/longest-name.ts'
import type { Period } from '../../../kernel/period.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { timescaleReader } from '../../reading/index.ts'
import { findActions } from '../action.store.ts'
import { keepVersions } from '../keep-versions.ts'
import { lockPlan, updatePlanDetails } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'

export type DetailProblem = { readonly field: 'title' | 'starts' | 'ends'; readonly message: string }
export type DetailsRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'adopted-already' }
  | { readonly kind: 'problems'; readonly problems: readonly DetailProblem[] }

/** Sets a draft's title and period; `ends` is its last day. Once adopted, both stay as agreed. */
export async function setPlanDetails(
  world: World,
  by: Member,
  request: { planId: PlanId; title: string; starts: string; ends: string },
): Promise<Result<PlanId, DetailsRefusal>> {
  const checked = checkDetails(request)
  if (!checked.ok) return checked
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, DetailsRefusal>> => {
    const plan = await lockPlan(tx, request.planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return refuse({ kind: 'adopted-already' })
    await updatePlanDetails(tx, plan.id, checked.value)
    await readTimescalesAgain(tx, world, by, plan.id, checked.value.period)
    await recordChange(tx, world, by, {
      what: 'set the title and period',
      subject: { kind: 'plan', id: plan.id },
      before: { title: plan.title, starts: plan.period?.starts, endsBefore: plan.period?.endsBefore },
      after: { title: checked.value.title, ...checked.value.period },
    })
    return ok(plan.id)
  })
}

/** A month without a year means another day in another period, so the plan's own words are read afresh. */
async function readTimescalesAgain(tx: Tx, world: World, by: Member, planId: PlanId, period: Period): Promise<void> {
  const actions = await findActions(tx, planId)
  const read = timescaleReader(
    period,
    actions.flatMap(({ timescale }) => timescale?.text ?? []),
  )
  const said = actions.flatMap((action) => {
    if (!action.timescale) return []
    const timescale = read(action.timescale.text)
    return isDeepStrictEqual(timescale, action.timescale) ? [] : [{ action, content: { ...action, timescale } }]
  })
  await keepVersions(tx, world, by, 'read the timescale again', said)
}

/** Every problem at once, each with its field. */
export function checkDetails(request: {
  title: string
  starts: string
  ends: string
}): Result<{ title: string; period: Period }, Extract<DetailsRefusal, { kind: 'problems' }>> {
  const problems: DetailProblem[] = []
  const starts = parseDay(request.starts)
  const ends = parseDay(request.ends)
  if (request.title === '') problems.push({ field: 'title', message: 'Enter the title of the plan' })
  if (request.title.length > LONGEST_NAME)
    problems.push({ field: 'title', message: `Shorten the title to ${LONGEST_NAME} characters` })
  if (!starts) problems.push({ field: 'starts', message: 'Enter the first day of the plan, such as 1 April 2026' })
  if (!ends) problems.push({ field: 'ends', message: 'Enter the last day of the plan, such as 31 March 2027' })
  if (starts && ends && isBefore(ends, starts)) {
    problems.push({ field: 'ends', message: 'The last day must be on or after the first day' })
  }
  if (!starts || !ends || problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({ title: request.title, period: { starts, endsBefore: ends.add({ days: 1 }) } })
}
