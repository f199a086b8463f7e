import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

for (const javaScriptEnabled of [true, false]) {
  describe(`the board’s report, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let manager: Visitor
    before(async () => {
      house = await openHouse()
      manager = await aMember(house, 'manager', { javaScriptEnabled })
      const { page } = manager
      await page.getByRole('table').getByRole('link').first().click()
      await page.getByRole('link', { name: 'Board report' }).click()
      await page.getByRole('heading', { level: 1, name: /Board report/ }).waitFor()
    })
    after(async () => {
      await manager.close()
      await house.close()
    })

    test('every count of today leads to exactly its members', async () => {
      await manager.look()
      await everyCountLeadsToItsMembers(manager)
    })

    test('so does every count of a day gone by, when less was known', async () => {
      const { page, look } = manager
      await page.goto(page.url().replace(/\?.*/, ''))
      const today = await page.locator('.trellis-lede').textContent()
      await page.getByLabel('As at').fill('2026-06-15')
      await page.getByRole('button', { name: 'Show this day' }).click()
      await page.getByText('as at 15 June 2026').first().waitFor()
      await look()
      assert.notEqual(await page.locator('.trellis-lede').textContent(), today)
      await everyCountLeadsToItsMembers(manager)
    })

    test('it downloads as a PDF', async () => {
      const { page } = manager
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.getByRole('link', { name: /PDF/ }).click(),
      ])
      assert.match(download.suggestedFilename(), /\.pdf$/)
      const content = await readFile(await download.path())
      assert.equal(content.subarray(0, 5).toString('latin1'), '%PDF-')
    })
  })
}

/** Follows each figure of the exceptions and of both bars' keys, and counts the rows it lists. */
async function everyCountLeadsToItsMembers({ page }: Visitor): Promise<void> {
  const counts = await page.locator('.trellis-counts a, .trellis-rating-bar__key a').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      figure: Number(
        link.querySelector('.trellis-count__figure, .trellis-rating-bar__count')?.textContent ?? Number.NaN,
      ),
    })),
  )
  assert.ok(counts.length >= 8, `${counts.length} counts are links`)
  for (const { href, figure } of counts) {
    await page.goto(new URL(href, page.url()).href)
    assert.equal(await page.locator('section:has(#members) tbody tr').count(), figure, href)
  }
}
