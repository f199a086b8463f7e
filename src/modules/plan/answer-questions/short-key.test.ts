import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shortKey } from './short-key.ts'

test('any words have a key, and a hundred thousand different words as many', () => {
  fc.assert(fc.property(fc.string(), (words) => /^[0-9a-f]{24}$/.test(shortKey(words))))
  const keys = new Set(Array.from({ length: 100_000 }, (_, at) => shortKey(`["measure-missing","${at}",""]`)))
  assert.equal(keys.size, 100_000)
})
