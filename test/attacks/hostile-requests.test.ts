import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { newId } from '../../src/platform/ids.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { send, visit } from '../support/visit.ts'
import { FORM } from './another-house.ts'
import { LAST, type Target, targetsOf } from './fields-of-routes.ts'
import { HOSTILE_INPUTS } from './hostile-inputs.ts'
import { holdToAll, sendTo } from './try-out.ts'

const MULTIPART = { ...FORM, 'content-type': 'multipart/form-data; boundary=b' }
const JSON_FORM = { ...FORM, 'content-type': 'application/json' }

/** Bodies that no page of ours sends, to be sent to every form. */
const BODIES: readonly {
  readonly what: string
  readonly headers: Record<string, string>
  readonly body: (target: Target) => string
}[] = [
  { what: 'every field twice', headers: FORM, body: (target) => `${plain(target)}&${plain(target, '<i onload=x>')}` },
  {
    what: 'fields named as lists',
    headers: FORM,
    body: (target) => encoded(target, (name) => [`${name}[]`, `${name}[0][a]`]),
  },
  {
    what: 'fields named as the machinery is',
    headers: FORM,
    body: () => '__proto__=a&constructor=b&toString=c&__proto__[a]=d&hasOwnProperty=e',
  },
  { what: 'nothing', headers: FORM, body: () => '' },
  {
    what: 'broken percent signs',
    headers: FORM,
    body: (target) => target.fields.map(({ name }) => `${name}=%&${name}=%zz&${name}=%ff%fe%00`).join('&'),
  },
  { what: 'a name with nothing', headers: FORM, body: () => '=&=&&&===&a' },
  {
    what: 'one field of half a megabyte',
    headers: FORM,
    body: (target) => `${plain(target)}&${target.fields[0]?.name ?? 'a'}=${'a'.repeat(500_000)}`,
  },
  { what: 'more than a megabyte', headers: FORM, body: () => `a=${'a'.repeat(1_100_000)}` },
  { what: 'no kind of content', headers: { 'sec-fetch-site': 'same-origin' }, body: plain },
  { what: 'an unknown kind of content', headers: { ...FORM, 'content-type': 'x/y; charset=utf-7' }, body: plain },
  { what: 'a kind of content that is none', headers: { ...FORM, 'content-type': ';;;,,,"' }, body: plain },
  {
    what: 'JSON with words',
    headers: JSON_FORM,
    body: (target) => JSON.stringify(Object.fromEntries(target.fields.map(({ name, usual }) => [name, usual]))),
  },
  {
    what: 'JSON with things',
    headers: JSON_FORM,
    body: (target) =>
      JSON.stringify(
        Object.fromEntries(target.fields.map(({ name }) => [name, { toString: 1, valueOf: 2, length: -1 }])),
      ),
  },
  {
    what: 'JSON with lists',
    headers: JSON_FORM,
    body: (target) => JSON.stringify(Object.fromEntries(target.fields.map(({ name }) => [name, [null, [1, [{}]]]]))),
  },
  { what: 'JSON that is a word', headers: JSON_FORM, body: () => '"words"' },
  { what: 'JSON that names a prototype', headers: JSON_FORM, body: () => '{"__proto__":{"isManager":true}}' },
  { what: 'JSON that breaks off', headers: JSON_FORM, body: () => '{"a":' },
  {
    what: 'a form with files that has only fields',
    headers: MULTIPART,
    body: (target) => parts(target, ({ name, usual }) => `name="${name}"\r\n\r\n${usual}`),
  },
  {
    what: 'a form with files whose every field is a file',
    headers: MULTIPART,
    body: (target) =>
      parts(
        target,
        ({ name }) =>
          `name="${name}"; filename="../../${name}.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg onload="x"/>`,
      ),
  },
  {
    what: 'a form with files without its boundary',
    headers: { ...FORM, 'content-type': 'multipart/form-data' },
    body: plain,
  },
]

const QUERIES = [
  '?%',
  '?%ff%fe=%zz',
  '?page[]=1&page[0]=2&page=3&page=4',
  '?__proto__=a&constructor=b&toString=c',
  '?=&&==',
  `?${'a&'.repeat(3000)}`,
  '?page=%00&at=%0d%0a',
  '?#<script>',
]
const METHODS = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const

describe('requests that no page of ours sends', () => {
  let town: SmallPartnership
  let forms: readonly Target[]
  let pages: readonly Target[]

  before(async () => {
    town = await aSmallPartnership()
    const targets = await targetsOf(town)
    forms = targets.filter(({ route }) => route.startsWith('POST') && !LAST.test(route))
    pages = targets.filter(({ route }) => !route.startsWith('POST'))
  })

  for (const { what, headers, body } of BODIES) {
    test(`${what}, sent to every form, is a refusal in words at most`, async () => {
      for (const target of forms) {
        const got = await sendTo(target, { method: 'POST', url: target.url, headers, payload: body(target) })
        holdToAll(got, [], `${target.route} with ${what}`, target)
      }
      assert.equal((await visit(town.manager, '/plans')).status, 200)
    })
  }

  test('queries that are none open the page or are refused', async () => {
    for (const [at, target] of pages.entries()) {
      // Each page meets half of them, each of them half of the pages.
      for (const query of QUERIES.filter((_, index) => index % 2 === at % 2)) {
        const got = await sendTo(target, { method: 'GET', url: `${target.url.split('?')[0]}${query}`, headers: {} })
        holdToAll(got, [], `${target.route} with ${query}`, target)
      }
    }
  })

  test('methods that no route has do nothing', async () => {
    for (const target of [...pages, ...forms]) {
      for (const method of METHODS.filter((_, at) => at % 2 === target.url.length % 2)) {
        const got = await sendTo(target, { method, url: target.url, headers: FORM })
        holdToAll(got, [], `${method} ${target.url}`, target)
      }
    }
  })

  test('addresses that lead out of their folder lead nowhere', async () => {
    for (const url of [
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fetc/passwd',
      '/%00',
      '/%',
      '/%c0%ae%c0%ae/',
      '//evil.example/plans',
      '/.env',
      '/.git/config',
    ]) {
      const target = { route: 'GET /', url, as: town.manager, fields: [] }
      const got = await sendTo(target, { method: 'GET', url, headers: {} })
      holdToAll(got, [], url, target)
      assert.ok([400, 404].includes(got.status), `${url}: ${got.status}`)
    }
  })
})

describe('files with hostile names', () => {
  test('are kept under a name that does no harm, or refused, and the pages that name them stay whole', async () => {
    const town = await aSmallPartnership()
    const form = (await targetsOf(town)).find(({ route }) => route === 'POST /updates/:pointId')
    assert.ok(form)
    const names = [
      ...HOSTILE_INPUTS.map(({ text }) => `${text}.txt`),
      'CON',
      'nul.txt',
      '.htaccess',
      'a.php.txt',
      'a.txt.',
      '...',
      'a\u202etxt.exe',
    ]
    for (const name of names) {
      const fields = { once: newId(), step: 'save', narrative: 'Two hubs are open' }
      const file = { name, type: name.slice(0, 60), content: Buffer.from(name) }
      const { status } = await send(town.manager, form.url, fields, { evidence: file })
      assert.ok([303, 400, 422].includes(status), `${JSON.stringify(name).slice(0, 200)}: ${status}`)
    }
    for (const url of [form.url, '/files']) assert.equal((await visit(town.manager, url)).status, 200)
  })
})

function plain(target: Target, filling?: string): string {
  return new URLSearchParams([
    ['once', newId()],
    ...target.fields.map(({ name, usual }) => [name, filling ?? usual]),
  ]).toString()
}

function encoded({ fields }: Target, namesOf: (name: string) => readonly string[]): string {
  return new URLSearchParams(fields.flatMap(({ name, usual }) => namesOf(name).map((each) => [each, usual]))).toString()
}

function parts({ fields }: Target, partOf: (field: Target['fields'][number]) => string): string {
  return `${fields.map((field) => `--b\r\nContent-Disposition: form-data; ${partOf(field)}\r\n`).join('')}--b--\r\n`
}
