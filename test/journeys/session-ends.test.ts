import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from './open-house.ts'
import { aMember, signInOf, type Visitor } from './visitor.ts'

const WORDS = 'Half the plan writers have flu, so 58% were in time.'
const BOX = 'What has happened since the last update?'

for (const javaScriptEnabled of [true, false]) {
  describe(`a session that ends while somebody writes, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
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

    test('leads to signing in, and from there back to the words', async () => {
      const { page, look } = lead
      await page.goto(`${house.address}/updates`)
      await page.getByRole('row').filter({ hasText: '30 Nov 26' }).getByRole('link').first().click()
      await page.getByLabel(BOX).fill(WORDS)
      await page
        .getByRole('radio', { name: /At risk/ })
        .first()
        .check()
      const update = page.url()
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Save and finish later' }).click()
      await page.waitForURL('**/sign-in?next=**')
      await look()
      await page.getByText(/not saved/).waitFor()
      const { email, password } = signInOf(house, 'lead')
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL(update)
      if (!javaScriptEnabled) {
        await page.goBack()
        await page.goBack()
      }
      assert.equal(await page.getByLabel(BOX).inputValue(), WORDS)
      assert.equal(await page.getByRole('radio', { checked: true }).count(), 1)
      if (javaScriptEnabled) await look()
      await page.getByRole('button', { name: 'Save and finish later' }).click()
      await page.waitForURL('**/updates?done=saved')
    })
  })
}
