import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** A browser window of our own, with an empty profile that goes away with it. */
export type Browser = { readonly context: BrowserContext; readonly close: () => Promise<void> }

export type BrowserChoices = {
  readonly width?: number
  readonly height?: number
  /** journeys run without scripts too */
  readonly javaScriptEnabled?: boolean
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Debian's Chromium. `CHROMIUM` names another one. */
export async function launchBrowser(choices: BrowserChoices = {}): Promise<Browser> {
  const { width = 1280, height = 900, javaScriptEnabled = true } = choices
  const profile = await mkdtemp(join(tmpdir(), 'trellis-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    javaScriptEnabled,
  })
  return {
    context,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
