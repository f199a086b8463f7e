import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)

for (const javaScriptEnabled of [true, false]) {
  describe(`a manager compares a plan with its report, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let manager: Visitor
    before(async () => {
      house = await openHouse()
      manager = await aMember(house, 'manager', { javaScriptEnabled })
    })
    after(async () => {
      await manager.close()
      await house.close()
    })

    test('hands over the report, and reads first what does not add up', async () => {
      const { page, look } = manager
      await page.goto(`${house.address}/documents/new`)
      await page.getByLabel('The plan').setInputFiles(fixture('millbrook-plan.md'))
      await page.getByRole('button', { name: 'Read this plan' }).click()
      await follow(page, /\/plans\/.*\/review/)
      await page.getByRole('link', { name: 'Compare with a report' }).click()
      await look()
      await page.getByRole('button', { name: 'Compare' }).click()
      await page.getByRole('alert').waitFor()
      await look()
      await page.getByLabel('The report, or the next plan').setInputFiles(fixture('millbrook-report.md'))
      await page.getByRole('button', { name: 'Compare' }).click()
      await follow(page, /\/comparisons\/[0-9a-f-]{36}$/)
      await look()
      await page
        .locator('.trellis-lede', { hasText: 'The report says 14 actions; its table and the plan both have 12.' })
        .waitFor()
    })

    test('follows a count to what it counted, and sees the words that were changed', async () => {
      const { page, look } = manager
      await page.getByRole('link', { name: /rows not reported/ }).click()
      await look()
      await page.getByRole('heading', { name: '2 of 13 rows: Not reported' }).waitFor()
      await page.goto(page.url().replace(/show=[a-z-]+/, 'show=reworded'))
      await look()
      await page.locator('ins', { hasText: 'six' }).waitFor()
      await page.locator('del', { hasText: 'five' }).waitFor()
    })

    test('unpairs two rows, sees that the account follows, and takes it back', async () => {
      const { page, look } = manager
      await page.getByRole('link', { name: 'Correct the pair of 2.1.3' }).click()
      await look()
      await page.getByRole('button', { name: /unpair them/ }).click()
      await look()
      await page.getByText('Unpaired 2.1.3 of the plan from 2.3 of the report', { exact: true }).waitFor()
      assert.match((await page.locator('.trellis-counts').textContent()) ?? '', /2 of 12 rows only in the plan/)
      await page.getByRole('button', { name: /^Take this back/ }).click()
      await look()
      assert.match((await page.locator('.trellis-counts').textContent()) ?? '', /1 of 12 rows only in the plan/)
    })

    test('asks where the promised items went, and is told one by one', async () => {
      const { page, look } = manager
      await page.getByRole('link', { name: 'Where did the promised items go?' }).click()
      await look()
      await page.getByLabel('The next plan').setInputFiles(fixture('millbrook-next-plan.md'))
      await page.getByRole('button', { name: 'Compare' }).click()
      await follow(page, /\/comparisons\/[0-9a-f-]{36}$/)
      await page.getByRole('link', { name: 'Where did the promised items go?' }).click()
      await look()
      await page.locator('.trellis-lede', { hasText: '3 items were promised to the next plan.' }).waitFor()
      const lost = page.locator('section', { has: page.getByRole('heading', { name: /Mend the crossing/ }) }).last()
      await lost.getByText('No trace').waitFor()
      await lost.getByText('Deferred until the next financial year').waitFor()
    })
  })
}

test('the comparison fits a phone', async () => {
  const house = await openHouse()
  const manager = await aMember(house, 'manager', { width: 390, height: 844 })
  try {
    const { page, look } = manager
    await page
      .getByRole('table')
      .getByRole('link', { name: /Delivery plan/ })
      .click()
    await page.getByRole('link', { name: 'Compare with a report' }).click()
    await look()
    await page.getByLabel('The report, or the next plan').setInputFiles(fixture('millbrook-report.md'))
    await page.getByRole('button', { name: 'Compare' }).click()
    await follow(page, /\/comparisons\/[0-9a-f-]{36}$/)
    await look()
  } finally {
    await manager.close()
    await house.close()
  }
})

/** Follows the work to its end; without scripts, by looking again. */
async function follow(page: Page, ends: RegExp): Promise<void> {
  await page.waitForURL(/\/(readings|plans|comparisons)\//)
  const again = page.getByRole('link', { name: 'Look again' })
  for (let tries = 0; tries < 100 && (await page.locator('progress').count()) > 0; tries += 1) {
    await page.waitForTimeout(300)
    if (await again.isVisible()) await again.click()
  }
  await page.waitForURL(ends)
}
