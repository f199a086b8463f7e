import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseId } from './id.ts'

test('an id from outside is taken only in its one right form', () => {
  const id = '0190a000-0000-7000-8000-000000000001'
  assert.equal(parseId(id), id)
  for (const wrong of ['', id.toUpperCase(), ` ${id}`, `${id}\n`, id.replaceAll('-', ''), '../etc/passwd']) {
    assert.equal(parseId(wrong), null, wrong)
  }
})
