import type { Page } from 'playwright-core'

/** Hands a document over, though it were handed over before, and follows the reading to its end; without scripts, by looking again. */
export async function handOver(
  page: Page,
  file: Parameters<Page['setInputFiles']>[1],
  follows: boolean,
): Promise<void> {
  await page.getByLabel('The plan').setInputFiles(file)
  await page.getByRole('button', { name: 'Read this plan' }).click()
  await page.waitForURL(/\/(readings|plans)\/|\/again\?/)
  if (/\/again\?/.test(page.url())) {
    await page.getByRole('button', { name: 'Read it again as a new draft' }).click()
    await page.waitForURL(/\/(readings|plans)\//)
  }
  const again = page.getByRole('link', { name: 'Look again' })
  for (let tries = 0; tries < 60 && (await page.locator('trellis-reading-progress progress').count()) > 0; tries += 1) {
    await page.waitForTimeout(300)
    if (!follows && (await again.isVisible())) await again.click()
  }
}
