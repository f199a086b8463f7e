import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { handOver } from './hand-over.ts'
import { type House, openHouse } from './open-house.ts'
import { type FormatFile, planInFormats } from './plan-in-formats.ts'
import { aMember, type Visitor } from './visitor.ts'

describe('a plan in every format, from the file to the adopted plan', () => {
  let house: House
  let manager: Visitor
  let reader: Visitor
  let files: readonly FormatFile[]
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager')
    reader = await aMember(house, 'manager', { javaScriptEnabled: false })
    files = await planInFormats(manager.page)
  })
  after(async () => {
    await manager.close()
    await reader.close()
    await house.close()
  })

  const adopt = async ({ page, look }: Visitor, file: FormatFile, follows: boolean) => {
    await page.goto(`${house.address}/documents/new`)
    await handOver(page, file, follows)
    await page.locator('.trellis-lede', { hasText: '3 actions' }).waitFor()
    await look()
    const rows = page.locator('.trellis-pane [data-became="action"]')
    assert.ok((await rows.count()) >= 3, 'each action is marked where it stands in the document')
    await page.getByText('Light the towpath to the college').last().waitFor()
    await page.getByLabel('Title').fill(`Harbour plan from ${file.name}`)
    await page.getByLabel('First day').fill('2026-04-01')
    await page.getByLabel('Last day').fill('2027-03-31')
    await page.getByRole('button', { name: 'Save title and period' }).click()
    await page
      .getByText(/^December 2026/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Adopt this plan' }).click()
    await page.waitForURL(/done=adopted/)
    await look()
    assert.equal(await page.locator('main tbody tr').count(), 3)
  }

  for (const format of ['docx', 'xlsx', 'xls', 'ods', 'odt', 'html', 'md', 'tsv', 'csv', 'txt', 'pdf', 'json']) {
    test(`read from .${format}, it is adopted whole`, async () => {
      const file = files.find(({ name }) => name.endsWith(`.${format}`))
      assert.ok(file)
      await adopt(manager, file, true)
    })
  }

  test('without JavaScript a Word document and a PDF go the same way', async () => {
    for (const format of ['docx', 'pdf']) {
      const file = files.find(({ name }) => name.endsWith(`.${format}`))
      assert.ok(file)
      await adopt(reader, file, false)
    }
  })
})
