import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { launchBrowser } from './browser.ts'

export type PictureChoices = { readonly width?: number; readonly wholePage?: boolean }

/** Takes a picture of a page as a visitor sees it; returns what the browser complained about. */
export async function takePicture(url: string, file: string, choices: PictureChoices = {}): Promise<readonly string[]> {
  const { width = 1280, wholePage = true } = choices
  const { context, close } = await launchBrowser({ width, height: width < 600 ? 844 : 900 })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await mkdir(dirname(file), { recursive: true })
    await page.screenshot({ path: file, fullPage: wholePage })
    return complaints
  } finally {
    await close()
  }
}
