import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from '../journeys/open-house.ts'
import { aMember, aVisitor, type Visitor } from '../journeys/visitor.ts'

/** What a script that got in would try: words made into code. Each must throw. */
const WAYS_TO_CODE = [
  "document.body.innerHTML = '<img src=x onerror=alert(1)>'",
  "document.body.insertAdjacentHTML('beforeend', '<b>b</b>')",
  "document.createRange().createContextualFragment('<b>b</b>')",
  "document.write('<b>b</b>')",
  "new DOMParser().parseFromString('<b>b</b>', 'text/html')",
  "document.createElement('script').src = '/assets/a.js'",
  "document.createElement('script').text = 'alert(1)'",
  "document.createElement('iframe').srcdoc = '<b>b</b>'",
  "trustedTypes.createPolicy('default', { createHTML: (words) => words })",
]

describe('in a real browser', () => {
  let house: House
  let manager: Visitor
  let plan: string
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager')
    plan = (await manager.page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? ''
  })
  after(async () => {
    await manager?.close()
    await house?.close()
  })

  test('no main page breaks its own rules about scripts, styles and where things come from', async () => {
    const { page, look } = manager
    const broken: string[] = []
    await page.exposeFunction('tell', (what: string) => broken.push(what))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
        Reflect.get(window, 'tell')(`${documentURI}: ${violatedDirective} ${blockedURI}`)
      })
    })
    await page.goto(house.address + plan)
    const action = (await page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? ''
    const paths = [
      '/plans',
      plan,
      `${plan}/due`,
      `${plan}/board-report`,
      action,
      `${action}/change`,
      '/updates',
      '/people',
    ]
    for (const path of [...paths, '/documents/new', '/files', '/messages', '/audit', '/account', '/nowhere']) {
      await page.goto(house.address + path)
      await look()
    }
    assert.deepEqual(broken, [])
  })

  test('the islands work under the rules', async () => {
    const lead = await aMember(house, 'lead')
    await lead.page.goto(`${house.address}/updates`)
    const point = await lead.page.getByRole('table').getByRole('link').first().getAttribute('href')
    await lead.page.goto(house.address + (point ?? ''))
    await lead.page.locator('textarea[name=narrative]').fill('Two hubs')
    await lead.page
      .getByText(/You have [\d,]+ characters left/)
      .first()
      .waitFor()
    await lead.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hubs.txt', mimeType: 'text/plain', buffer: Buffer.from('Two') })
    await lead.page.getByText(/^hubs\.txt, /).waitFor()
    await lead.look()
    await lead.close()
  })

  test('words are never made into code, on whatever page a script got in', async () => {
    const stranger = await aVisitor(house)
    for (const { page } of [stranger, manager]) {
      await page.goto(`${house.address}/sign-in`)
      for (const way of WAYS_TO_CODE) {
        // The browser's own tools run this, so that it stands where an attacker's script would: the rules are the page's.
        const problem = await page.evaluate(way).then(
          () => 'it was let',
          (thrown: Error) => thrown.message,
        )
        assert.match(
          problem,
          /TrustedHTML|TrustedScript|TrustedScriptURL|Policy .*disallowed|violates/,
          `${page.url()} ${way}`,
        )
      }
    }
    await stranger.close()
  })
})
