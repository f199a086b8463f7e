import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

/** Bytes of page and styles together as they travel, gzipped; the font is kept by the browser for a year. */
const MOST_FOR_PAGE_AND_STYLES = 60_000

describe('what the main pages cost a phone', () => {
  let house: House
  let manager: Visitor
  let plan: string
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager', { width: 390, height: 844 })
    plan = (await manager.page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? ''
  })
  after(async () => {
    await manager.close()
    await house.close()
  })

  test('the plan and its styles weigh less than 60 kB', async (t) => {
    const html = await manager.page.request.get(house.address + plan).then((response) => response.text())
    const weights = new Map([['document', gzipSync(html).length]])
    for (const [path, kind = ''] of html.matchAll(/\/assets\/[\w.-]+\.(css|js|svg|woff2)/g)) {
      const body = await manager.page.request.get(house.address + path).then((response) => response.body())
      weights.set(kind, (weights.get(kind) ?? 0) + gzipSync(body).length)
    }
    const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
    const each = [...weights].map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} kB`)
    t.diagnostic(`${each.join(', ')}, together ${(total / 1000).toFixed(1)} kB`)
    const [page, styles] = [weights.get('document') ?? 0, weights.get('css') ?? 0]
    assert.ok(styles > 0, 'the page has styles')
    assert.ok(page + styles < MOST_FOR_PAGE_AND_STYLES, `${page + styles} bytes`)
  })

  test('nothing moves while a main page loads', async () => {
    const { page } = manager
    for (const path of ['/plans', plan, `${plan}/due`, `${plan}/board-report`, '/updates', '/documents/new']) {
      await page.goto(house.address + path, { waitUntil: 'networkidle' })
      assert.equal(await layoutShift(page), 0, path)
    }
  })
})

/** The browser's own measure of how much moved after it was first shown. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((tell) => {
    let sum = 0
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value })
      .observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => tell(sum), 200)
  })`)
}
