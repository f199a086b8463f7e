import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { newId } from '../../src/platform/ids.ts'
import { type Case, cases, someRecords } from '../architecture/access-cases.ts'
import { ROUTES } from '../architecture/route-list.ts'
import { checkPage } from '../support/page-check.ts'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../support/partnership.ts'
import { aRemoteAddress, cookieOf } from '../support/visit.ts'
import { takeNoise, theHouse } from '../support/visit-house.ts'
import { FORM } from './another-house.ts'
import { fieldsOnPages, formNames, queryNames } from './fields-of-routes.ts'
import { HOSTILE_INPUTS, type HostileInput } from './hostile-inputs.ts'

/** What the house may answer to anything at all. Never 500. */
const ANSWERS = [200, 303, 400, 403, 404, 413, 414, 415, 422, 429]
/** These end a draft, a session or a record, so that little is left to try afterwards. */
const LAST = /discard|adoption|removal|sign-out|undo|end|verdict|again/

const ROLES = ['manager', 'chair', 'lead', 'viewer', 'nobody'] as const

describe('hostile inputs', () => {
  let names: { readonly query: readonly string[]; readonly form: readonly string[] }
  before(async () => {
    names = { query: await queryNames(), form: await formNames() }
  })

  test('there are at least two hundred, each another, of every class', () => {
    assert.ok(HOSTILE_INPUTS.length >= 200, `only ${HOSTILE_INPUTS.length}`)
    assert.equal(new Set(HOSTILE_INPUTS.map(({ text }) => text)).size, HOSTILE_INPUTS.length)
    assert.ok(new Set(HOSTILE_INPUTS.map(({ kind }) => kind)).size >= 15)
  })

  test('the fields of the house are found in its code', () => {
    assert.ok(names.query.includes('done'), names.query.join())
    for (const name of ['narrative', 'step']) assert.ok(names.form.includes(name), names.form.join())
  })

  for (const [at, role] of ROLES.entries()) {
    test(`in every field of every route, sent by ${role === 'nobody' ? 'a stranger' : `a ${role}`}, break nothing and run nowhere`, async () => {
      const town = await aSmallPartnership()
      const all = await casesOf(town)
      const onPages = await fieldsOnPages(town, all)
      const as = role === 'nobody' ? null : town[role]
      // The manager meets every input at every route; the others a fifth each, another fifth for each of them.
      const inputs = HOSTILE_INPUTS.filter((_, index) => role === 'manager' || index % (ROLES.length - 1) === at - 1)
      for (const each of all) {
        const fields = { ...onPages.get(each.url), ...each.fields }
        const tried = each.route.startsWith('GET') ? names.query : namesFor(each, fields)
        for (const filling of fillings(tried, fields, inputs)) await tryOut(as, each, filling)
      }
    })
  }

  /** The fields a route's own page has; with none, all that the code knows. */
  function namesFor(each: Case, fields: Readonly<Record<string, string>>): readonly string[] {
    const own = Object.keys(fields).filter((name) => name !== 'once')
    return own.length > 0 && !each.url.startsWith('/account') ? [...own, 'once'] : [...names.form, 'once']
  }
})

type Filling = { readonly fields: Readonly<Record<string, string>>; readonly used: readonly HostileInput[] }

/** Every input in some field, all fields at once; then each field by itself, with what belongs there in the others. */
function fillings(
  names: readonly string[],
  usual: Readonly<Record<string, string>>,
  inputs: readonly HostileInput[],
): readonly Filling[] {
  const all: Filling[] = []
  for (let from = 0; from < inputs.length; from += names.length) {
    const used = inputs.slice(from, from + names.length)
    const pairs = used.map(({ text }, at) => [names[at] ?? '', text])
    all.push({ used, fields: { once: newId(), ...Object.fromEntries(pairs) } })
  }
  for (const [at, name] of names.entries()) {
    const input = inputs[(at * 7) % inputs.length]
    if (input) all.push({ used: [input], fields: { once: newId(), ...usual, [name]: input.text } })
  }
  return all
}

async function tryOut(as: Somebody | null, each: Case, { fields, used }: Filling): Promise<void> {
  const answer = await sendFilled(as, each, fields)
  const what = `${each.route} with ${JSON.stringify(used).slice(0, 600)}`
  assert.ok(ANSWERS.includes(answer.status), `${what} answered ${answer.status}: ${takeNoise().join().slice(0, 800)}`)
  for (const { text } of used) {
    if (/[<"']/.test(text) && /<\w|on\w+=/.test(text))
      assert.ok(!answer.html.includes(text), `${what} came back as it was`)
  }
  assert.ok(!('x-injected' in answer.headers), what)
  assert.doesNotMatch(String(answer.headers['set-cookie'] ?? ''), /injected/, what)
  const { location } = answer.headers
  if (location !== undefined) assert.match(String(location), /^\/(?![/\\])/, what)
}

type Got = { readonly status: number; readonly html: string; readonly headers: Readonly<Record<string, unknown>> }

const seen = new Set<string>()

/** Sends it, past the check of the whole page but for the first page of each kind: that check takes longer than the house does. */
async function sendFilled(as: Somebody | null, each: Case, fields: Filling['fields']): Promise<Got> {
  const { server } = await theHouse()
  const isPost = each.route.startsWith('POST')
  const pairs = new URLSearchParams(fields).toString()
  const url = isPost ? each.url : `${each.url}${each.url.includes('?') ? '&' : '?'}${pairs}`
  const answer = await server.inject({
    method: isPost ? 'POST' : 'GET',
    url,
    headers: { ...(await cookieOf(as)), ...FORM },
    ...(isPost && { payload: pairs }),
    remoteAddress: aRemoteAddress(),
  })
  const html = String(answer.headers['content-type']).startsWith('text/html') ? answer.payload : ''
  const kind = `${as?.email} ${each.route} ${answer.statusCode}`
  if (html !== '' && !seen.has(kind)) assert.deepEqual(checkPage(html, kind), [])
  seen.add(kind)
  return { status: answer.statusCode, html, headers: answer.headers }
}

/** Each route once or more, the public ones too, those that end something last. */
async function casesOf(town: SmallPartnership): Promise<readonly Case[]> {
  const closed = cases(await someRecords(town))
  const open = Object.keys(ROUTES)
    .filter((route) => ROUTES[route] === 'public' && route !== 'POST /sign-out')
    .map((route) => ({ route, url: route.split(' ')[1] ?? '', mayUse: [] }))
  return [...open, ...closed].sort((a, b) => Number(LAST.test(a.route)) - Number(LAST.test(b.route)))
}
