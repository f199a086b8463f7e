import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { PartId } from '../../../kernel/id.ts'
import { newId } from '../../../platform/ids.ts'
import { placeFor } from './place-for.ts'

const [one, two] = [newId<'part'>(), newId<'part'>()]
const under = (partId: PartId | null) => ({ id: newId<'action'>(), partId })

describe('the place of an action that is added', () => {
  const [first, second, last] = [under(one), under(one), under(two)]

  test('is right after the one it was split off from', () => {
    const added = under(one)
    assert.deepEqual(placeFor(added, first.id, [first, second, last]), [first.id, added.id, second.id, last.id])
  })

  test('is the last of its part', () => {
    const added = under(one)
    assert.deepEqual(placeFor(added, null, [first, second, last]), [first.id, second.id, added.id, last.id])
    assert.deepEqual(placeFor(added, last.id, [first, second, last]), [first.id, second.id, added.id, last.id])
  })

  test('is the end of the plan when nothing stands under its part yet', () => {
    const added = under(null)
    assert.deepEqual(placeFor(added, null, [first, last]), [first.id, last.id, added.id])
    assert.deepEqual(placeFor(added, null, []), [added.id])
  })

  test('takes no other action out of the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(one, two, null)), fc.constantFrom(one, two, null), (parts, partId) => {
        const standing = parts.map(under)
        const added = under(partId)
        const others = placeFor(added, standing[0]?.id ?? null, standing).filter((id) => id !== added.id)
        assert.deepEqual(
          others,
          standing.map(({ id }) => id),
        )
      }),
    )
  })
})
