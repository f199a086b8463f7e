import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findPartnerships, vouch } from '../../src/modules/people/index.ts'
import { anOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, aVisitor, type Visitor } from './visitor.ts'

const DOMAIN = 'constabulary.example'
const CALLUM = `callum.strachan@${DOMAIN}`

for (const javaScriptEnabled of [true, false]) {
  describe(`single sign-on, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let manager: Visitor
    let callum: Visitor
    let provider: OpenIdProvider | undefined
    before(async () => {
      house = await openHouse()
      manager = await aMember(house, 'manager', { javaScriptEnabled })
      callum = await aVisitor(house, { javaScriptEnabled, width: 390, height: 844 })
    })
    after(async () => {
      await manager.close()
      await callum.close()
      await provider?.close()
      await house.close()
    })

    /** Somebody at their browser gives an address; the provider then asks who they are. */
    const setOut = async ({ page, look }: Visitor, email: string) => {
      await page.goto(`${house.address}/updates`)
      await page.getByRole('link', { name: 'Sign in through your organisation' }).click()
      await look()
      await page.getByLabel('Work e-mail address').fill(email)
      await page.getByRole('button', { name: 'Go on' }).click()
      await look()
      await page.getByRole('link', { name: /^Go to/ }).click()
    }
    const signInAtWork = async ({ page }: Visitor, as: string) => {
      await page.getByLabel('Name at work').fill(as)
      await page.getByRole('button', { name: 'Sign in at work' }).click()
    }

    test('the manager sets it up with the two addresses that their ICT registers', async () => {
      const { page, look } = manager
      await page.goto(`${house.address}/organisations`)
      await page.getByRole('link', { name: 'Saltern Constabulary' }).click()
      await page.getByRole('link', { name: 'Single sign-on' }).click()
      await look()
      const [back = '', out = ''] = await page.locator('.trellis-key').allTextContents()
      provider = await anOpenIdProvider([back], out)
      provider.people.set('p1234', { email: CALLUM, email_verified: true })
      provider.people.set('p9999', { email: `temp@${DOMAIN}`, email_verified: true })
      await page.getByLabel('Issuer').fill(provider.issuer)
      await page.getByLabel('Client id').fill(provider.clientId)
      await page.getByLabel('Client secret').fill(provider.clientSecret)
      await page.getByLabel('Domains of their addresses').fill(DOMAIN)
      await page.getByRole('button', { name: 'Look at the issuer, and keep this' }).click()
      await page.getByText('The issuer answers as it must').waitFor()
      await page.getByText(`Waiting: ${DOMAIN}`).waitFor()
      await look()
    })

    test('nobody comes in by it until the operator vouches for the domain', async () => {
      const { page, look } = callum
      await page.goto(`${house.address}/sign-in/organisation`)
      await page.getByLabel('Work e-mail address').fill(CALLUM)
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.getByText(`No organisation with addresses at ${DOMAIN} signs in here this way`).first().waitFor()
      await look()
      const [partnership] = await house.database.owner(findPartnerships)
      assert.ok(partnership)
      const said = await vouch(house.world, { partnershipId: partnership.id, domain: DOMAIN, said: 'vouched' })
      assert.equal(said.ok, true)
      await manager.page.reload()
      await manager.page.getByText(`On for addresses at ${DOMAIN}`).waitFor()
      await manager.look()
    })

    test('whom the directory does not have is told so, and has no account by it', async () => {
      const stranger = await aVisitor(house, { javaScriptEnabled })
      await setOut(stranger, `temp@${DOMAIN}`)
      await signInAtWork(stranger, 'p9999')
      await stranger.page.getByText('this partnership’s directory does not have you').waitFor()
      await stranger.look()
      await stranger.close()
    })

    test('somebody of the directory comes in by their work address, never invited, to the page they were on their way to', async () => {
      const { page, look } = manager
      await page.goto(`${house.address}/people`)
      await page.getByRole('link', { name: 'Callum Strachan' }).click()
      await page.getByRole('link', { name: 'Change', exact: true }).click()
      await page.getByLabel('Mail address').fill(CALLUM)
      await page.getByRole('button', { name: 'Save this person' }).click()
      await look()
      await setOut(callum, CALLUM)
      await signInAtWork(callum, 'p1234')
      await callum.page.waitForURL(`${house.address}/updates`)
      await callum.look()
      assert.equal(await callum.page.locator('.trellis-bar__person').textContent(), 'Callum Strachan')
      await callum.page.goto(`${house.address}/account/sessions`)
      await callum.page.getByText('through your organisation').waitFor()
    })

    test('signing out ends the session here and there: coming again, they are asked who they are', async () => {
      const { page, look } = callum
      await page.goto(`${house.address}/account`)
      await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
      await page.getByText('You are signed out of Trellis').first().waitFor()
      await look()
      await page.getByRole('link', { name: 'Sign out at Saltern Constabulary too' }).click()
      await page.getByRole('button', { name: 'Sign me out at work' }).click()
      await page.waitForURL(({ origin, pathname }) => origin === house.address && pathname === '/sign-in')
      await look()
      await setOut(callum, CALLUM)
      await page.getByLabel('Name at work').waitFor()
      await page.goto(`${house.address}/updates`)
      await page.waitForURL(({ pathname }) => pathname === '/sign-in')
    })
  })
}
