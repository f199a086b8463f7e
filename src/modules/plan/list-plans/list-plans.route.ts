import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { page, type Route, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { holds, signedIn, type Visitor } from '../../people/index.ts'
import { countPlans, findPlans, PLANS_A_PAGE } from '../plan.store.ts'
import { listPlansPage } from './list-plans.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  discarded: 'The draft is discarded. The document it was read from is kept',
}

export function listPlansRoutes({ db }: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans',
      access: signedIn,
      answer: async ({ visitor, query }) => {
        // Drafts are the manager's to see.
        const are = holds(visitor, 'read-drafts') ? 'all' : 'adopted'
        const view = await inScope(db, visitor, async (tx) => {
          const count = await countPlans(tx, are)
          const pages = Math.max(1, Math.ceil(count / PLANS_A_PAGE))
          const number = Math.min(pages, Math.max(1, /^\d{1,4}$/.test(query.page ?? '') ? Number(query.page) : 1))
          const drafts = count - (await countPlans(tx, 'adopted'))
          return { plans: await findPlans(tx, number, are), page: number, pages, count, drafts }
        })
        return page(listPlansPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null))
      },
    }),
  ]
}
