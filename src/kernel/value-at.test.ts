import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valueAt } from './value-at.ts'

test('a table holds what was put into it, and not what every object has', () => {
  const table = { saved: 'It is saved' }
  assert.equal(valueAt(table, 'saved'), 'It is saved')
  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
    assert.equal(valueAt<string>(table, key), undefined, key)
  }
})
