import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { type BrowserChoices, openWindow, startChromium } from '../support/browser.ts'
import { closedAtTheEnd } from '../support/closed-at-the-end.ts'
import { checkPage } from '../support/page-check.ts'
import { axeFindings } from './axe.ts'
import type { House } from './open-house.ts'

/** Somebody at a browser of their own. */
export type Visitor = {
  readonly page: Page
  /** holds the page as it stands to everything that holds for every page; axe itself needs scripts, and looks when they are on */
  readonly look: () => Promise<void>
  readonly close: () => Promise<void>
}

export type PersonInDemo = 'manager' | 'chair' | 'lead' | 'charity' | 'viewer'

/** Opens a browser at the sign-in page. */
export function aVisitor(house: House, choices: BrowserChoices = {}): Promise<Visitor> {
  return visitorAt(`${house.address}/sign-in`, choices)
}

/** Opens a browser at an address; `complaints` of the console fail the next look. */
export async function visitorAt(address: string, choices: BrowserChoices = {}): Promise<Visitor> {
  const context = await openWindow((await theBrowser()).program, choices)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (!isAnswerInWords(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (problem) => complaints.push(problem.message))
  await page.goto(address)
  const look = async () => {
    await page.waitForLoadState('load')
    assert.deepEqual(complaints, [], page.url())
    assert.deepEqual(checkPage(await page.content(), page.url()), [])
    if (choices.javaScriptEnabled !== false) assert.deepEqual(await axeFindings(page), [], page.url())
    assert.equal(await tooWide(page), null, page.url())
  }
  return { page, look, close: () => context.close() }
}

let started: Promise<{ readonly program: Browser; readonly close: () => Promise<void> }> | null = null

/** All visitors of a test process look through windows of one browser, which takes seconds to start. */
function theBrowser() {
  started ??= startChromium().then((program) => closedAtTheEnd({ program, close: () => program.close() }))
  return started
}

/** A page that refuses says so in its own words; the browser's remark about its status is no complaint. */
function isAnswerInWords(text: string): boolean {
  return /the server responded with a status of 4\d\d|^Clear-Site-Data header on .* Cleared data types/.test(text)
}

/** Somebody of the demo, signed in as anybody would. */
export async function aMember(house: House, person: PersonInDemo, choices: BrowserChoices = {}): Promise<Visitor> {
  const visitor = await aVisitor(house, choices)
  const { email, password } = signInOf(house, person)
  await visitor.page.getByLabel('E-mail address').fill(email)
  await visitor.page.getByLabel('Password').fill(password)
  await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await visitor.page.waitForURL('**/plans')
  return visitor
}

export function signInOf({ signIns }: House, person: PersonInDemo): { email: string; password: string } {
  const found = signIns.find(({ password }) => password === `trellis-${person}`)
  assert.ok(found, `the demo has a ${person}`)
  return found
}

async function tooWide(page: Page): Promise<string | null> {
  const { content, window } = await page.evaluate(() => ({
    content: document.scrollingElement?.scrollWidth ?? 0,
    window: innerWidth,
  }))
  return content > window ? `${content} px wide in a window of ${window} px` : null
}
