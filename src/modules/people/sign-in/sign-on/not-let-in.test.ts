import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { aBrowser, type BrowserSession } from '../../../../../test/support/browser-session.ts'
import { aSmallPartnership } from '../../../../../test/support/partnership.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'
import { aWorkSignIn, ours } from '../../../../../test/support/work-sign-in.ts'
import { newId } from '../../../../platform/ids.ts'

describe('single sign-on lets nobody else in:', () => {
  let work: Awaited<ReturnType<typeof aWorkSignIn>>
  before(async () => {
    work = await aWorkSignIn()
  })
  after(() => work.close())
  beforeEach(() => {
    work.provider.tamper = null
  })

  const isRefused = async (browser: BrowserSession, url: string, words: RegExp) => {
    const answer = await browser.get(ours(url))
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.html), /You are not signed in/)
    assert.match(wordsOf(answer.html), words)
    assert.equal(await browser.isIn(), false)
  }
  const UNKNOWN = /Ask your partnership’s manager to add it/
  const NOT_TAKEN = /not what this browser set out for/
  const tried = async (who: { email: string; as: string }, words: RegExp) => {
    const { provider, setOut } = work
    const browser = aBrowser()
    await isRefused(browser, await provider.signIn(await setOut(browser, who.email), who.as), words)
  }

  test('whom the directory does not have', async () => {
    const { provider, anEmail } = work
    const email = anEmail()
    provider.people.set('nobody', { email, email_verified: true })
    await tried({ email, as: 'nobody' }, UNKNOWN)
  })

  test('an address that the provider does not vouch for', async () => {
    const { town, somebody, anEmail } = work
    for (const there of [{ email_verified: false }, {}])
      await tried(await somebody(town, anEmail(), there), /did not vouch/)
  })

  test('an address of a domain that is not the organisation’s', async () => {
    const { town, provider, somebody, anEmail } = work
    const chris = await somebody(town, `${newId()}@charity.example`)
    await tried({ ...chris, email: anEmail() }, UNKNOWN)
    const manager = newId()
    provider.people.set(manager, { email: town.manager.email, email_verified: true })
    await tried({ email: anEmail(), as: manager }, UNKNOWN)
  })

  test('a person of another partnership', async () => {
    const { somebody, anEmail } = work
    const elsewhere = await aSmallPartnership()
    await tried(await somebody(elsewhere, anEmail()), UNKNOWN)
  })

  test('an account that is of another partnership, though the directory has its address', async () => {
    const { town, somebody, anEmail } = work
    const email = anEmail()
    const elsewhere = await aSmallPartnership()
    const { accounts } = await theHouse()
    await (await accounts.$context).internalAdapter.updateUser(elsewhere.lead.member.accountId, { email })
    const pat = await somebody(town, email)
    await tried(pat, UNKNOWN)
  })

  test('an address that two people of the directory have', async () => {
    const { town, somebody, anEmail } = work
    const email = anEmail()
    await somebody(town, email)
    await tried(await somebody(town, email.toUpperCase()), UNKNOWN)
  })

  test('whoever left', async () => {
    const { town, somebody, comeIn, anEmail } = work
    const pat = await somebody(town, anEmail())
    const { database } = await theHouse()
    await comeIn(aBrowser(), pat)
    await database.owner((db) => db.deleteFrom('person_account').where('person_id', '=', pat.id).execute())
    await tried(pat, UNKNOWN)
  })

  test('a code that was used already', async () => {
    const { town, provider, somebody, setOut, anEmail } = work
    const pat = await somebody(town, anEmail())
    const browser = aBrowser()
    const back = await provider.signIn(await setOut(browser, pat.email), pat.as)
    assert.equal((await browser.get(ours(back))).status, 303)
    await browser.send('/sign-out')
    await isRefused(browser, back, NOT_TAKEN)
    const state = new URL(await setOut(browser, pat.email)).searchParams.get('state') ?? ''
    await isRefused(browser, back.replace(/state=[^&]+/, `state=${state}`), NOT_TAKEN)
  })

  test('another browser with the answer to this one', async () => {
    const { town, provider, somebody, setOut, anEmail } = work
    const pat = await somebody(town, anEmail())
    const [mine, theirs] = [aBrowser(), aBrowser()]
    const back = await provider.signIn(await setOut(mine, pat.email), pat.as)
    await isRefused(theirs, back, NOT_TAKEN)
    await setOut(theirs, pat.email)
    await isRefused(theirs, back, NOT_TAKEN)
  })

  test('an answer without its state, or that says no', async () => {
    const { police, setOut, anEmail } = work
    const browser = aBrowser()
    const to = new URL(await setOut(browser, anEmail())).searchParams.get('state') ?? ''
    const at = `/sign-in/organisation/${police}/callback`
    for (const query of ['', '?code=x', '?code=x&state=y', `?error=access_denied&state=${to}`])
      await isRefused(browser, at + query, NOT_TAKEN)
  })

  test('a code of another provider, or the word of another issuer', async () => {
    const { town, police, charity, provider, ofCharity, somebody, setOut, anEmail } = work
    const pat = await somebody(town, anEmail())
    ofCharity.people.set(pat.as, { email: pat.email, email_verified: true })
    const browser = aBrowser()
    const mine = new URL(await setOut(browser, pat.email)).searchParams.get('state') ?? ''
    const other = aBrowser()
    const theirs = await ofCharity.signIn(await setOut(other, 'pat@charity.example'), pat.as)
    const swapped = theirs.replace(charity, police).replace(/state=[^&]+/, `state=${mine}`)
    await isRefused(browser, swapped, NOT_TAKEN)
    const again = aBrowser()
    const back = await provider.signIn(await setOut(again, pat.email), pat.as)
    await isRefused(
      again,
      back.replace(encodeURIComponent(provider.issuer), encodeURIComponent(ofCharity.issuer)),
      NOT_TAKEN,
    )
    await isRefused(other, theirs, UNKNOWN)
  })

  const claimsOf = (token: unknown): Record<string, unknown> =>
    Object(JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()))
  const CHANGES: Readonly<Record<string, (claims: Record<string, unknown>) => Record<string, unknown>>> = {
    'of another issuer': (claims) => ({ ...claims, iss: 'https://login.evil.example' }),
    'for another application': (claims) => ({ ...claims, aud: 'another' }),
    'that answers another request': (claims) => ({ ...claims, nonce: 'another' }),
    'that answers no request': ({ nonce: _, ...claims }) => claims,
    'that ran out': (claims) => ({ ...claims, exp: 1_000_000_000 }),
  }
  for (const [name, change] of Object.entries(CHANGES))
    test(`a token ${name}, though rightly signed`, async () => {
      const { town, provider, somebody, anEmail } = work
      provider.tamper = (answer) => ({ ...answer, id_token: provider.sign(change(claimsOf(answer.id_token))) })
      await tried(await somebody(town, anEmail()), NOT_TAKEN)
    })

  test('a token that somebody altered on the way, signed by nobody, or left out', async () => {
    const { town, provider, somebody, anEmail } = work
    const victim = await somebody(town, anEmail())
    const mallory = await somebody(town, anEmail())
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const as = (token: unknown) => encoded({ ...claimsOf(token), sub: victim.as, email: victim.email })
    const parts = (token: unknown) => String(token).split('.')
    provider.tamper = (answer) => {
      const [head, , signature] = parts(answer.id_token)
      return { ...answer, id_token: `${head}.${as(answer.id_token)}.${signature}` }
    }
    await tried(mallory, NOT_TAKEN)
    provider.tamper = (answer) => ({ ...answer, id_token: `${encoded({ alg: 'none' })}.${as(answer.id_token)}.` })
    await tried(mallory, NOT_TAKEN)
    provider.tamper = ({ id_token: _, ...answer }) => answer
    await tried(mallory, NOT_TAKEN)
  })

  test('and sends nobody elsewhere afterwards', async () => {
    const { town, somebody, comeIn, anEmail } = work
    for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
      const pat = await somebody(town, anEmail())
      assert.equal((await comeIn(aBrowser(), pat, next)).location, '/plans')
    }
  })
})
