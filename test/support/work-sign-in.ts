import assert from 'node:assert/strict'
import type { OrganisationId } from '../../src/kernel/id.ts'
import { insertOrganisation, insertPerson, vouch } from '../../src/modules/people/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { BrowserSession } from './browser-session.ts'
import { anOpenIdProvider, type OpenIdProvider } from './openid-provider.ts'
import { aSmallPartnership, type SmallPartnership } from './partnership.ts'
import { send } from './visit.ts'
import { takeNoise, theHouse } from './visit-house.ts'
import { wordsOf } from './visit-words.ts'

export const OURS = 'http://localhost:3000'

export const ours = (url: string) => url.replace(OURS, '')

/** A partnership in which the police and a charity have single sign-on, each with a provider of its own. */
export async function aWorkSignIn() {
  // The provider's own remark, at being loaded, about the version of Node.
  takeNoise()
  const town = await aSmallPartnership()
  const police = await anOrganisation(town, 'Testing Police')
  const charity = await anOrganisation(town, 'Testing Charity')
  const back = [police, charity].map((id) => `${OURS}/sign-in/organisation/${id}/callback`)
  const provider = await anOpenIdProvider([back[0] ?? ''], `${OURS}/sign-in`)
  const ofCharity = await anOpenIdProvider([back[1] ?? ''], `${OURS}/sign-in`)
  const domain = 'police.example'
  await setUp(town, police, provider, domain)
  await setUp(town, charity, ofCharity, 'charity.example')

  /** Somebody of the directory without a sign-in, whom the police know under a name of their own. */
  const somebody = async (
    of: SmallPartnership,
    email: string,
    there: { email_verified?: boolean } = { email_verified: true },
  ) => {
    const { world } = await theHouse()
    const id = world.newId<'person'>()
    await inScope(world.db, wholePartnership(of.id), (tx) =>
      insertPerson(tx, of.id, { id, name: 'Pat Police', email, organisationId: null }),
    )
    const as = newId()
    provider.people.set(as, { email, ...there })
    return { id, as, email }
  }
  /** The address at the provider that a browser is led to. */
  const setOut = async (browser: BrowserSession, email: string, next = '/plans') => {
    const answer = await browser.send('/sign-in/organisation', { email, next })
    assert.equal(answer.status, 200, wordsOf(answer.html))
    const link = /href="(http:\/\/127\.0\.0\.1[^"]+)"/.exec(answer.html)?.[1] ?? ''
    return link.replaceAll('&amp;', '&')
  }
  const comeIn = async (browser: BrowserSession, who: { email: string; as: string }, next = '/plans') =>
    browser.get(ours(await provider.signIn(await setOut(browser, who.email, next), who.as)))
  const anEmail = () => `${newId()}@${domain}`
  const close = () => Promise.all([provider.close(), ofCharity.close()])
  return { town, police, charity, provider, ofCharity, domain, somebody, setOut, comeIn, anEmail, close }
}

export async function anOrganisation(of: SmallPartnership, name: string): Promise<OrganisationId> {
  const { world } = await theHouse()
  const id = world.newId<'organisation'>()
  await inScope(world.db, wholePartnership(of.id), (tx) => insertOrganisation(tx, of.id, { id, name, kind: 'police' }))
  return id
}
export function setUpAs(
  of: SmallPartnership,
  id: OrganisationId,
  at: Pick<OpenIdProvider, 'issuer' | 'clientId' | 'clientSecret'>,
  domains: string,
) {
  const { issuer, clientId, clientSecret } = at
  return send(of.manager, `/organisations/${id}/single-sign-on`, {
    issuer,
    clientId,
    clientSecret,
    domains,
    once: newId(),
  })
}
export async function setUp(...[of, id, at, domains]: Parameters<typeof setUpAs>): Promise<void> {
  const answer = await setUpAs(of, id, at, domains)
  assert.equal(answer.status, 303, wordsOf(answer.html))
  const { world } = await theHouse()
  for (const domain of domains.split('\n')) {
    const vouched = await vouch(world, { partnershipId: of.id, domain, said: 'vouched' })
    assert.ok(vouched.ok || vouched.refusal.kind === 'is-so', domain)
  }
}
