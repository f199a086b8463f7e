import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { GalleryPage } from '../gallery/gallery.page.tsx'
import { nameOfSources } from './asset-sources.ts'
import { buildAssets } from './build-assets.ts'
import { fingerprint } from './fingerprint.ts'

describe('the assets', () => {
  test('every address a page uses is there, with its type', async () => {
    const { files, cssUrl, scriptUrl, iconUrl, fontUrls } = await buildAssets()
    assert.equal(files.get(cssUrl)?.type, 'text/css; charset=utf-8')
    assert.equal(files.get(scriptUrl)?.type, 'text/javascript; charset=utf-8')
    assert.equal(files.get(iconUrl)?.type, 'image/svg+xml')
    for (const url of fontUrls) assert.equal(files.get(url)?.type, 'font/woff2')
  })

  test('an address changes when what it holds does, so it may be kept for ever', async () => {
    const { files } = await buildAssets()
    for (const [url, { body }] of files) assert.ok(url.includes(fingerprint(body)), url)
  })

  test('every address in the styles is served', async () => {
    const { files, cssUrl } = await buildAssets()
    const css = String(files.get(cssUrl)?.body)
    const urls = [...css.matchAll(/url\(["']?(\/[^)"']+)/g)].map(([, url = '']) => url)
    assert.ok(urls.length >= 2)
    for (const url of urls) assert.ok(files.has(url), url)
  })

  test('a second start reads what the first one built', async () => {
    assert.deepEqual(await buildAssets(), await buildAssets())
    assert.equal(await nameOfSources(), await nameOfSources())
  })

  test('the styles dress every class of the components', async () => {
    const { files, cssUrl } = await buildAssets()
    const css = String(files.get(cssUrl)?.body)
    const used = renderToString(h(GalleryPage, {})).matchAll(/ class="([^"]+)"/g)
    const classes = new Set([...used].flatMap(([, names = '']) => names.split(' ')))
    const bare = [...classes].filter((name) => !css.includes(`.${name}`) && !NAMES_ONLY.has(name))
    assert.deepEqual(bare, [])
  })
})

/** Classes that name a thing for a reader of the page, an island or a test, and look like their parent. */
const NAMES_ONLY = new Set([
  'trellis-bar__name',
  'trellis-due__key-item--due',
  'trellis-due__part--overdue',
  'trellis-empty__body',
  'trellis-input--full',
  'trellis-navigation__item',
  'trellis-notice--information',
  'trellis-progress__label',
  'trellis-progress__words',
  'trellis-tag--plain',
])
