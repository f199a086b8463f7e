import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { handOver } from './hand-over.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const OWN_PLAN = join(import.meta.dirname, 'fixtures', 'millbrook-plan.md')

describe('a manager reviews a draft by keyboard', () => {
  let house: House
  let manager: Visitor
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager')
    await manager.page.goto(`${house.address}/documents/new`)
    await handOver(manager.page, OWN_PLAN, true)
  })
  after(async () => {
    await manager.close()
    await house.close()
  })

  test('the action that has the focus is lit in the document', async () => {
    const { page, look } = manager
    await look()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.match((await page.locator('[data-looked-at]').textContent()) ?? '', /1\.1\.2\s*Train sixth formers/)
    await page.keyboard.press('k')
    assert.match((await page.locator('[data-looked-at]').textContent()) ?? '', /1\.1\.1\s*Open the boathouse/)
    await page.locator('.trellis-pane tr', { hasText: 'Light the towpath' }).locator('td').nth(1).click()
    assert.match(await focusedText(page), /^1\.2\.2 Light the towpath/)
    await look()
  })

  test('works through every question with the keys alone, and each answer counts', async () => {
    const { page, look } = manager
    await page.getByRole('link', { name: /^Questions/ }).click()
    await look()
    const open = await page.locator('[data-item="open"]').count()
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.waitForURL(/done=/)
    await page.getByText(`1 of ${open} questions`).waitFor()
    await look()
    for (let left = open - 1; left > 0; left -= 1) {
      if (!(await page.evaluate(() => document.activeElement?.matches('[data-item]')))) await page.keyboard.press('j')
      await Promise.all([page.waitForNavigation(), page.keyboard.press('l')])
    }
    await page.getByText(`All ${open} looked at`).waitFor()
    await look()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(`${open - 1} of ${open} questions`).waitFor()
  })

  test('goes to the field of a question, is told at once what was understood, and comes back to the list', async () => {
    const { page, look } = manager
    await page.getByRole('link', { name: 'Show those looked at too' }).click()
    await page.getByRole('link', { name: /^Correct the timescale 1\.1\.3/ }).click()
    await look()
    await page.getByLabel('Timescale').fill('September 2026 and March 2027')
    await page.getByText(/^Understood as 30 September 2026 and 31 March 2027/).waitFor()
    await page.getByLabel('Measure').focus()
    await page.getByText('Saved', { exact: true }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Save this action' }).click()
    await page.waitForURL(/\/review\/questions/)
    await page.goto(`${page.url().split('/questions')[0]}`)
    await page.getByText('September 2026 and March 2027').first().waitFor()
  })

  test('tells what a column holds, and the actions are read again', async () => {
    const { page, look } = manager
    await page.getByRole('link', { name: 'Columns', exact: true }).click()
    await look()
    await page.getByLabel('Measure').selectOption('Comment or progress')
    await page.getByRole('button', { name: 'Read it again like this' }).click()
    await page.getByText('Read as you told').waitFor()
    await look()
    await page.getByLabel('Name of the recipe').fill('Our plan')
    await page.getByRole('button', { name: 'Keep this recipe' }).click()
    await page.getByText('Read with the recipe').or(page.getByText('The recipe is kept')).first().waitFor()
    await page.getByRole('link', { name: 'Actions', exact: true }).click()
    await page.getByText('Comment in the document').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('That is undone').waitFor()
    assert.equal(await page.getByText('Comment in the document').count(), 0)
    await look()
  })
})

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement?.textContent ?? '').trim().replaceAll(/\s+/g, ' '))
}
