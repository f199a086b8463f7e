import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/ids.ts'
import { trailOf } from './part-trail.ts'
import { aPart } from './plan.factory.ts'

test('a part is named with all it stands under, outermost first', () => {
  const aim = aPart({ ref: '1', title: 'A good start' })
  const objective = aPart({ ref: null, title: 'Ready for school', parentId: aim.id, level: 1 })
  const other = aPart({ ref: '2', title: 'Safe' })
  const parts = [objective, other, aim]
  assert.deepEqual(trailOf(parts, objective.id), ['1 A good start', 'Ready for school'])
  assert.deepEqual(trailOf(parts, other.id), ['2 Safe'])
  assert.deepEqual(trailOf(parts, null), [])
  assert.deepEqual(trailOf(parts, newId<'part'>()), [])
  assert.deepEqual(trailOf([objective], objective.id), ['Ready for school'])
})
