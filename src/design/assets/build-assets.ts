import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findKeptAssets, keepAssets } from './asset-cache.ts'
import { DESIGN, FONT_FILES, nameOfSources } from './asset-sources.ts'
import type { AssetFile, Assets } from './assets.ts'
import { compileScript } from './compile-script.ts'
import { compileStyles } from './compile-styles.ts'
import { fingerprint } from './fingerprint.ts'

export type { AssetFile, Assets } from './assets.ts'

/** Styles, script, fonts and mark, ready to serve. Compiled the first time; afterwards read from `dist/assets`. */
export async function buildAssets(): Promise<Assets> {
  const name = await nameOfSources()
  const kept = await findKeptAssets(name)
  if (kept) return kept
  const built = await compileAssets()
  await keepAssets(name, built)
  return built
}

async function compileAssets(): Promise<Assets> {
  const [latin, latinExtended, icon, script] = await Promise.all([
    readFile(FONT_FILES.latin).then((body) => served('source-sans', 'woff2', body)),
    readFile(FONT_FILES.latinExtended).then((body) => served('source-sans-extended', 'woff2', body)),
    readFile(join(DESIGN, 'page', 'mark.svg')).then((body) => served('mark', 'svg', body)),
    compileScript().then((text) => served('trellis', 'js', Buffer.from(text))),
  ])
  const css = await compileStyles({ latin: latin.url, latinExtended: latinExtended.url })
  const styles = served('trellis', 'css', Buffer.from(css))
  return {
    cssUrl: styles.url,
    scriptUrl: script.url,
    iconUrl: icon.url,
    fontUrls: [latin.url],
    files: new Map([latin, latinExtended, icon, script, styles].map(({ url, file }) => [url, file])),
  }
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const

function served(name: string, extension: keyof typeof TYPES, body: Buffer): { url: string; file: AssetFile } {
  return { url: `/assets/${name}.${fingerprint(body)}.${extension}`, file: { body, type: TYPES[extension] } }
}
