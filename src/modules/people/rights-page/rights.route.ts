import { page, type Route, route } from '../../../platform/http/route.ts'
import { may } from '../access.ts'
import type { Visitor } from '../visitor.ts'
import { rightsPage } from './rights.page.tsx'
import { rightsView } from './rights-view.ts'

export function rightsRoutes(): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/rights',
      access: may('read-rights'),
      answer: async ({ visitor }) => page(rightsPage(visitor, rightsView())),
    }),
  ]
}
