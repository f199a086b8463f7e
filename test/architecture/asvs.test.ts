import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

/** How many requirements of levels 1 and 2 each section of the standard has, in the order of its sections. */
const SECTIONS: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
}

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/methods/asvs.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d+\.\d+)\.(\d+) \| (.+?) \| (met|not applicable|not yet) \| (.*) \|$/gm)].map(
  ([, section = '', number = '', , state = '', shown = '']) => ({ section, id: `${section}.${number}`, state, shown }),
)

describe('what is said of the security standard', () => {
  test('every requirement of levels 1 and 2 is answered, once', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(rows, ({ section }) => section)].map(([key, of]) => [key, of.length]),
    )
    assert.deepEqual(counts, SECTIONS)
    assert.equal(new Set(rows.map(({ id }) => id)).size, 253)
  })

  test('what is called met names something that is there, and the rest says why', () => {
    for (const { id, state, shown } of rows) {
      const named = [...shown.matchAll(/\]\(\.\.\/\.\.\/([^)]+)\)/g)].map(([, path = '']) => path)
      if (state === 'met') assert.ok(named.length > 0 && named.every((path) => existsSync(join(root, path))), id)
      else assert.ok(shown.length > 10, id)
    }
  })

  test('the totals at its head are those of its rows', () => {
    const [, met, none, open] = /: (\d+) met, (\d+) not applicable,\s+(\d+) not yet/.exec(page) ?? []
    const count = (state: string) => rows.filter((row) => row.state === state).length
    assert.deepEqual([met, none, open].map(Number), [count('met'), count('not applicable'), count('not yet')])
  })
})
