import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { handOver } from './hand-over.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const OWN_PLAN = join(import.meta.dirname, 'fixtures', 'millbrook-plan.md')
const PUBLISHED_PLAN = join(import.meta.dirname, '../../../shared/seeds/000_5ddab99ca52f0a11.txt')

for (const javaScriptEnabled of [true, false]) {
  describe(`a manager adopts a plan, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
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

    test('a document that is no plan is refused in a sentence, and nothing is lost', async () => {
      const { page } = manager
      await page.getByRole('link', { name: 'Read a plan', exact: true }).click()
      await page.getByRole('button', { name: 'Read this plan' }).click()
      await manager.look()
      await page.getByRole('alert').waitFor()
      const file = { name: 'picture.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no plan') }
      await handOver(page, file, javaScriptEnabled)
      await manager.look()
      await page.getByRole('heading', { level: 1, name: /could not be read/ }).waitFor()
    })

    test('reads it, corrects a field, sets title and period, adopts it, and sees what is due when', async () => {
      const { page, look } = manager
      await page.goto(`${house.address}/documents/new`)
      await look()
      await handOver(page, OWN_PLAN, javaScriptEnabled)
      await look()
      await page.locator('.trellis-lede', { hasText: '12 actions' }).waitFor()

      await page.getByRole('link', { name: 'Correct 1.1.2' }).click()
      await look()
      await page.getByLabel('Measure').fill('12 sixth formers qualify and 10 work the summer')
      await page.getByRole('button', { name: 'Save this action' }).click()
      await page.waitForURL(/done=action/)
      await look()
      await page.getByText('12 sixth formers qualify and 10 work the summer').first().waitFor()

      await page.getByLabel('Title').fill('Millbrook plan 2026/27')
      await page.getByLabel('First day').fill('2026-04-01')
      await page.getByLabel('Last day').fill('2025-03-31')
      await page.getByRole('button', { name: 'Save title and period' }).click()
      await look()
      assert.equal(await page.getByLabel('Title').inputValue(), 'Millbrook plan 2026/27')
      await page.getByLabel('Last day').fill('2027-03-31')
      await page.getByRole('button', { name: 'Save title and period' }).click()
      await look()
      await page.getByRole('heading', { level: 1, name: /Millbrook plan 2026\/27/ }).waitFor()

      await page.getByRole('button', { name: 'Adopt this plan' }).click()
      await page.waitForURL(/\/plans\/[^/]+\?done=adopted/)
      await look()
      assert.equal(await page.locator('main tbody tr').count(), 12)
      await page.getByRole('link', { name: 'What is due when' }).click()
      await look()
      await page.goto(`${page.url()}?month=2026-09#month`)
      await page.getByRole('link', { name: /^Open the boathouse café/ }).waitFor()
      await page.getByRole('link', { name: /^Ring each family/ }).waitFor()
    })

    test('reads a published plan whole: 82 actions in it, 82 on the pages of its review', {
      skip: existsSync(PUBLISHED_PLAN) ? false : 'shared documents are not here',
    }, async () => {
      const { page, look } = manager
      await page.goto(`${house.address}/documents/new`)
      await handOver(page, PUBLISHED_PLAN, javaScriptEnabled)
      await look()
      await page.locator('.trellis-lede', { hasText: '82 actions' }).waitFor()
      assert.equal(await countOnPages(page, /^Correct /), 82)
    })
  })
}

/** How many links have this name on the review's pages, from the first to the last. */
async function countOnPages(page: Page, name: RegExp): Promise<number> {
  const steps = page.getByRole('navigation', { name: 'Pages of the document' })
  for (let count = 0; ; ) {
    count += await page.getByRole('link', { name }).count()
    const next = await steps
      .locator('a[rel=next]')
      .getAttribute('href', { timeout: 500 })
      .catch(() => null)
    if (!next) return count
    await page.goto(new URL(next, page.url()).href)
  }
}
