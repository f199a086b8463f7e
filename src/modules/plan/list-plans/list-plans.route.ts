import { inScope } from '../../../platform/database/index.ts'
import { page, type Route, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { member, type Visitor } from '../../people/index.ts'
import { findPlans } from '../plan.store.ts'
import { listPlansPage } from './list-plans.page.tsx'

export function listPlansRoutes({ db }: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans',
      access: member,
      answer: async ({ visitor }) => page(listPlansPage(visitor, await inScope(db, visitor.partnershipId, findPlans))),
    }),
  ]
}
