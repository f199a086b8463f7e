import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countItem, type ListCount } from './list-numbers.ts'

const LEVELS = [{ format: 'decimal', pattern: '%1.', start: 1 }] as const

test('a level that no list has gives no number and disturbs no other', () => {
  const count: ListCount = []
  assert.equal(countItem(count, LEVELS, 0), '1.')
  for (const level of [-6, Number.NaN, 1.5, 4_000_000_000]) assert.equal(countItem(count, LEVELS, level), '')
  assert.equal(countItem(count, LEVELS, 0), '2.')
})
