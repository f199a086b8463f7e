import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { circlesIn } from './circles.ts'

const arrows = (...ways: readonly string[]) => ways.map((way) => ({ from: way[0] ?? '', to: way[1] ?? '' }))

describe('circles among arrows', () => {
  test('two ways to one place are no circle', () => {
    assert.deepEqual(circlesIn(arrows('ab', 'ac', 'bd', 'cd')), [])
  })
  test('a circle is found wherever it begins', () => {
    assert.deepEqual(circlesIn(arrows('ab', 'bc', 'cb')), [['b', 'c', 'b']])
  })
  test('what points to itself is a circle', () => {
    assert.deepEqual(circlesIn(arrows('aa')), [['a', 'a']])
  })
})
