import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aBrowser } from '../../../../test/support/browser-session.ts'
import { mailsTo } from '../../../../test/support/mail-of-tests.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { insertPerson } from '../directory/insert.store.ts'

const CHOSEN = 'four words of no kin'

describe('inviting somebody', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const somebodyNew = async (name = 'Nell New') => {
    const { world } = await theHouse()
    const [id, email] = [newId<'person'>(), `${newId()}@testing.example`]
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertPerson(tx, town.id, { id, name, email, organisationId: null }),
    )
    return { id, email }
  }
  const inviteAs = (as: SmallPartnership['manager'], person: PersonId, email = '') =>
    send(as, '/invitations', { person, email, once: newId() })
  const invited = async () => {
    const { id, email } = await somebodyNew()
    assert.equal((await inviteAs(town.manager, id)).location, '/invitations?done=sent')
    const path = (await mailsTo(town.id, email))[0]?.path ?? ''
    return { id, email, path, key: new URL(path, 'http://x').searchParams.get('key') ?? '' }
  }

  test('they choose a password by the link in the mail, and are in', async () => {
    const { email, path, key } = await invited()
    const browser = aBrowser()
    const opened = await browser.get(path)
    assert.match(wordsOf(opened.html), new RegExp(`You are Nell New, and sign in with ${email}`))
    assert.equal(valueOn(opened.html, 'key'), key)
    await browser.send('/invitation', { key, way: 'password', chosen: CHOSEN })
    assert.equal(await browser.isIn(), true)
    const next = aBrowser()
    await next.signIn({ email, password: CHOSEN })
    assert.equal(await next.isIn(), true)
  })

  test('they choose links alone, and the first one comes at once', async () => {
    const { email, key } = await invited()
    const browser = aBrowser()
    assert.equal((await browser.send('/invitation', { key, way: 'link' })).location, '/sign-in/link/sent')
    const [mail] = await mailsTo(town.id, email)
    const { html } = await browser.get(mail?.path ?? '')
    await browser.send('/sign-in/link/open', { key: valueOn(html, 'key') ?? '' })
    assert.equal(await browser.isIn(), true)
    assert.match(wordsOf((await browser.get('/account')).html), /Password You have none/)
  })

  test('they choose a passkey, are in, and are led to make it; until they have, a link lets them in', async () => {
    const { email, key } = await invited()
    const browser = aBrowser()
    const taken = await browser.send('/invitation', { key, way: 'passkey' })
    assert.equal(taken.location, '/account/passkeys?done=invited')
    assert.equal(await browser.isIn(), true)
    const shown = await browser.get(taken.location)
    assert.match(wordsOf(shown.html), /You are in. Add your passkey here/)
    assert.match(shown.html, /<trellis-passkey options="\/account\/passkeys\/options" does="make">/)
    assert.match(wordsOf((await browser.get('/account/sessions')).html), /by a link in a mail/)
    assert.equal((await mailsTo(town.id, email)).length, 1)
    const second = await aBrowser().send('/invitation', { key, way: 'passkey' })
    assert.match(second.html, /This invitation is over/)
  })

  test('opening it, as programs that look for viruses do, takes nothing up', async () => {
    const { path, key } = await invited()
    for (let times = 0; times < 3; times++) await aBrowser().get(path)
    const browser = aBrowser()
    await browser.send('/invitation', { key, way: 'password', chosen: CHOSEN })
    assert.equal(await browser.isIn(), true)
  })

  test('it works once', async () => {
    const { key } = await invited()
    await aBrowser().send('/invitation', { key, way: 'password', chosen: CHOSEN })
    const second = await aBrowser().send('/invitation', { key, way: 'password', chosen: 'other words of no kin' })
    assert.match(second.html, /This invitation is over/)
  })

  test('after a week it is over', async () => {
    const { path } = await invited()
    setClock('2014-10-22T08:59:59Z')
    assert.match((await aBrowser().get(path)).html, /Choose how you sign in/)
    setClock('2014-10-22T09:00:00Z')
    assert.match((await aBrowser().get(path)).html, /This invitation is over/)
    assert.match(wordsOf((await visit(town.manager, '/invitations')).html), /Ran out on 22 October 2014/)
  })

  test('called back, it opens nothing', async () => {
    const { path } = await invited()
    const { html } = await visit(town.manager, '/invitations')
    const id = valueOn(html, 'invitation') ?? ''
    assert.equal(
      (await send(town.manager, '/invitations/revocation', { invitation: id })).location,
      '/invitations?done=revoked',
    )
    assert.match((await aBrowser().get(path)).html, /This invitation is over/)
  })

  test('sent again, the new link opens and the one before does not', async () => {
    const { id, email, path } = await invited()
    await inviteAs(town.manager, id, email)
    assert.match((await aBrowser().get(path)).html, /This invitation is over/)
    const [latest] = await mailsTo(town.id, email)
    assert.match((await aBrowser().get(latest?.path ?? '')).html, /Choose how you sign in/)
  })

  test('the same form sent twice sends one mail', async () => {
    const { id, email } = await somebodyNew()
    const fields = { person: id, email: '', once: newId() }
    await Promise.all([send(town.manager, '/invitations', fields), send(town.manager, '/invitations', fields)])
    assert.equal((await mailsTo(town.id, email)).length, 1)
  })

  test('a common password is refused, and the invitation stays', async () => {
    const { key } = await invited()
    const answer = await aBrowser().send('/invitation', { key, way: 'password', chosen: 'Password1234' })
    assert.match(problemsOn(answer.html).join(), /^chosen: Many people/)
    assert.deepEqual(problemsOn((await aBrowser().send('/invitation', { key, way: '' })).html), [
      'way: Choose how you want to sign in',
    ])
  })

  test('nobody is invited who has a sign-in, or is of another partnership', async () => {
    const elsewhere = await aSmallPartnership()
    const theirs = await invited()
    for (const [as, person] of [
      [town.manager, town.lead.member.person.id],
      [elsewhere.manager, theirs.id],
    ] as const)
      assert.deepEqual(problemsOn((await inviteAs(as, person)).html), [
        'person: Choose somebody of the directory who has no sign-in',
      ])
  })

  test('a made-up link is told the same as one that is over', async () => {
    for (const key of ['', 'made-up', 'A'.repeat(64)]) {
      const answer = await aBrowser().get(`/invitation?key=${key}`)
      assert.match(answer.html, /This invitation is over/)
    }
  })
})
