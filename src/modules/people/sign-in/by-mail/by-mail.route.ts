import { words } from '../../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import { anybody } from '../../access.ts'
import type { Visitor } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import { ownPath } from '../own-path.ts'
import { problemInWords } from '../password/password-words.ts'
import { goOn } from '../sign-in.route.ts'
import { askForLinkPage, choosePasswordPage, linkIsOverPage, linkSentPage, openLinkPage } from './by-mail.page.tsx'
import { askForLink, choosePassword, type LinkKind, openLink } from './by-mail.ts'

/** Ways in by a link in a mail: to sign in, and to choose a new password. */
export function byMailRoutes(doors: Doors): readonly Route<Visitor>[] {
  const get = (url: string, answer: (query: Visit<Visitor>['query']) => string) =>
    route({ method: 'GET', url, access: anybody, answer: async (visit: Visit<Visitor>) => page(answer(visit.query)) })
  const post = (url: string, answer: (visit: Visit<Visitor>) => Promise<Answer>) =>
    route({ method: 'POST', url, access: anybody, answer })
  const asking = (kind: LinkKind) => (query: Visit<Visitor>['query']) =>
    askForLinkPage(kind, { email: '', next: ownPath(query.next ?? ''), problems: [] })
  return [
    get('/sign-in/link', asking('sign-in-link')),
    post('/sign-in/link', (visit) => takeAsking(doors, visit, 'sign-in-link')),
    get('/sign-in/link/sent', linkSentPage),
    get('/sign-in/link/open', (query) => openLinkPage({ key: query.key ?? '', next: ownPath(query.next ?? '') })),
    post('/sign-in/link/open', (visit) => comeIn(doors, visit)),
    get('/password/forgotten', asking('password-link')),
    post('/password/forgotten', (visit) => takeAsking(doors, visit, 'password-link')),
    get('/password/new', (query) => choosePasswordPage(query.key ?? '', [])),
    post('/password/new', (visit) => takePassword(doors, visit)),
  ]
}

async function takeAsking(doors: Doors, visit: Visit<Visitor>, kind: LinkKind): Promise<Answer> {
  const email = words(visit.form, 'email')
  const next = ownPath(words(visit.form, 'next'))
  const tell = (message: string, status: 422 | 429) =>
    page(askForLinkPage(kind, { email, next, problems: [{ field: 'email', message }] }), status)
  if (!/^\S+@\S+\.\S+$/.test(email)) return tell('Enter your e-mail address, such as name@example.org', 422)
  const asked = await askForLink(doors, visit, { kind, email, next })
  if (!asked.ok) return tell(`There were too many tries. Wait ${asked.refusal.waitSeconds} seconds and try again`, 429)
  return redirect('/sign-in/link/sent')
}

async function comeIn(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const opened = await openLink(doors, visit, words(visit.form, 'key'))
  return opened.ok ? goOn(opened.value, ownPath(words(visit.form, 'next'))) : page(linkIsOverPage('/sign-in/link'), 422)
}

async function takePassword(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const key = words(visit.form, 'key')
  const chosen = visit.form.fields.chosen?.[0] ?? ''
  const kept = await choosePassword(doors, visit, { key, chosen })
  if (kept.ok) return redirect('/sign-in?done=password')
  if (kept.refusal.kind === 'over') return page(linkIsOverPage('/password/forgotten'), 422)
  const problems = [{ field: 'chosen', message: problemInWords(kept.refusal.problem) }]
  return page(choosePasswordPage(key, problems), 422)
}
