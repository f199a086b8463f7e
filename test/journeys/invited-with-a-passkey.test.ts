import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findPartnerships } from '../../src/modules/people/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor, visitorAt } from './visitor.ts'

describe('somebody invited chooses a passkey', () => {
  let house: House
  let manager: Visitor
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager')
  })
  after(async () => {
    await manager.close()
    await house.close()
  })

  /** The link in the latest mail of an invitation. */
  const linkInMail = async () => {
    const [partnership] = await house.database.owner(findPartnerships)
    assert.ok(partnership)
    const { body } = await inScope(house.world.db, wholePartnership(partnership.id), (tx) =>
      tx
        .selectFrom('message')
        .select('body')
        .where('purpose', '=', 'invitation')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    )
    return /http\S+/.exec(body)?.[0] ?? ''
  }

  test('and comes in by it from then on, without ever having had a password', async () => {
    const { page, look } = manager
    await page.goto(`${house.address}/invitations`)
    const who = page.getByLabel('Who', { exact: true })
    await who.selectOption((await who.locator('option', { hasText: 'Tess Wyatt' }).getAttribute('value')) ?? '')
    await page.getByLabel('E-mail address', { exact: true }).fill('tess.wyatt@constabulary.example')
    await page
      .getByRole('button', { name: /^(Send|Invite)/ })
      .first()
      .click()
    await page.waitForURL('**/invitations?done=sent')
    await look()

    const tess = await visitorAt(await linkInMail(), { width: 390, height: 844 })
    const device = await tess.page.context().newCDPSession(tess.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await tess.look()
    await tess.page.getByLabel('With a passkey').check()
    await tess.page.getByRole('button', { name: 'Go on' }).click()
    await tess.page.getByText('You are in. Add your passkey here').first().waitFor()
    await tess.look()
    await tess.page.getByLabel('A name to know it by').fill('my phone')
    await tess.page.getByRole('button', { name: 'Add a passkey' }).click()
    await tess.page.waitForURL('**/account/passkeys?done=added')
    await tess.look()
    await tess.page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
    await tess.page.waitForURL('**/sign-in')
    await tess.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await tess.page.waitForURL('**/plans')
    await tess.page.goto(`${house.address}/account/sessions`)
    await tess.page.getByText('with a passkey').first().waitFor()
    await tess.close()
  })
})
