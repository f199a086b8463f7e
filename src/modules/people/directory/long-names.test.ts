import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { send } from '../../../../test/support/visit.ts'
import { problemsOn } from '../../../../test/support/visit-words.ts'
import { newId } from '../../../platform/ids.ts'

test('a name that no list could show is refused, whatever it is of', async () => {
  const town = await aSmallPartnership()
  const name = 'x'.repeat(201)
  for (const list of ['people', 'posts', 'organisations', 'bodies']) {
    const refused = await send(town.manager, `/${list}`, { once: newId(), name, kind: 'other' })
    assert.equal(refused.status, 422, list)
    assert.match(problemsOn(refused.html).join(), /name: .* 200 characters/, list)
  }
})
