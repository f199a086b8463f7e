import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

describe('a lead leaves, and everything they held goes on', () => {
  let house: House
  let manager: Visitor
  let lead: Visitor
  before(async () => {
    house = await openHouse()
    manager = await aMember(house, 'manager')
    lead = await aMember(house, 'lead', { width: 390, height: 844 })
  })
  after(async () => {
    await manager.close()
    await lead.close()
    await house.close()
  })

  test('the manager finds them in the directory, and is asked where each thing goes', async () => {
    const { page, look } = manager
    const name = (await lead.page.locator('.trellis-bar__person').textContent()) ?? ''
    for (const list of ['posts', 'organisations', 'bodies', 'people']) {
      await page.goto(`${house.address}/${list}`)
      await look()
    }
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await look()
    await page.getByRole('link', { name: 'Record that they leave' }).click()
    await page.getByText('Their sign-in closes').waitFor()
    await page.getByRole('button', { name: 'Record that they left' }).click()
    await page.getByRole('alert').first().waitFor()
    await look()
  })

  test('who takes over is named once, and the leaving is recorded', async () => {
    const { page, look } = manager
    await page.getByLabel('Who takes over').fill('Siobhan Keady')
    await page.getByRole('button', { name: 'Record that they left' }).click()
    await page.getByText('Their leaving is recorded').waitFor()
    await page.getByText('They left on 18 November 2026').waitFor()
    await look()
  })

  test('whoever left opens no page any more', async () => {
    await lead.page.goto(`${house.address}/updates`)
    await lead.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    assert.match(lead.page.url(), /sign-in/)
  })

  test('a list of people shows what will happen before it does', async () => {
    const { page, look } = manager
    await page.goto(`${house.address}/directory-lists/new`)
    await look()
    const rows =
      'Name,Mail address,Organisation\nSiobhan Keady,,\nOla Open,ola@play.example,Play for All\nBad,nowhere,\n'
    await page.getByLabel('The list').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.getByRole('button', { name: 'See what will happen' }).click()
    await page.getByText('Nothing has happened yet').waitFor()
    await look()
    await page.getByRole('button', { name: 'Bring in this list' }).click()
    await page.getByText('The list is brought in').waitFor()
  })
})
