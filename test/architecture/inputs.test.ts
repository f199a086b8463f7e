import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/methods/inputs.md'), 'utf8')
const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, what = '', rule = '', heldBy = '', tests = '']) => ({ what, rule, heldBy, tests }))
  .filter(({ what }) => !/^(?:what|---)$/.test(what))

const LINK = /\[[^\]]+\]\(\.\.\/\.\.\/([^)]+)\)/g

/** Each piece of code that is said to hold a rule, with its file. */
const pieces = rows.flatMap(({ what, rule, heldBy }) =>
  heldBy.split(/(?=\[[^\]]+\]\()/).flatMap((part) => {
    const path = [...part.matchAll(LINK)][0]?.[1] ?? ''
    return [...part.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ what, rule, path, code }))
  }),
)

/** The number that a piece of code ends in, such as `10 * 1024 * 1024`; null when it ends in none. */
function numberIn(code: string): number | null {
  const product = /[=:><(] ?([\d_]+(?: \* [\d_]+)*)\)?$/.exec(code)?.[1]
  return product === undefined
    ? null
    : product.split(' * ').reduce((sum, factor) => sum * Number(factor.replaceAll('_', '')), 1)
}

/** A figure as the page may write it: as it is, or in units of which there is a whole number. */
function spellings(figure: number): readonly string[] {
  const units = [1, 24, 60, 3600, 1000, 1024, 1024 * 1024]
  return units.filter((unit) => figure % unit === 0).map((unit) => (figure / unit).toLocaleString('en-GB'))
}

describe('the page of inputs', () => {
  test('has its four tables, and every row says what holds it and what tries it', () => {
    assert.ok(rows.length > 60, `${rows.length} rows`)
    for (const { what, heldBy, tests } of rows) {
      const tried = [...tests.matchAll(LINK)].map(([, path = '']) => path)
      assert.ok(tried.length > 0 && tried.every((path) => /\.test\.tsx?$/.test(path)), what)
      assert.match(heldBy, /`/, what)
      for (const path of tried) assert.ok(existsSync(join(root, path)), `${what}: ${path}`)
    }
  })

  test('names code that stands so', () => {
    for (const { what, path, code } of pieces)
      assert.ok(readFileSync(join(root, path), 'utf8').includes(code), `${what}: ${path} has no ${code}`)
  })

  test('gives the figures of the code', () => {
    for (const { what, rule, code } of pieces) {
      const figure = numberIn(code)
      if (figure === null) continue
      const said = new Set(rule.match(/\d[\d,]*\d|\d/g))
      assert.ok(
        spellings(figure).some((spelling) => said.has(spelling)),
        `${what}: ${code} is not in “${rule}”`,
      )
    }
  })

  test('leaves out no limit of a form', () => {
    const files = globSync(
      'src/modules/**/{check-*,keep-*,take-*,decide-*,*.route,*-rules,disposal,answer-columns,propose-periods}.ts',
      { cwd: root, exclude: ['src/modules/reading/**'] },
    )
    const limits = files.flatMap((path) =>
      [
        ...readFileSync(join(root, path), 'utf8').matchAll(/^(?:export )?const ((?:LONGEST|LARGEST|MOST)_\w+) = /gm),
      ].map(([, name = '']) => `${path} ${name}`),
    )
    const told = new Set(pieces.map(({ path, code }) => `${path} ${code.split(' ')[0]}`))
    const notOfForms = [
      'src/modules/plan/change-action/change-action.route.ts LONGEST_ASKED',
      'src/modules/plan/upload-document/upload-document.route.ts LONGEST_NAME',
    ]
    assert.ok(limits.length > 20)
    assert.deepEqual(
      limits.filter((limit) => !told.has(limit) && !notOfForms.includes(limit)),
      [],
    )
  })
})
