import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { askTonight } from '../../src/modules/programme/index.ts'
import { carriersOf, deliverMessages } from '../../src/platform/messages/index.ts'
import { aMailServer, linkIn, type MailServer, saidIn } from '../support/mail-server.ts'
import { handOver } from './hand-over.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, type PersonInDemo, type Visitor, visitorAt } from './visitor.ts'

const PLAN = join(import.meta.dirname, 'fixtures', 'harbour-plan.md')
const PHONE = { width: 390, height: 844 }
const [LEAD, SILENT] = ['dev.chaudhary@calverhythe.example', 'kofi.amankwah@calverhythe.example']
const [CHAIR, MANAGER] = ['siobhan.keady@calverhythe.example', 'imogen.adeyemi@calverhythe.example']
const STRATEGY = 'Agree a play strategy for the seafront'
const HUB = 'Open a family hub at the harbour'

describe('a whole year of a plan, and the next one', () => {
  let house: House
  let mail: MailServer
  /** where the plan is, once it is adopted */
  let plan = ''
  before(async () => {
    mail = await aMailServer()
    house = await openHouse({ begins: Temporal.Instant.from('2023-11-15T10:00:00Z') })
  })
  after(async () => {
    await house?.close()
    await mail?.close()
  })

  test('April: the manager hands the plan over and adopts it', async () => {
    house.setClock('2024-04-03T10:00:00Z')
    await as('manager', async ({ page, look }) => {
      await page.goto(`${house.address}/documents/new`)
      await handOver(page, PLAN, true)
      await page.locator('.trellis-lede', { hasText: '3 actions' }).waitFor()
      await page.getByRole('button', { name: 'Adopt this plan' }).click()
      await page.waitForURL(/\/plans\/[^/]+\?done=adopted/)
      plan = new URL(page.url()).pathname
      await look()
    })
  })

  test('June: the lead is asked by mail and answers by its link, on a phone', async () => {
    await nights('2024-05-20', '2024-06-05')
    await byLink(LEAD, async (page, look) => {
      await page.getByText(HUB).first().waitFor()
      await write(page, 'The builders have the keys.', ['On track', 'On track'])
      await look()
    })
  })

  test('June: the chair sends it back, and a mail brings the lead to what is asked', async () => {
    house.setClock('2024-06-06T10:00:00Z')
    await as('chair', async ({ page }) => {
      await openUpdate(page, HUB)
      await page.getByLabel('Note to the lead').fill('How many families have registered?')
      await page.getByRole('button', { name: 'Send it back' }).click()
      await page.waitForURL('**/updates?done=**')
    })
    await nights('2024-06-07', '2024-06-10')
    await byLink(LEAD, async (page) => {
      await page.getByText('How many families have registered?').first().waitFor()
      await write(page, 'The builders have the keys, and 84 families have registered.', ['On track', 'On track'])
    })
  })

  test('June: the chair accepts it', async () => {
    house.setClock('2024-06-11T10:00:00Z')
    await accept(HUB)
  })

  test('July: whoever stays silent is reminded; then the chair hears of it, and then the manager', async () => {
    await nights('2024-06-11', '2024-07-19')
    const about = (address: string) => mailsTo(address).filter((one) => saidIn(one).includes('Ring each family'))
    assert.ok(about(SILENT).length >= 3, 'asked, reminded, and told that it is late')
    assert.ok(about(CHAIR).length >= 1, 'the chair is told')
    assert.ok(about(MANAGER).length >= 1, 'the manager is told')
  })

  test('July: the quarter is closed, and reads the same from then on', async () => {
    house.setClock('2024-07-22T10:00:00Z')
    await as('manager', async ({ page, look }) => {
      await page.goto(`${house.address}${plan}/periods`)
      await page.getByRole('button', { name: /^Make these/ }).click()
      await page.getByRole('table').getByRole('link').first().click()
      await look()
      await page.getByRole('button', { name: /^Close/ }).click()
      await page
        .getByText(/^Closed/)
        .first()
        .waitFor()
      await look()
    })
  })

  test('September: another action is complete, with its evidence, and accepted', async () => {
    await nights('2024-08-28', '2024-09-06')
    await byLink(LEAD, async (page) => {
      await page.getByText(STRATEGY).first().waitFor()
      const file = { name: 'strategy.csv', mimeType: 'text/csv', buffer: Buffer.from('area,mended\nQuay,yes\n') }
      await page.getByLabel(/^Attach evidence/).setInputFiles(file)
      await write(page, 'Agreed on 2 September; five play areas are mended.', ['Complete', 'Complete'])
    })
    house.setClock('2024-09-09T10:00:00Z')
    await accept(STRATEGY)
  })

  test('April again: no year closes on an action without an ending', async () => {
    house.setClock('2025-04-02T10:00:00Z')
    await as('manager', async ({ page, look }) => {
      await page.goto(`${house.address}${plan}/year-end`)
      await page.locator('.trellis-lede', { hasText: '3 actions: 3 without an ending.' }).waitFor()
      assert.equal(await page.getByRole('button', { name: 'Close this year' }).count(), 0)
      await page.getByRole('button', { name: /as the facts show$/ }).click()
      await page.locator('.trellis-lede', { hasText: '1 without an ending' }).waitFor()
      await look()
      await page.getByRole('link', { name: /^Say how/ }).click()
      await page.getByRole('radio', { name: /^Carried forward/ }).check()
      await page.getByLabel('Why', { exact: true }).fill('The harbour wall had to be mended first')
      await page.getByLabel('Until when it is carried forward').fill('September 2025')
      await page.getByRole('button', { name: 'Keep this ending' }).click()
      await page.getByRole('button', { name: 'Close this year' }).click()
      await page.getByText('This year is closed').waitFor()
      await page
        .locator('.trellis-lede', { hasText: /^3 actions: 1 .*completed.*, 1 carried forward, 1 not reported\.$/ })
        .waitFor()
      await look()
    })
  })

  test('and the next plan opens with what was carried, why, and where it comes from', async () => {
    await as('manager', async ({ page, look }) => {
      await page.goto(`${house.address}${plan}/year-end`)
      await page.getByRole('button', { name: 'Make the draft of the next plan' }).click()
      await page.getByRole('button', { name: 'Adopt this plan' }).click()
      await page.waitForURL(/\/plans\/[^/]+\?done=adopted/)
      assert.notEqual(new URL(page.url()).pathname, plan)
      await look()
      await page.getByRole('link', { name: HUB }).click()
      await page.getByText('September 2025').first().waitFor()
      await page.getByRole('link', { name: /its life across plans/ }).click()
      await page.getByText('Carried forward once.').waitFor()
      await look()
    })
  })

  async function as(person: PersonInDemo, scene: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await aMember(house, person)
    await scene(visitor).finally(visitor.close)
  }

  async function byLink(address: string, scene: (page: Page, look: Visitor['look']) => Promise<void>): Promise<void> {
    const latest = mailsTo(address).findLast((one) => linkIn(one) !== '')
    assert.ok(latest, `a mail with a link came for ${address}`)
    const { page, look, close } = await visitorAt(house.address + linkIn(latest), PHONE)
    await scene(page, look).finally(close)
  }

  async function write(page: Page, words: string, [progress, impact]: readonly [string, string]): Promise<void> {
    await page.getByLabel('What has happened since the last update?').fill(words)
    await page.getByLabel('What happens next?').fill('The hub opens its doors in autumn')
    for (const [question, rating] of [
      ['Progress', progress],
      ['Impact', impact],
    ] as const) {
      const group = page.getByRole('group', { name: new RegExp(`^${question}:`) })
      await group.getByRole('radio', { name: new RegExp(rating) }).check()
    }
    await page.getByRole('button', { name: 'Send this update' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your update is sent' }).waitFor()
  }

  async function openUpdate(page: Page, action: string): Promise<void> {
    await page.getByRole('link', { name: 'My updates', exact: true }).click()
    await page
      .getByRole('link', { name: new RegExp(action) })
      .first()
      .click()
  }

  async function accept(action: string): Promise<void> {
    await as('chair', async ({ page }) => {
      await openUpdate(page, action)
      await page.getByRole('button', { name: 'Accept this update' }).click()
      await page.waitForURL('**/updates?done=accepted')
    })
  }

  /** Every night from one day to another: who is to be asked is asked, and the post goes out in the morning. */
  async function nights(from: string, to: string): Promise<void> {
    const smtp = { url: mail.url, from: 'Trellis <plan@calverhythe.example>', needsTls: false }
    for (let on = day(from); on.toString() <= to; on = on.add({ days: 1 })) {
      house.setClock(`${on}T04:00:00Z`)
      await askTonight(house.world)
      house.setClock(`${on}T09:00:00Z`)
      const before = mail.taken.length
      await deliverMessages(house.world, carriersOf({ smtp, notify: null }, house.address))
      const told = mail.taken.slice(before).map((each) => each.to)
      assert.equal(new Set(told).size, told.length, `nobody has two mails on ${on}`)
    }
  }

  function mailsTo(address: string) {
    return mail.taken.filter(({ to }) => to === address)
  }
})
