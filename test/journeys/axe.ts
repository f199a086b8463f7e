import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const RUN = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`

/** What axe finds wrong with a page as it stands, by WCAG 2.2 AA and good practice. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(SOURCE, 'utf8'))
  return page.evaluate<string[]>(RUN)
}
