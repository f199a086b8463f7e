import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { h } from 'preact'
import { type Browser, launchBrowser } from '../../../test/support/browser.ts'
import { type ServedPage, servePage } from '../../../test/support/serve-page.ts'
import { GALLERY_ANSWERS, GalleryPage } from '../gallery/gallery.page.tsx'
import { renderPage } from '../index.ts'

describe('what the script adds to a page', () => {
  let served: ServedPage
  let browser: Browser
  before(async () => {
    served = await servePage(() => renderPage(h(GalleryPage, {})), GALLERY_ANSWERS)
    browser = await launchBrowser({ width: 390 })
  })
  after(async () => {
    await browser.close()
    await served.close()
  })

  async function open() {
    const page = await browser.context.newPage()
    await page.goto(served.url)
    return page
  }

  test('says how many characters are left, and how many are too many', async () => {
    const page = await open()
    await page.fill('#narrative', 'a'.repeat(1999))
    assert.equal(await page.textContent('#narrative-count'), 'You have 1 character left')
    await page.fill('#narrative', 'a'.repeat(2002))
    assert.equal(await page.textContent('#narrative-count'), 'You have 2 characters too many')
  })

  test('says the name and the size of a chosen file', async () => {
    const page = await open()
    await page.setInputFiles('#file', {
      name: 'plan.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(14_200),
    })
    assert.equal(await page.textContent('.trellis-chosen-file__words'), 'plan.docx, 14 kB')
  })

  test('says a chosen day in words, however the browser writes it', async () => {
    const page = await open()
    assert.equal(await page.textContent('.trellis-day-in-words'), '1 September 2014')
    await page.fill('#due', '2015-03-31')
    assert.equal(await page.textContent('.trellis-day-in-words'), '31 March 2015')
    await page.fill('#due', '')
    assert.equal(await page.textContent('.trellis-day-in-words'), '')
  })

  test('takes a file that is dropped on it, and asks for one when there are two', async () => {
    const page = await open()
    const drop = (names: readonly string[]) =>
      page.evaluate((given) => {
        const dataTransfer = new DataTransfer()
        for (const name of given) dataTransfer.items.add(new File(['words'], name))
        document.querySelector('trellis-chosen-file')?.dispatchEvent(new DragEvent('drop', { dataTransfer }))
      }, names)
    await drop(['plan.docx'])
    assert.equal(await page.textContent('.trellis-chosen-file__words'), 'plan.docx, 5 bytes')
    await drop(['one.docx', 'two.docx'])
    assert.match((await page.textContent('.trellis-chosen-file__words')) ?? '', /^You dropped 2 files\. Drop one/)
  })

  test('takes the visitor to the list of problems', async () => {
    const page = await open()
    assert.equal(await page.evaluate('document.activeElement.className'), 'govuk-error-summary')
  })

  test('follows the work that is going on', async () => {
    const page = await open()
    const share = page.locator('trellis-reading-progress .trellis-progress__share')
    await share.filter({ hasText: '61%' }).waitFor()
    assert.equal(
      await page.locator('trellis-reading-progress progress').evaluate((bar: HTMLProgressElement) => bar.value),
      0.61,
    )
  })

  test('asks before words are left behind, and only then', async () => {
    const page = await open()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.goto(served.url)
    assert.deepEqual(asked, [])
    await page.locator('#narrative').pressSequentially('We trained')
    await page.goto(served.url)
    assert.deepEqual(asked, ['beforeunload'])
  })

  test('filters fold away on a phone and open at a touch', async () => {
    const page = await open()
    const words = page.locator('#words')
    assert.equal(await words.isVisible(), false)
    await page.click('.trellis-filters__summary')
    assert.equal(await words.isVisible(), true)
  })
})

describe('a page without scripts', () => {
  test('shows the filters where there is room, every further question, and a link that asks again', async () => {
    const served = await servePage(() => renderPage(h(GalleryPage, {})), GALLERY_ANSWERS)
    const browser = await launchBrowser({ width: 1280, javaScriptEnabled: false })
    try {
      const page = await browser.context.newPage()
      await page.goto(served.url)
      assert.equal(await page.locator('#words').isVisible(), true)
      assert.equal(await page.locator('#why').isVisible(), true)
      assert.equal(await page.getByRole('link', { name: 'See how far it has got' }).isVisible(), true)
    } finally {
      await browser.close()
      await served.close()
    }
  })
})
