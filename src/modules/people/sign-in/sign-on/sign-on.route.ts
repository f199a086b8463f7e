import { parseId } from '../../../../kernel/id.ts'
import { words } from '../../../../platform/http/form.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { anybody } from '../../access.ts'
import type { Visitor } from '../../visitor.ts'
import { domainOf } from '../demand/lacking.ts'
import type { Doors } from '../doors.ts'
import { ownPath } from '../own-path.ts'
import { findProviderFor } from './provider.store.ts'
import { askForOrganisationPage, goOnPage, notLetInPage } from './sign-on.page.tsx'
import { comeBack, setOut } from './sign-on.ts'

/** Signing in through one's organisation. */
export function signOnRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/sign-in/organisation',
      access: anybody,
      answer: async ({ visitor, query }) => {
        const isDemanded = visitor.kind === 'unready' && visitor.lacks === 'single-sign-on'
        return page(askForOrganisationPage({ email: '', next: ownPath(query.next ?? ''), problems: [], isDemanded }))
      },
    }),
    route({
      method: 'POST',
      url: '/sign-in/organisation',
      access: anybody,
      answer: (visit) => takeAddress(doors, visit),
    }),
    route({
      method: 'GET',
      url: '/sign-in/organisation/:organisationId/callback',
      access: anybody,
      answer: (visit) => takeAnswer(doors, visit),
    }),
  ]
}

/** Looks at the domain and at nothing else: whether the address is somebody's is never asked, so never told. */
async function takeAddress(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const email = words(visit.form, 'email')
  const next = ownPath(words(visit.form, 'next'))
  const tell = (message: string, status: 422 | 429 = 422) =>
    page(askForOrganisationPage({ email, next, problems: [{ field: 'email', message }], isDemanded: false }), status)
  const domain = domainOf(email)
  if (domain === '') return tell('Enter your work e-mail address, such as name@example.org')
  const provider = await findProviderFor(doors.world.db, { domain })
  if (!provider)
    return tell(`No organisation with addresses at ${domain} signs in here this way. Sign in in another way`)
  const out = await setOut(doors, visit, { provider, email, next })
  if (out.ok) {
    const { to, cookies } = out.value
    return { kind: 'page', html: goOnPage({ to, name: provider.organisation.name }), cookies }
  }
  return out.refusal.kind === 'too-many-tries'
    ? tell(`There were too many tries. Wait ${out.refusal.waitSeconds} seconds and try again`, 429)
    : tell(`${provider.organisation.name} does not answer now. Try again in a few minutes, or sign in in another way`)
}

async function takeAnswer(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const organisationId = parseId<'organisation'>(visit.params.organisationId ?? '')
  const provider = organisationId && (await findProviderFor(doors.world.db, { organisationId }))
  if (!provider) return notFound
  const back = await comeBack(doors, visit, { provider, query: visit.query })
  if (!back.ok) return page(notLetInPage(back.refusal, provider.organisation.name), 422)
  const { next, cookies } = back.value
  return { kind: 'redirect', to: ownPath(next), cookies }
}
