import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aBrowser } from '../../../../../test/support/browser-session.ts'
import { anOpenIdProvider } from '../../../../../test/support/openid-provider.ts'
import { aSmallPartnership } from '../../../../../test/support/partnership.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { anOrganisation, aWorkSignIn, OURS, setUp, setUpAs } from '../../../../../test/support/work-sign-in.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'
import { vouch } from '../vouch/vouch.ts'

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

  test('no organisation takes a domain that another of the partnership signs in with', async () => {
    const { town, charity, provider, domain } = work
    assert.match(
      problemsOn((await setUpAs(town, charity, provider, domain)).html).join(),
      /^domains: Another organisation signs in with addresses at police.example/,
    )
  })

  test('a manager who names another partnership’s domain has nothing by it, and learns nothing of whose it is', async () => {
    const { town, provider, domain, somebody, comeIn, anEmail } = work
    const elsewhere = await aSmallPartnership()
    const trust = await anOrganisation(elsewhere, 'Testing Trust')
    const own = await anOpenIdProvider([`${OURS}/sign-in/organisation/${trust}/callback`], `${OURS}/sign-in`)
    assert.equal((await setUpAs(elsewhere, trust, own, `${domain} nobodys.example`)).status, 303)
    const words = wordsOf((await visit(elsewhere.manager, `/organisations/${trust}/single-sign-on`)).html)
    assert.match(words, /Not on for anybody yet/)
    assert.match(words, /Waiting: police.example, nobodys.example/)
    assert.match(words, /sign-in vouch --partnership "[^"]+" --domain police.example/)
    const pat = await somebody(town, anEmail())
    await comeIn(aBrowser(), pat)
    assert.equal(provider.asked.get('login_hint'), pat.email)
    const { html } = await aBrowser().send('/sign-in/organisation', { email: 'a@nobodys.example' })
    assert.match(problemsOn(html).join(), /^email: No organisation with addresses at nobodys.example/)
    await own.close()
  })

  test('named first and vouched for by nobody, a domain is not kept from whoever it belongs to', async () => {
    const [squatter, owner] = [await aSmallPartnership(), await aSmallPartnership()]
    const { world } = await theHouse()
    const [theirs, trust] = [await anOrganisation(squatter, 'Squatter'), await anOrganisation(owner, 'Owner')]
    const back = [theirs, trust].map((id) => `${OURS}/sign-in/organisation/${id}/callback`)
    const [bad, good] = [
      await anOpenIdProvider([back[0] ?? ''], `${OURS}/sign-in`),
      await anOpenIdProvider([back[1] ?? ''], `${OURS}/sign-in`),
    ]
    assert.equal((await setUpAs(squatter, theirs, bad, 'late.example')).status, 303)
    await setUp(owner, trust, good, 'late.example')
    const led = await aBrowser().send('/sign-in/organisation', { email: 'a@late.example' })
    assert.match(wordsOf(led.html), /Sign in at Owner/)
    const again = await vouch(world, { partnershipId: squatter.id, domain: 'late.example', said: 'vouched' })
    assert.deepEqual(again, { ok: false, refusal: { kind: 'is-anothers' } })
    setClock('2014-10-16')
    await vouch(world, { partnershipId: owner.id, domain: 'late.example', said: 'withdrawn' })
    assert.equal((await aBrowser().send('/sign-in/organisation', { email: 'a@late.example' })).status, 422)
    assert.match(wordsOf((await visit(owner.manager, '/audit')).html), /Vouched for a domain of mail/)
    await Promise.all([bad.close(), good.close()])
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
    const fields = { once: newId() }
    await Promise.all([
      send(elsewhere.manager, `/organisations/${trust}/single-sign-on/end`, fields),
      send(elsewhere.manager, `/organisations/${trust}/single-sign-on/end`, fields),
    ])
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(elsewhere.id), (tx) => findChanges(tx, [trust], 10))
    assert.equal(changes.filter(({ what }) => what === 'ended single sign-on of an organisation').length, 1)
    assert.equal((await browser.send('/sign-in/organisation', { email: 'a@trust.example' })).status, 422)
    assert.equal((await browser.get(`/sign-in/organisation/${trust}/callback?code=x&state=y`)).status, 404)
    await own.close()
  })
})
