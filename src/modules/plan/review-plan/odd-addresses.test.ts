import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { aDraftPlan } from '../plan.factory.ts'

test('an address that asks for the words of what every object has is answered as one that asks for nothing', async () => {
  const { manager } = await aSmallPartnership()
  const { world } = await theHouse()
  const draft = await aDraftPlan(world, manager.member)
  for (const page of ['/plans', '/recipes', '/updates', `/plans/${draft}/review`, `/plans/${draft}/review/questions`]) {
    const plain = withoutKeys((await visit(manager, page)).html)
    for (const key of ['constructor', '__proto__', 'toString']) {
      const { status, html } = await visit(manager, `${page}?done=${key}&refused=${key}`)
      assert.equal(status, 200)
      assert.equal(withoutKeys(html), plain, `${page} ${key}`)
    }
  }
})

/** Each form has a key of its own. */
function withoutKeys(html: string): string {
  return html.replaceAll(/name="once" value="[^"]+"|value="[^"]+" name="once"/g, '')
}
