import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

const FIRST_WORDS = 'Two more writers start on Monday. 66% of plans were in time this month.'
const BETTER_WORDS = `${FIRST_WORDS} By month: 63%, 66%, then 71% forecast for December.`

for (const javaScriptEnabled of [true, false]) {
  describe(`an update goes to the chair and back, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let house: House
    let lead: Visitor
    let chair: Visitor
    let update: string
    before(async () => {
      house = await openHouse()
      lead = await aMember(house, 'lead', { javaScriptEnabled, width: 390, height: 844 })
      chair = await aMember(house, 'chair', { javaScriptEnabled })
    })
    after(async () => {
      await lead.close()
      await chair.close()
      await house.close()
    })

    test('the lead finds what is asked, and an update half said is not sent', async () => {
      const { page, look } = lead
      await page.getByRole('link', { name: 'My updates', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'My updates' }).waitFor()
      await look()
      const due = page.getByRole('row').filter({ hasText: '30 Nov 26' })
      update = (await due.getByRole('link').first().getAttribute('href')) ?? ''
      await due.getByRole('link').first().click()
      await page.getByLabel('What has happened since the last update?').fill(FIRST_WORDS)
      await page.getByRole('button', { name: 'Send this update' }).click()
      await page.getByRole('alert').filter({ hasText: '3 things need mending' }).waitFor()
      await look()
      assert.equal(await page.getByLabel('What has happened since the last update?').inputValue(), FIRST_WORDS)
    })

    test('the lead chooses both ratings by their rules, attaches a file, saves, comes back and sends', async () => {
      const { page, look } = lead
      await page.getByLabel('What happens next?').fill('The forecast comes in May')
      await choose(lead, 'Progress', 'On track')
      await page.getByLabel(/^Why is it not/).fill('The writers are in post and the figures rise')
      await choose(lead, 'Impact', 'At risk')
      assert.match((await page.getByRole('group', { name: /^Progress/ }).textContent()) ?? '', /The target is met/)
      const file = { name: 'plans-by-month.csv', mimeType: 'text/csv', buffer: Buffer.from('month,share\nNov,66\n') }
      await page.getByLabel(/^Attach evidence/).setInputFiles(file)
      await page.getByRole('button', { name: 'Save and finish later' }).click()
      await page.waitForURL('**/updates?done=saved')
      await look()
      await page.goto(house.address + update)
      await page.getByRole('link', { name: 'plans-by-month.csv' }).waitFor()
      assert.equal(await page.getByLabel('What has happened since the last update?').inputValue(), FIRST_WORDS)
      assert.equal(await page.getByRole('radio', { checked: true }).count(), 2)
      await page.getByRole('button', { name: 'Send this update' }).click()
      await page.waitForURL('**/updates?done=sent')
    })

    test('the chair sends it back with a note, and must say why', async () => {
      const { page, look } = chair
      await page.goto(house.address + update)
      await look()
      await page.getByRole('button', { name: 'Send it back' }).click()
      await page.getByRole('alert').filter({ hasText: 'Say what is missing' }).waitFor()
      await look()
      await page.getByLabel('Note to the lead').fill('Show me the forecast month by month.')
      await page.getByRole('button', { name: 'Send it back' }).click()
      await page.waitForURL('**/updates?done=returned')
    })

    test('the lead reads the note and sends again; the chair accepts', async () => {
      await lead.page.goto(`${house.address}/updates`)
      await lead.page.getByText('Show me the forecast month by month.').waitFor()
      await lead.page.goto(house.address + update)
      await lead.page.getByLabel('What has happened since the last update?').fill(BETTER_WORDS)
      await lead.page.getByRole('button', { name: 'Send this update' }).click()
      await lead.page.waitForURL('**/updates?done=sent')
      await chair.page.goto(house.address + update)
      await chair.page.getByText(BETTER_WORDS).waitFor()
      await chair.page.getByRole('button', { name: 'Accept this update' }).click()
      await chair.page.waitForURL('**/updates?done=accepted')
    })

    test('the action tells the whole story, and its file opens', async () => {
      const { page, look } = chair
      await page.goto(house.address + update)
      await page.getByRole('link', { name: 'Action 2.2.1' }).click()
      await page.getByText(BETTER_WORDS).first().waitFor()
      await look()
      const told = (await page.locator('main').textContent()) ?? ''
      for (const words of [FIRST_WORDS, 'Show me the forecast month by month.', 'Accepted by Siobhan Keady']) {
        assert.ok(told.includes(words), words)
      }
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'plans-by-month.csv' }).click(),
      ])
      assert.equal(download.suggestedFilename(), 'plans-by-month.csv')
    })
  })
}

async function choose({ page }: Visitor, question: string, rating: string): Promise<void> {
  const group = page.getByRole('group', { name: new RegExp(`^${question}:`) })
  await group.getByRole('radio', { name: new RegExp(rating) }).check()
}
