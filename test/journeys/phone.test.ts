import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type House, openHouse } from './open-house.ts'
import { aMember, type Visitor } from './visitor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

for (const width of [390, 320]) {
  for (const javaScriptEnabled of [true, false]) {
    describe(`at ${width} px, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      let manager: Visitor
      let plan: string
      before(async () => {
        manager = await aMember(house, 'manager', { width, height: 844, javaScriptEnabled })
        plan = (await manager.page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? ''
      })
      after(() => manager.close())

      test('no main page scrolls sideways, and each passes every check', async () => {
        const { page, look } = manager
        const action = await firstAction()
        const paths = ['/plans', plan, `${plan}/due`, `${plan}/board-report`, action, `${action}/change`]
        for (const path of [...paths, '/updates', '/documents/new', '/nowhere']) {
          await page.goto(house.address + path)
          await look()
        }
      })

      test('rows of a table are cards, and the filter is folded', async () => {
        const { page } = manager
        await page.goto(house.address + plan)
        const row = page
          .getByRole('row')
          .filter({ has: page.getByRole('link') })
          .first()
        assert.notEqual(await row.evaluate((element) => getComputedStyle(element).display), 'table-row')
        assert.equal(await page.getByLabel('Search the actions').isVisible(), false)
        await page.getByText(/^Filter/).click()
        assert.equal(await page.getByLabel('Search the actions').isVisible(), true)
      })

      async function firstAction(): Promise<string> {
        await manager.page.goto(house.address + plan)
        return (await manager.page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? ''
      }
    })
  }
}
