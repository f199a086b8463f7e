import { words } from '../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { anybody } from '../access.ts'
import { askForLink } from '../sign-in/by-mail/by-mail.ts'
import { openByAddress } from '../sign-in/by-mail/open-by-address.ts'
import type { Doors } from '../sign-in/doors.ts'
import { FIRST_PAGE } from '../sign-in/own-path.ts'
import { problemInWords } from '../sign-in/password/password-words.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { Visitor } from '../visitor.ts'
import { acceptPage, invitationIsOverPage } from './accept.page.tsx'
import { type AcceptRefusal, acceptInvitation, findOpenInvitation } from './accept.ts'

export function acceptRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/invitation',
      access: anybody,
      answer: async ({ query }) => show(doors, { key: query.key ?? '', way: '', problems: [] }),
    }),
    route({ method: 'POST', url: '/invitation', access: anybody, answer: (visit) => take(doors, visit) }),
  ]
}

type Shown = Parameters<typeof acceptPage>[1]

async function show(doors: Doors, shown: Shown): Promise<Answer> {
  const open = await findOpenInvitation(doors.world, shown.key)
  if (!open) return page(invitationIsOverPage(), 422)
  return page(acceptPage(open, shown), shown.problems.length > 0 ? 422 : 200)
}

async function take(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const { form, address } = visit
  const [key, way] = [words(form, 'key'), words(form, 'way')]
  const chosen = way === 'password' ? (form.fields.chosen?.[0] ?? '') : null
  const tell = (field: string, message: string) => show(doors, { key, way, problems: [{ field, message }] })
  if (way !== 'password' && way !== 'link' && way !== 'passkey') return tell('way', 'Choose how you want to sign in')
  const taken = await acceptInvitation(doors, { key, chosen, from: address })
  if (!taken.ok)
    return taken.refusal.kind === 'over' ? show(doors, { key, way, problems: [] }) : tell(...said(taken.refusal))
  const { email } = taken.value
  const cameIn = chosen === null ? null : await signIn(doors, visit, { email, password: chosen })
  if (cameIn?.ok) return { kind: 'redirect', to: FIRST_PAGE, cookies: cameIn.value.cookies }
  if (chosen !== null) return redirect('/sign-in')
  if (way === 'passkey') {
    const opened = await openByAddress(doors, visit, email)
    if (opened) return { kind: 'redirect', to: '/account/passkeys?done=invited', cookies: opened.cookies }
  }
  await askForLink(doors, visit, { kind: 'sign-in-link', email, next: FIRST_PAGE })
  return redirect('/sign-in/link/sent')
}

function said(refusal: AcceptRefusal): [string, string] {
  if (refusal.kind === 'will-not-do') return ['chosen', problemInWords(refusal.problem)]
  return ['way', 'This address signs in already. Ask whoever invited you to send it to another address of yours']
}
