import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appCode, nextAppCode } from '../support/app-code.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, aVisitor, signInOf, type Visitor } from './visitor.ts'

describe('signing in by a device', () => {
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

  test('a passkey is made, and from then on opens without a password', async () => {
    const { page, look } = manager
    const device = await page.context().newCDPSession(page)
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
    await page.getByRole('link', { name: 'Your account' }).click()
    await look()
    await page.getByRole('link', { name: /your passkeys/ }).click()
    await page.getByLabel('A name to know it by').fill('work laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL('**/account/passkeys?done=added')
    await page.getByText('work laptop').first().waitFor()
    await look()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    await look()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/plans')

    await page.goto(`${house.address}/account/passkeys`)
    await page.getByText('Rename or remove').click()
    await page.getByLabel('New name').fill('laptop at work')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByText('The passkey has its new name').waitFor()
    await page.getByText('Rename or remove').click()
    await page.getByRole('button', { name: 'Remove this passkey' }).click()
    await page.getByText('The passkey is removed').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('That passkey is not known here').first().waitFor()
    await look()
  })
})

for (const javaScriptEnabled of [true, false]) {
  describe(`a second factor, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let lead: Visitor
    before(async () => {
      house = await openHouse()
      lead = await aMember(house, 'lead', { javaScriptEnabled })
    })
    after(async () => {
      await lead.close()
      await house.close()
    })

    test('is set up with the key as text, and asked for at the next signing in', async () => {
      const { page, look } = lead
      const { email, password } = signInOf(house, 'lead')
      await page.goto(`${house.address}/account/second-factor`)
      await look()
      await page.getByLabel('Your password').fill(password)
      await page.getByRole('button', { name: 'Set it up' }).click()
      const key = ((await page.locator('.trellis-key').textContent()) ?? '').replaceAll(' ', '')
      await page.getByRole('img', { name: /QR code/ }).waitFor()
      await look()
      await page.getByLabel('Six digits from the app').fill(appCode(key))
      await page.getByRole('button', { name: 'Switch the second factor on' }).click()
      await page.getByText('They are shown this once').waitFor()
      assert.equal(await page.locator('.trellis-key').count(), 10)
      await look()

      const next = await aVisitor(house, { javaScriptEnabled })
      await next.page.getByLabel('E-mail address').fill(email)
      await next.page.getByLabel('Password').fill(password)
      await next.page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await next.page.waitForURL('**/sign-in/code?**')
      await next.look()
      await next.page.getByLabel('Code').fill(nextAppCode(key))
      await next.page.getByRole('button', { name: 'Go on' }).click()
      await next.page.waitForURL('**/plans')
      await next.close()
    })
  })
}
