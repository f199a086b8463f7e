import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/methods/fields.md'), 'utf8')
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm)].filter(
  ([, field = '']) => !/^(?:field|---)$/.test(field),
)

test('each field that goes another way than its record names tests that are there', () => {
  assert.ok(rows.length > 15, `${rows.length} rows`)
  for (const [, field = '', tried = ''] of rows) {
    const named = [...tried.matchAll(/\]\(\.\.\/\.\.\/([^)]+)\) “([^”]+)”/g)]
    assert.ok(named.length > 0, field)
    for (const [, path = '', title = ''] of named)
      assert.ok(readFileSync(join(root, path), 'utf8').includes(`test('${title}'`), `${field}: ${path}, “${title}”`)
  }
})
