import '../support/count-work.ts'
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { insertPerson } from '../../src/modules/people/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { makePrivateAddress } from '../../src/platform/private-address.ts'
import { aBrowser } from '../support/browser-session.ts'
import { takeWork, type Work } from '../support/count-work.ts'
import { mailsTo } from '../support/mail-of-tests.ts'
import { aRemoteAddress, ask, send, visit } from '../support/visit.ts'
import { theHouse } from '../support/visit-house.ts'
import { valueOn } from '../support/visit-words.ts'
import { aWorkSignIn } from '../support/work-sign-in.ts'
import { FORM } from './another-house.ts'

type Told = Work & { readonly status: number; readonly location: string; readonly words: string }

/** Who knocks is told the same, for the same work, whether somebody is known or not: so neither the words nor the pace of an answer tell. */
describe('every door is the same for somebody and for nobody:', () => {
  let work: Awaited<ReturnType<typeof aWorkSignIn>>
  before(async () => {
    work = await aWorkSignIn()
  })
  after(() => work.close())

  /** What a stranger is told, and what it cost; what they typed themselves, and what is random, is taken out of the words. */
  const knock = async (url: string, fields: Readonly<Record<string, string>>): Promise<Told> => {
    await (await theHouse()).settled()
    takeWork()
    const answer = await ask(url, {
      method: 'POST',
      headers: FORM,
      payload: new URLSearchParams(fields).toString(),
      remoteAddress: aRemoteAddress(),
    })
    const cost = takeWork()
    const typed = Object.values(fields).flatMap((value) => [value, encodeURIComponent(value)])
    const words = typed
      .reduce((html, value) => html.replaceAll(value, '…'), answer.html)
      .replaceAll(/(state|nonce|code_challenge)=[^&"]+/g, '$1')
    return { ...cost, status: answer.status, location: answer.location, words }
  }
  const nobody = () => `${newId()}@${work.domain}`

  const same = async (url: string, known: Record<string, string>, unknown: Record<string, string>): Promise<Told> => {
    // The first knock of all may prepare a statement or open a connection.
    await knock(url, unknown)
    const [some, none] = [await knock(url, known), await knock(url, unknown)]
    assert.deepEqual(some, none)
    return some
  }

  test('a password, of somebody who has one and of somebody who comes by links alone', async () => {
    const password = 'not this one at all'
    const { hashes } = await same('/sign-in', { email: work.town.lead.email, password }, { email: nobody(), password })
    assert.equal(hashes, 1)
    const pat = await work.somebody(work.town, work.anEmail())
    const { accounts } = await theHouse()
    const { internalAdapter } = await accounts.$context
    await internalAdapter.createUser({ name: 'Pat', email: pat.email, emailVerified: true }, { method: 'admin' })
    assert.equal((await same('/sign-in', { email: pat.email, password }, { email: nobody(), password })).hashes, 1)
  })

  test('a link to sign in', async () => {
    await same('/sign-in/link', { email: work.town.lead.email }, { email: nobody() })
  })

  test('a link for a new password', async () => {
    await same('/password/forgotten', { email: work.town.lead.email }, { email: nobody() })
  })

  test('an organisation’s sign-in', async () => {
    const pat = await work.somebody(work.town, work.anEmail())
    await work.comeIn(aBrowser(), pat)
    await same('/sign-in/organisation', { email: pat.email }, { email: nobody() })
  })

  test('an invitation that was called back, and one that never was', async () => {
    const { world } = await theHouse()
    const { town } = work
    const [id, email] = [newId<'person'>(), nobody()]
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertPerson(tx, town.id, { id, name: 'Nell', email, organisationId: null }),
    )
    await send(town.manager, '/invitations', { person: id, email: '', once: newId() })
    const path = (await mailsTo(town.id, email))[0]?.path ?? ''
    const key = new URL(path, 'http://ours.example').searchParams.get('key') ?? ''
    const invitation = valueOn((await visit(town.manager, '/invitations')).html, 'invitation') ?? ''
    await send(town.manager, '/invitations/revocation', { invitation })
    const made = makePrivateAddress(town.id).words
    await same('/invitation', { key, way: 'link' }, { key: made, way: 'link' })
  })

  test('a passkey, whoever asks for it', async () => {
    const told = await knock('/sign-in/passkey/options', {})
    assert.deepEqual(await knock('/sign-in/passkey/options', {}), told)
    assert.equal(told.hashes, 0)
  })

  test('the key of a link, used up or made up', async () => {
    const { town } = work
    await ask('/password/forgotten', {
      method: 'POST',
      headers: FORM,
      payload: new URLSearchParams({ email: town.viewer.email }).toString(),
      remoteAddress: aRemoteAddress(),
    })
    const path = (await mailsTo(town.id, town.viewer.email))[0]?.path ?? ''
    const key = new URL(path, 'http://ours.example').searchParams.get('key') ?? ''
    const chosen = 'four words of no kin'
    assert.equal((await knock('/password/new', { key, chosen })).location, '/sign-in?done=password')
    await same('/password/new', { key, chosen }, { key: 'M'.repeat(key.length), chosen })
  })
})
