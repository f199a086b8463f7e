import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aBrowser } from '../../../../../test/support/browser-session.ts'
import { anOpenIdProvider } from '../../../../../test/support/openid-provider.ts'
import { takeNoise, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { anOrganisation, aWorkSignIn, OURS, ours, setUp } from '../../../../../test/support/work-sign-in.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { findChanges } from '../../../audit/index.ts'

describe('single sign-on', () => {
  let work: Awaited<ReturnType<typeof aWorkSignIn>>
  before(async () => {
    work = await aWorkSignIn()
  })
  after(() => work.close())

  test('somebody of the directory comes in by their work sign-in, without ever having been invited', async () => {
    const { town, somebody, comeIn, anEmail } = work
    const pat = await somebody(town, anEmail())
    const browser = aBrowser()
    const answer = await comeIn(browser, pat, '/updates')
    assert.equal(answer.location, '/updates')
    const words = wordsOf((await browser.get('/account/sessions')).html)
    assert.match(words, /through your organisation/)
    assert.match(wordsOf((await browser.get('/account')).html), /Pat Police/)
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [pat.id], 10))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['signed in through their organisation for the first time'],
    )
  })

  test('the request has PKCE, a state, a nonce and this browser’s own way back', async () => {
    const { town, police, provider, somebody, comeIn, anEmail } = work
    const pat = await somebody(town, anEmail())
    await comeIn(aBrowser(), pat)
    assert.equal(provider.asked.get('code_challenge_method'), 'S256')
    assert.equal(provider.asked.get('response_type'), 'code')
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.ok((provider.asked.get(name) ?? '').length >= 32, name)
    assert.equal(provider.asked.get('redirect_uri'), `${OURS}/sign-in/organisation/${police}/callback`)
  })

  test('they are known again by issuer and subject, even when their address changes there', async () => {
    const { town, provider, somebody, comeIn, anEmail } = work
    const pat = await somebody(town, anEmail())
    await comeIn(aBrowser(), pat)
    provider.people.set(pat.as, { email: 'married@elsewhere.example', email_verified: true })
    const again = aBrowser()
    await comeIn(again, pat)
    assert.match(wordsOf((await again.get('/account')).html), new RegExp(pat.email))
  })

  test('whoever has a sign-in here keeps it, and comes in as the same person', async () => {
    const { town, provider, domain, comeIn } = work
    const { world } = await theHouse()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx
        .updateTable('person')
        .set({ email: `lena@${domain}` })
        .where('id', '=', town.lead.member.person.id)
        .execute(),
    )
    provider.people.set('lena', { email: `Lena@${domain}`, email_verified: true })
    const browser = aBrowser()
    await comeIn(browser, { email: `lena@${domain}`, as: 'lena' })
    assert.match(wordsOf((await browser.get('/account')).html), /Lena Lead/)
  })

  test('signing out ends the session here, and offers to end it there', async () => {
    const { town, somebody, comeIn, anEmail } = work
    const pat = await somebody(town, anEmail())
    const browser = aBrowser()
    await comeIn(browser, pat)
    const out = await browser.send('/sign-out')
    assert.match(wordsOf(out.html), /You are signed out of Trellis/)
    const there = (/href="(http:\/\/127\.0\.0\.1[^"]+session\/end[^"]+)"/.exec(out.html)?.[1] ?? '').replaceAll(
      '&amp;',
      '&',
    )
    const asked = new URL(there).searchParams
    assert.equal(asked.get('post_logout_redirect_uri'), `${OURS}/sign-in`)
    assert.ok(asked.get('id_token_hint'))
    assert.equal((await fetch(there)).status, 200)
    assert.equal(await browser.isIn(), false)
  })

  test('an address that is nobody’s is led to the same place, in the same words, as one that is somebody’s', async () => {
    const { town, somebody, anEmail } = work
    const pat = await somebody(town, anEmail())
    const led = async (email: string) => (await aBrowser().send('/sign-in/organisation', { email })).html
    const bare = (html: string) => html.replaceAll(/(state|nonce|code_challenge|login_hint)=[^&"]+/g, '$1')
    assert.equal(bare(await led(pat.email)), bare(await led(anEmail())))
  })

  test('a provider that is gone is told to whoever comes, and to the operator in the log, without a secret', async () => {
    const { town } = work
    const trust = await anOrganisation(town, 'Gone Trust')
    const own = await anOpenIdProvider([`${OURS}/sign-in/organisation/${trust}/callback`], `${OURS}/sign-in`)
    await setUp(town, trust, own, 'gone.example')
    await own.close()
    const answer = await aBrowser().send('/sign-in/organisation', { email: 'pat@gone.example' })
    assert.match(problemsOn(answer.html).join(), /^email: Gone Trust does not answer now. Try again in a few minutes/)
    const [line = '', ...others] = takeNoise()
    assert.deepEqual(others, [])
    assert.match(line, new RegExp(`WARN provider failed \\{"organisation":"${trust}","why":"no-document"`))
    for (const secret of [own.clientSecret, 'pat@']) assert.ok(!line.includes(secret))
  })

  test('a client secret that ran out is told in words that help, and nobody comes in', async () => {
    const { town, provider, somebody, setOut, anEmail } = work
    const pat = await somebody(town, anEmail())
    provider.tamper = () => ({ error: 'invalid_client' })
    const browser = aBrowser()
    const answer = await browser.get(ours(await provider.signIn(await setOut(browser, pat.email), pat.as)))
    provider.tamper = null
    assert.match(wordsOf(answer.html), /If it goes on, tell your partnership’s manager/)
    assert.equal(await browser.isIn(), false)
  })

  test('a domain without single sign-on is told so, and an empty box too', async () => {
    const answer = await aBrowser().send('/sign-in/organisation', { email: 'a@unknown.example' })
    assert.match(problemsOn(answer.html).join(), /^email: No organisation with addresses at unknown.example/)
    assert.match(
      problemsOn((await aBrowser().send('/sign-in/organisation', { email: '' })).html).join(),
      /^email: Enter your work/,
    )
  })
})
