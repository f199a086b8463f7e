import type { PlanId } from '../../../../kernel/id.ts'
import type { Tx } from '../../../../platform/database/index.ts'

/** The adopted plans that the transaction's reader sees, the latest first. */
export async function findCalendarPlans(tx: Tx): Promise<readonly { readonly id: PlanId; readonly title: string }[]> {
  const rows = await tx
    .selectFrom('plan')
    .innerJoin('plan_adoption', (on) =>
      on
        .onRef('plan_adoption.partnership_id', '=', 'plan.partnership_id')
        .onRef('plan_adoption.plan_id', '=', 'plan.id'),
    )
    .select(['plan.id', 'plan.title'])
    .orderBy('plan.starts', (of) => of.desc().nullsLast())
    .orderBy('plan.title')
    .limit(200)
    .execute()
  return rows.map(({ id, title }) => ({ id: id as PlanId, title }))
}
