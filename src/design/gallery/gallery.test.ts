import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { h } from 'preact'
import { type Browser, launchBrowser } from '../../../test/support/browser.ts'
import { checkPage } from '../../../test/support/page-check.ts'
import { type ServedPage, servePage } from '../../../test/support/serve-page.ts'
import { buildAssets, renderPage } from '../index.ts'
import { GALLERY_ANSWERS, GalleryPage } from './gallery.page.tsx'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const render = () => renderPage(h(GalleryPage, {}))

describe('every component on one page', () => {
  let served: ServedPage
  before(async () => {
    served = await servePage(render, GALLERY_ANSWERS)
  })
  after(() => served.close())

  test('passes the check that every page passes', () => {
    assert.deepEqual(checkPage(render(), '/gallery'), [])
  })

  test('weighs less than 60 kB with its styles, script and font', async () => {
    const { files, cssUrl, scriptUrl, iconUrl, fontUrls } = await buildAssets()
    const fetched = [cssUrl, scriptUrl, iconUrl, ...fontUrls].map((url) => files.get(url)?.body ?? Buffer.alloc(0))
    const bytes = [Buffer.from(render()), ...fetched].reduce((sum, body) => sum + gzipSync(body).length, 0)
    assert.ok(bytes < 60_000, `${bytes} bytes`)
  })

  for (const width of [1280, 390, 320]) {
    describe(`at ${width} px`, () => {
      let browser: Browser
      before(async () => {
        browser = await launchBrowser({ width })
      })
      after(() => browser.close())

      test('fits, keeps to the strict policy, and nothing moves while it loads, however late the font comes', async () => {
        const page = await browser.context.newPage()
        await page.route('**/*.woff2', (font) => pause(400).then(() => font.continue()))
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('pageerror', (error) => complaints.push(error.message))
        await page.goto(served.url, { waitUntil: 'networkidle' })
        assert.deepEqual(complaints, [])
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
        assert.ok(Number(await page.evaluate(LAYOUT_SHIFT)) < 0.02, 'the page moved')
      })

      test('axe finds nothing to complain of', async () => {
        const page = await browser.context.newPage()
        await page.goto(served.url, { waitUntil: 'load' })
        await page.evaluate(await readFile(axe, 'utf8'))
        assert.deepEqual(await page.evaluate(AXE), [])
      })
    })
  }
})

/** How much of the page moved after it was first shown; 0.1 is the most that is called good. */
const LAYOUT_SHIFT = `new Promise((tell) => {
  let sum = 0
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value })
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => tell(sum), 200)
})`

const AXE = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`
