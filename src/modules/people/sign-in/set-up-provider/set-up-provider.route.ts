import { type OrganisationId, parseId } from '../../../../kernel/id.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { may } from '../../access.ts'
import { findOrganisation } from '../../organisations/organisation.store.ts'
import type { Member, Visitor } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import { findProviderOf } from '../sign-on/provider.store.ts'
import { comesBackTo } from '../sign-on/provider-door.ts'
import { readSetUp } from './check-set-up.ts'
import { setUpPage } from './set-up-provider.page.tsx'
import { type SetUpRefusal, setUpProvider, stopProvider } from './set-up-provider.ts'

type Problems = readonly { readonly field: string; readonly message: string }[]
type Asked = Visit<Member> & { readonly organisationId: OrganisationId }

const DONE: Readonly<Record<string, string>> = {
  kept: 'The issuer answers as it must, and what you entered is kept',
  ended: 'Single sign-on is ended',
}

/** Setting single sign-on up for one organisation. */
export function setUpProviderRoutes(doors: Doors): readonly Route<Visitor>[] {
  const url = '/organisations/:organisationId/single-sign-on'
  const at = (method: 'GET' | 'POST', place: string, answer: (doors: Doors, asked: Asked) => Promise<Answer>) =>
    route({
      method,
      url: place,
      access: may('keep-ways-in'),
      answer: async (visit) => {
        const organisationId = parseId<'organisation'>(visit.params.organisationId ?? '')
        return organisationId ? answer(doors, { ...visit, organisationId }) : notFound
      },
    })
  return [
    at('GET', url, (_, asked) => show(doors, asked, [])),
    at('POST', url, keep),
    at('POST', `${url}/end`, async (_, asked) => {
      const { visitor, organisationId, form } = asked
      const stopped = await stopProvider(doors, visitor, { organisationId, key: formKey(form) })
      if (!stopped.ok && stopped.refusal.kind === 'organisation-not-found') return notFound
      return redirect(`/organisations/${organisationId}/single-sign-on${stopped.ok ? '?done=ended' : ''}`)
    }),
  ]
}

async function show({ world, baseUrl }: Doors, asked: Asked, problems: Problems): Promise<Answer> {
  const { visitor, organisationId, form, query } = asked
  const { organisation, provider } = await inScope(world.db, wholePartnership(visitor.partnershipId), async (tx) => ({
    organisation: await findOrganisation(tx, organisationId),
    provider: await findProviderOf(tx, organisationId),
  }))
  if (!organisation) return notFound
  const kept = {
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    domains: provider?.named.join('\n') ?? '',
  }
  const html = setUpPage(visitor, {
    organisation,
    provider,
    partnership: visitor.partnershipName,
    comesBackTo: comesBackTo(baseUrl, organisationId),
    signedOutTo: `${baseUrl}/sign-in`,
    typed: problems.length > 0 ? typedIn(form) : kept,
    problems,
    once: world.newId(),
    flash: valueAt(DONE, query.done ?? '') ?? null,
  })
  return page(html, problems.length > 0 ? 422 : 200)
}

function typedIn(form: Asked['form']) {
  return { issuer: words(form, 'issuer'), clientId: words(form, 'clientId'), domains: words(form, 'domains') }
}

async function keep(doors: Doors, asked: Asked): Promise<Answer> {
  const { visitor, organisationId, form } = asked
  const read = readSetUp({ ...typedIn(form), clientSecret: words(form, 'clientSecret') })
  if (!read.ok) return show(doors, asked, read.refusal.problems)
  const kept = await setUpProvider(doors, visitor, { ...read.value, organisationId, key: formKey(form) })
  if (kept.ok) return redirect(`/organisations/${organisationId}/single-sign-on?done=kept`)
  return kept.refusal.kind === 'organisation-not-found' ? notFound : show(doors, asked, [inWords(kept.refusal)])
}

function inWords(refusal: SetUpRefusal): { readonly field: string; readonly message: string } {
  const issuer = (message: string) => ({ field: 'issuer', message })
  switch (refusal.kind) {
    case 'bad-issuer':
      return issuer('Enter an address that begins with https://, without a question mark')
    case 'no-document':
      return issuer('At this address no OpenID provider says what it is. Check it with their ICT')
    case 'other-issuer':
      return issuer(`The provider there names itself ${refusal.said.slice(0, 200)}. Enter exactly that, if it is right`)
    case 'unsafe-end':
      return issuer(`The provider names an address that is not safe: ${refusal.said.slice(0, 200)}`)
    case 'no-code-flow':
      return issuer('The provider does not give codes, or does not sign with a key pair')
    case 'domain-taken':
      return { field: 'domains', message: `Another organisation signs in with addresses at ${refusal.domain}` }
    case 'no-secret':
      return { field: 'clientSecret', message: 'Enter the client secret' }
    case 'organisation-not-found':
      return { field: 'issuer', message: 'The organisation is not in the directory any more' }
    default:
      return unreachable(refusal)
  }
}
