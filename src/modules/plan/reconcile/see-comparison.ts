import type { ComparisonId, PlanId } from '../../../kernel/id.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { holds, type Member } from '../../people/index.ts'
import type { Compared } from '../../reading/index.ts'
import { findPlan } from '../plan.store.ts'
import { isAdopted, type Plan } from '../plan.ts'
import {
  type Comparison,
  findCompared,
  findComparison,
  findComparisonsOfPlan,
  findThoseWithDrafts,
} from './comparison.store.ts'
import { findPairCorrections, type PairCorrection } from './pair-correction.store.ts'

export type SeenComparison = {
  readonly plan: Plan
  readonly comparison: Comparison
  readonly compared: Compared | null
  readonly corrections: readonly PairCorrection[]
}

/** A comparison as a visitor may see it: those of a draft, or with one, are the manager's. Null when it is not there for them. */
export function seeComparison(world: World, visitor: Member, id: ComparisonId): Promise<SeenComparison | null> {
  return inScope(world.db, visitor, (tx) => findSeen(tx, visitor, id))
}

/** As {@link seeComparison}, in a transaction that goes on. */
export async function findSeen(tx: Tx, visitor: Member, id: ComparisonId): Promise<SeenComparison | null> {
  const comparison = await findComparison(tx, id)
  const plan = comparison && (await findPlan(tx, comparison.planId))
  if (!plan || !(isAdopted(plan) || holds(visitor, 'read-drafts'))) return null
  if ((await withoutDrafts(tx, visitor, [comparison])).length === 0) return null
  return {
    plan,
    comparison,
    compared: await findCompared(tx, id),
    corrections: await findPairCorrections(tx, id),
  }
}

/** The comparisons of a plan that a visitor may see, the latest first. */
export async function findSeenOfPlan(tx: Tx, visitor: Member, planId: PlanId): Promise<readonly Comparison[]> {
  return withoutDrafts(tx, visitor, await findComparisonsOfPlan(tx, planId))
}

async function withoutDrafts(
  tx: Tx,
  visitor: Member,
  comparisons: readonly Comparison[],
): Promise<readonly Comparison[]> {
  if (holds(visitor, 'read-drafts')) return comparisons
  const ids = comparisons.map(({ id }) => id)
  const hidden = await findThoseWithDrafts(tx, ids)
  return comparisons.filter(({ id }) => !hidden.has(id))
}
