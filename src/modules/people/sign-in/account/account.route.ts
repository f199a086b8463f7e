import { page, type Route, route } from '../../../../platform/http/route.ts'
import { accountHolder } from '../../access.ts'
import type { Visitor } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import { listSessions } from '../sessions/sessions.ts'
import { yourAccountPage } from './account.page.tsx'
import { findStanding } from './standing.ts'

export function accountRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/account',
      access: accountHolder,
      answer: async (visit) => {
        const [standing, sessions] = await Promise.all([
          findStanding(doors.accounts, visit.visitor.accountId),
          listSessions(doors, visit),
        ])
        const done = visit.query.done ?? ''
        return page(yourAccountPage(visit.visitor, { standing, sessions: sessions.length, done }))
      },
    }),
  ]
}
