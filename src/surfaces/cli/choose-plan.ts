import type { PartnershipId, PlanId } from '../../kernel/id.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { PartnershipNamed } from '../../modules/people/index.ts'
import { findPlans, PLANS_A_PAGE } from '../../modules/plan/index.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'

export type Chosen = { readonly partnershipId: PartnershipId; readonly planId: PlanId }
type NotChosen = { readonly kind: 'none' | 'several'; readonly sentence: string }

/** The one plan that an id, or a whole or part of a title, names. */
export async function choosePlan(
  world: World,
  partnerships: readonly PartnershipNamed[],
  wanted: string,
): Promise<Result<Chosen, NotChosen>> {
  const plans: (Chosen & { readonly title: string })[] = []
  for (const { id } of partnerships) {
    for (let page = 1; ; page++) {
      const found = await inScope(world.db, wholePartnership(id), (tx) => findPlans(tx, page))
      plans.push(...found.map((plan) => ({ partnershipId: id, planId: plan.id, title: plan.title })))
      if (found.length < PLANS_A_PAGE) break
    }
  }
  const exact = plans.filter(({ planId, title }) => planId === wanted || sameWords(title) === sameWords(wanted))
  const matches = exact.length > 0 ? exact : plans.filter(({ title }) => sameWords(title).includes(sameWords(wanted)))
  const [only, ...others] = matches
  const titles = (of: typeof plans) => of.map(({ title, planId }) => `\n  ${planId}  ${title}`).join('')
  if (!only)
    return refuse({ kind: 'none', sentence: `No plan is "${wanted}". The plans are:${titles(plans) || ' none'}` })
  if (others.length > 0) {
    return refuse({
      kind: 'several',
      sentence: `Several plans match "${wanted}". Name one by its id:${titles(matches)}`,
    })
  }
  return ok({ partnershipId: only.partnershipId, planId: only.planId })
}

/** The partnerships whose name holds these words; all of them for no words. */
export function named(partnerships: readonly PartnershipNamed[], words: string): readonly PartnershipNamed[] {
  return partnerships.filter(({ name }) => sameWords(name).includes(sameWords(words)))
}

function sameWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
