import { words } from '../../../../platform/http/form.ts'
import { page, type Route, redirect, route } from '../../../../platform/http/route.ts'
import { accountHolder } from '../../access.ts'
import type { Visitor } from '../../visitor.ts'
import { recordOwnChange } from '../account/own-change.ts'
import type { Doors } from '../doors.ts'
import { sessionsPage } from './sessions.page.tsx'
import { endOtherSessions, endSession, listSessions } from './sessions.ts'

export function sessionRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/account/sessions',
      access: accountHolder,
      answer: async (visit) => {
        const sessions = await listSessions(doors, visit)
        const mine = visit.visitor.session?.id ?? null
        return page(sessionsPage(visit.visitor, { sessions, mine, done: visit.query.done ?? '' }))
      },
    }),
    route({
      method: 'POST',
      url: '/account/sessions/end',
      access: accountHolder,
      answer: async (visit) => {
        if (!(await endSession(doors, visit, words(visit.form, 'session')))) return redirect('/account/sessions')
        await recordOwnChange(doors, visit.visitor, 'signed out another browser of their own')
        return redirect('/account/sessions?done=ended')
      },
    }),
    route({
      method: 'POST',
      url: '/account/sessions/end-others',
      access: accountHolder,
      answer: async (visit) => {
        await endOtherSessions(doors, visit)
        await recordOwnChange(doors, visit.visitor, 'signed out all their other browsers')
        return redirect('/account/sessions?done=ended')
      },
    }),
  ]
}
