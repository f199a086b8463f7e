import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { page, type Route, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { member, type Visitor } from '../../people/index.ts'
import { findPlans } from '../plan.store.ts'
import { listPlansPage } from './list-plans.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  discarded: 'The draft is discarded. The document it was read from is kept',
}

export function listPlansRoutes({ db }: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans',
      access: member,
      answer: async ({ visitor, query }) => {
        const plans = await inScope(db, visitor.partnershipId, findPlans)
        return page(listPlansPage(visitor, plans, valueAt(FLASHES, query.done ?? '') ?? null))
      },
    }),
  ]
}
