import { type BrowserContext, chromium, type Browser as Program } from 'playwright-core'

/** A browser with a window of its own, which knows nothing when it opens. */
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

/** Starts Debian's Chromium, with an empty profile that goes away with it. `CHROMIUM` names another one. */
export function startChromium(): Promise<Program> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, headless: true, args: FLAGS })
}

/** Opens a window that shares no cookie and nothing else with any other. */
export function openWindow(program: Program, choices: BrowserChoices = {}): Promise<BrowserContext> {
  const { width = 1280, height = 900, javaScriptEnabled = true } = choices
  return program.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    javaScriptEnabled,
  })
}

/** Starts a browser for one window. */
export async function launchBrowser(choices: BrowserChoices = {}): Promise<Browser> {
  const program = await startChromium()
  return { context: await openWindow(program, choices), close: () => program.close() }
}
