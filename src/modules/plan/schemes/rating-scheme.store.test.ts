import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { ensureRatingScheme, findRatingScheme } from './rating-scheme.store.ts'

test('a partnership that reads its first two plans at once has one rating scheme, with each colour once', async () => {
  const { world } = await theHouse()
  for (let tries = 0; tries < 5; tries++) {
    const { id } = await aSmallPartnership()
    const made = await Promise.all(
      [1, 2, 3].map(() => inScope(world.db, wholePartnership(id), (tx) => ensureRatingScheme(tx, id, world.newId))),
    )
    assert.equal(new Set(made).size, 1)
    const { ratings } = await inScope(world.db, wholePartnership(id), (tx) => findRatingScheme(tx, made[0] ?? ''))
    assert.deepEqual(ratings.map(({ key }) => key).sort(), ['amber', 'blue', 'green', 'grey', 'red'])
  }
})
