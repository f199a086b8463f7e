import type { PlanId } from '../../../kernel/id.ts'
import { inScope, type Scope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { findChainHead, type Head } from '../../audit/index.ts'
import { holds, type Member } from '../../people/index.ts'
import type { WritablePlan } from '../../reading/index.ts'
import { findActions } from '../action.store.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { type Action, isAdopted, type Part, type Plan } from '../plan.ts'

export type ExportedPlan = {
  readonly plan: Plan
  readonly content: WritablePlan
  /** where the audit trail stood when it was taken out */
  readonly trail: Head
}

/** A plan with all that can be taken out of it; null when there is none, and for a draft that the visitor may not see. */
export async function exportPlan(world: World, by: Member, planId: PlanId): Promise<ExportedPlan | null> {
  return takeOut(world, by, planId, (plan) => isAdopted(plan) || holds(by, 'read-drafts'))
}

/** As {@link exportPlan}, for whoever runs the installation. */
export function findExportedPlan(world: World, scope: Scope, planId: PlanId): Promise<ExportedPlan | null> {
  return takeOut(world, scope, planId, () => true)
}

async function takeOut(
  world: World,
  scope: Scope,
  planId: PlanId,
  maySee: (plan: Plan) => boolean,
): Promise<ExportedPlan | null> {
  return inScope(world.db, scope, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan || !maySee(plan)) return null
    return {
      plan,
      content: contentOf(plan, await findParts(tx, planId), await findActions(tx, planId)),
      trail: await findChainHead(tx),
    }
  })
}

function contentOf(plan: Plan, parts: readonly Part[], actions: readonly Action[]): WritablePlan {
  return {
    title: plan.title,
    period: plan.period && { starts: `${plan.period.starts}`, endsBefore: `${plan.period.endsBefore}` },
    levels: plan.levelNames,
    parts: parts.map(({ parentId, leadWords, ...part }) => ({
      ...part,
      parent: parentId,
      leadWords: leadWords ?? undefined,
    })),
    actions: actions.map(({ id, partId, ref, text, measure, timescale, leadWords, leads, said }) => ({
      id,
      part: partId,
      ref,
      text,
      measure,
      timescale,
      leadWords,
      leads: leads.map((lead) => ({ text: lead.text, kind: lead.kind })),
      ...said,
    })),
  }
}
