import { type ActionId, type PartId, type PlanId, parseId } from '../../../../kernel/id.ts'
import { LONGEST_NAME } from '../../../../kernel/longest-name.ts'
import type { Period } from '../../../../kernel/period.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import {
  type Action,
  findActions,
  findParts,
  insertActions,
  insertParts,
  insertPlan,
  isAdopted,
  lockPlan,
  NOTHING_SAID,
  type Part,
} from '../../../plan/index.ts'
import { timescaleReader } from '../../../reading/index.ts'
import { carryWaits } from '../../waiting/carry-waits.ts'
import { findDisposals } from '../disposal.store.ts'
import { findSuccessors, insertLineage } from '../lineage.store.ts'

export type CarryRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'nothing-to-carry' }

/**
 * Makes the draft of the next plan from what is carried forward and was not carried yet: each action with the aims above it, its
 * words, measure and leads, and the time it was given; and on record where it comes from, whatever number it gets.
 */
export async function carryForward(
  world: World,
  by: Member,
  { planId, formKey }: { planId: PlanId; formKey: string | null },
): Promise<Result<PlanId, CarryRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, CarryRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    const nextId = world.newId<'plan'>()
    const earlier = await useFormKey(tx, by.partnershipId, formKey, nextId, world.now())
    if (earlier) return ok(parseId<'plan'>(earlier) ?? nextId)
    const endings = await findDisposals(tx, planId)
    const carried = await findSuccessors(tx, planId)
    const actions = (await findActions(tx, planId)).filter(
      ({ id }) => endings.get(id)?.kind === 'carried-forward' && !carried.has(id),
    )
    if (actions.length === 0) return refuse({ kind: 'nothing-to-carry' })
    const period = plan.period && nextPeriod(plan.period)
    const { parts, newPart } = partsAbove(world, await findParts(tx, planId), actions)
    const read = timescaleReader(period, [])
    const lines = actions.map((action) => {
      const words = endings.get(action.id)?.timeWords ?? ''
      return { fromId: action.id, action: nextAction(world, action, newPart, words === '' ? null : read(words)) }
    })
    const at = world.now()
    await insertPlan(
      tx,
      by.partnershipId,
      {
        id: nextId,
        title: `After ${plan.title}`.slice(0, LONGEST_NAME),
        period,
        levelNames: plan.levelNames,
        ratingSchemeId: plan.ratingSchemeId,
      },
      at,
    )
    await insertParts(tx, by.partnershipId, nextId, parts)
    await insertActions(
      tx,
      by.partnershipId,
      nextId,
      lines.map(({ action }) => action),
      by.person.id,
      at,
    )
    const pairs = lines.map(({ fromId, action }) => ({ actionId: action.id, fromId }))
    await insertLineage(tx, by.partnershipId, pairs, { by: by.person.id, at })
    await carryWaits(tx, world, by, planId, pairs)
    await recordChange(tx, world, by, {
      what: 'made the draft of the next plan',
      subject: { kind: 'plan', id: planId },
      after: { next: nextId, carried: lines.length },
    })
    return ok(nextId)
  })
}

/** As many months as the plan had, from the day after it ends. */
export function nextPeriod({ starts, endsBefore }: Period): Period {
  const { months } = starts.until(endsBefore, { largestUnit: 'months' })
  return { starts: endsBefore, endsBefore: endsBefore.add({ months: Math.max(1, months) }) }
}

/** The parts above some actions, each copied once, with how an old one became a new one. */
function partsAbove(
  { newId }: Pick<World, 'newId'>,
  parts: readonly Part[],
  actions: readonly Action[],
): { readonly parts: readonly Part[]; readonly newPart: ReadonlyMap<PartId, PartId> } {
  const byId = new Map(parts.map((part) => [part.id, part]))
  const needed = new Set<PartId>()
  for (const { partId } of actions) {
    for (let id = partId; id && !needed.has(id); id = byId.get(id)?.parentId ?? null) needed.add(id)
  }
  const newPart = new Map([...needed].map((id) => [id, newId<'part'>()]))
  const copied = parts.flatMap((part) => {
    const id = newPart.get(part.id)
    return id ? [{ ...part, id, parentId: part.parentId && (newPart.get(part.parentId) ?? null) }] : []
  })
  return { parts: copied, newPart }
}

function nextAction(
  { newId }: Pick<World, 'newId'>,
  action: Action,
  newPart: ReadonlyMap<PartId, PartId>,
  timescale: Action['timescale'],
): Action {
  const id: ActionId = newId<'action'>()
  const partId = action.partId && (newPart.get(action.partId) ?? null)
  return { ...action, id, partId, timescale, version: 1, said: NOTHING_SAID, source: null }
}
