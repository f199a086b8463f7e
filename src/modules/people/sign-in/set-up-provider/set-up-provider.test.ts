import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aBrowser } from '../../../../../test/support/browser-session.ts'
import { anOpenIdProvider } from '../../../../../test/support/openid-provider.ts'
import { aSmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { anOrganisation, aWorkSignIn, OURS, setUp, setUpAs } from '../../../../../test/support/work-sign-in.ts'
import { newId } from '../../../../platform/ids.ts'

describe('setting single sign-on up', () => {
  let work: Awaited<ReturnType<typeof aWorkSignIn>>
  before(async () => {
    work = await aWorkSignIn()
  })
  after(() => work.close())

  test('a provider that does not answer is not kept', async () => {
    const { town, police, domain } = work
    const away = await anOpenIdProvider([`${OURS}/sign-in/organisation/${police}/callback`], `${OURS}/sign-in`)
    await away.close()
    const refused = await setUpAs(town, police, away, domain)
    assert.match(problemsOn(refused.html).join(), /^issuer: At this address no OpenID provider/)
  })

  test('the provider is looked at before it is kept: it must name itself as it was typed', async () => {
    const { town, police, provider, domain } = work
    const other = { ...provider, issuer: provider.issuer.replace('127.0.0.1', 'localhost') }
    const answer = await setUpAs(town, police, other, domain)
    assert.match(problemsOn(answer.html).join(), /^issuer: The provider there names itself http:\/\/127/)
    const insecure = await setUpAs(town, police, { ...provider, issuer: 'http://login.example' }, domain)
    assert.match(problemsOn(insecure.html).join(), /^issuer: Enter an address that begins with https/)
  })

  test('no organisation takes a domain that another signs in with', async () => {
    const { provider, domain } = work
    const elsewhere = await aSmallPartnership()
    const trust = await anOrganisation(elsewhere, 'Testing Trust')
    assert.match(
      problemsOn((await setUpAs(elsewhere, trust, provider, domain)).html).join(),
      /^domains: Another organisation signs in with addresses at police.example/,
    )
  })

  test('the secret is kept sealed, and no page shows it', async () => {
    const { town, police, provider } = work
    const { database } = await theHouse()
    const kept = await database.owner((db) => db.selectFrom('sign_on_provider').select('client_secret').execute())
    assert.ok(kept.length > 0)
    for (const { client_secret } of kept) assert.ok(!client_secret.includes(provider.clientSecret))
    const { html } = await visit(town.manager, `/organisations/${police}/single-sign-on`)
    assert.ok(!html.includes(provider.clientSecret))
    assert.match(wordsOf(html), /On for addresses at police.example: set up by Mina Manager/)
  })

  test('ended, it lets nobody in, and a secret left empty had kept it as it was', async () => {
    const elsewhere = await aSmallPartnership()
    const trust = await anOrganisation(elsewhere, 'Testing Trust')
    const own = await anOpenIdProvider([`${OURS}/sign-in/organisation/${trust}/callback`], `${OURS}/sign-in`)
    await setUp(elsewhere, trust, own, 'trust.example')
    assert.equal((await setUpAs(elsewhere, trust, { ...own, clientSecret: '' }, 'trust.example')).status, 303)
    assert.deepEqual(
      problemsOn((await setUpAs(elsewhere, trust, { ...own, clientId: 'x', clientSecret: '' }, 'trust.example')).html),
      ['clientSecret: Enter the client secret'],
    )
    const browser = aBrowser()
    assert.equal((await browser.send('/sign-in/organisation', { email: 'a@trust.example' })).status, 200)
    await send(elsewhere.manager, `/organisations/${trust}/single-sign-on/end`, { once: newId() })
    assert.equal((await browser.send('/sign-in/organisation', { email: 'a@trust.example' })).status, 422)
    assert.equal((await browser.get(`/sign-in/organisation/${trust}/callback?code=x&state=y`)).status, 404)
    await own.close()
  })
})
