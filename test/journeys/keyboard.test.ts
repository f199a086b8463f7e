import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const YELLOW = 'rgb(255, 221, 0)'

for (const javaScriptEnabled of [true, false]) {
  describe(`by keyboard alone, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let viewer: Visitor
    before(async () => {
      house = await openHouse()
      viewer = await aMember(house, 'viewer', { javaScriptEnabled })
      await viewer.page.getByRole('table').getByRole('link').first().click()
      await viewer.page.getByRole('heading', { level: 1, name: /Delivery plan/ }).waitFor()
    })
    after(async () => {
      await viewer.close()
      await house.close()
    })

    test('the first key press offers to skip to the content', async () => {
      const { page } = viewer
      await page.keyboard.press('Tab')
      assert.match(await focused(page), /Skip to the main content/)
      assert.equal(await page.locator(':focus').isVisible(), true)
      await page.keyboard.press('Enter')
      await page.waitForURL(/#main$/)
    })

    test('the plan is filtered, an action is opened, and the focus is seen at every step', async () => {
      const { page } = viewer
      await tabTo(page, 'Search the actions')
      await page.keyboard.type('young carers')
      await page.keyboard.press('Enter')
      await page.waitForURL(/search=young(\+|%20)carers/)
      await viewer.look()
      await tabTo(page, 'Find young carers through schools')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: /Find young carers through schools/ }).waitFor()
    })
  })
}

/** Presses Tab until a control has these words; each control on the way must show that it has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    assert.ok(await focusIsSeen(page), `focus is seen on ${await focused(page)}`)
    if ((await focused(page)).includes(words)) return
  }
  assert.fail(`80 key presses did not reach ${words}`)
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null
    return (label ?? activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim()
  })
}

/** GOV.UK's focus is yellow: as ground, outline, shadow, or the fill of a drawing. */
async function focusIsSeen(page: Page): Promise<boolean> {
  const looks = await page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return ''
    return [activeElement, ...activeElement.querySelectorAll('rect')]
      .map((element) => getComputedStyle(element))
      .map(({ backgroundColor, outline, boxShadow, fill }) => `${backgroundColor} ${outline} ${boxShadow} ${fill}`)
      .join(' ')
  })
  return looks.includes(YELLOW)
}
