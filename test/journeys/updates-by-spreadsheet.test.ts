import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { fillSheet } from '../support/filled-sheet.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const WHOLE = {
  'What has happened': 'Two rooms opened in October 2026.\nA third follows in May 2027.',
  'What happens next': 'Choose the third room by 31 January 2027',
  Progress: 'On track',
  Impact: 'On track',
  'Why not what the facts suggest': 'It began a month late and has caught up',
}

describe('many updates at once, by spreadsheet', () => {
  let house: House
  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  /** Downloads the requests, answers the first and half of the second, and hands them in. */
  const answer = async ({ page, look }: Visitor, how: string, told: RegExp) => {
    await page.goto(`${house.address}/updates`)
    await page.getByRole('link', { name: 'Answer many at once by spreadsheet (.xlsx)' }).click()
    await look()
    const link = page.getByRole('link', { name: 'Download my requests (.xlsx)' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const filled = fillSheet(await readFile(await download.path()), [WHOLE, { ...WHOLE, 'What happens next': '' }])
    await page
      .getByLabel('The filled-in spreadsheet')
      .setInputFiles({ name: 'my-requests.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(filled) })
    await page.getByRole('button', { name: 'See what will happen' }).click()
    await page.getByRole('heading', { level: 1, name: 'What will happen' }).waitFor()
    await page.getByText(told).waitFor()
    await look()
    await page.getByRole('button', { name: how }).click()
    await page.waitForURL(/spreadsheet\?sent=/)
    await look()
  }

  test('without JavaScript, on a phone, both are kept as drafts', async (t) => {
    const lead = await aMember(house, 'lead', { width: 390, height: 844, javaScriptEnabled: false })
    t.after(() => lead.close())
    await answer(lead, 'Keep all as drafts', /^1 complete, 1 kept as a draft/)
    await lead.page.getByText('2 drafts kept').waitFor()
  })

  test('at a desk, what is complete is sent, and waits for the chair', async (t) => {
    const lead = await aMember(house, 'lead')
    t.after(() => lead.close())
    await answer(lead, 'Send those that are complete, keep the rest as drafts', /^1 complete, \d+ unchanged/)
    await lead.page.getByText('1 update sent').waitFor()
    await lead.page.getByRole('link', { name: 'My updates', exact: true }).first().click()
    await lead.page.getByText('From Dev Chaudhary').first().waitFor()
  })
})
