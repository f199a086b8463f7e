import assert from 'node:assert/strict'
import { newId } from '../../src/platform/ids.ts'
import { checkPage, codeInPage } from '../support/page-check.ts'
import { aRemoteAddress, cookieOf, signIn } from '../support/visit.ts'
import { setClock, takeNoise, theHouse } from '../support/visit-house.ts'
import { FORM } from './another-house.ts'
import type { Target } from './fields-of-routes.ts'
import type { Filling } from './sample.ts'

/** What the house may answer to anything at all: a page, a way on, or a refusal in words. Never 500. */
const ANSWERS = [200, 303, 400, 403, 404, 413, 414, 415, 422, 429, 431]

export type Got = {
  readonly status: number
  readonly html: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** Sends one filling to a route, and holds the answer to what holds for every answer. */
export async function tryOut(target: Target, filling: Filling): Promise<Got> {
  const inputs = [...filling.hostile.values()].map(({ text }) => text)
  const pairs = new URLSearchParams({ once: newId(), ...fieldsOf(target, filling) }).toString()
  const isPost = target.route.startsWith('POST')
  const path = pathOf(target, filling)
  const got = await sendTo(target, {
    method: isPost ? 'POST' : 'GET',
    url: isPost || pathIsHostile(filling) ? path : `${path}${path.includes('?') ? '&' : '?'}${pairs}`,
    headers: FORM,
    ...(isPost && { payload: pairs }),
  })
  holdToAll(
    got,
    inputs,
    `${target.route} with ${JSON.stringify([...filling.hostile].map(([{ name }, { text }]) => [name, text])).slice(0, 900)}`,
    target,
  )
  return got
}

type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

let moment = Temporal.Instant.from('2014-10-15T09:00:00Z')

/** Sends a request as the target's visitor; to sign out, they sign in first. */
export async function sendTo({ as, route }: Target, { headers, ...request }: Sent): Promise<Got> {
  const { server } = await theHouse()
  // No two requests come at one moment, and some rows are known by theirs.
  moment = moment.add({ milliseconds: 1 })
  setClock(moment.toString())
  const cookie = route === 'POST /sign-out' && as ? { cookie: await signIn(as) } : await cookieOf(as)
  const answer = await server.inject({
    ...request,
    headers: { ...cookie, ...headers },
    remoteAddress: aRemoteAddress(),
  })
  const isPage = String(answer.headers['content-type']).startsWith('text/html')
  return { status: answer.statusCode, html: isPage ? answer.payload : '', headers: answer.headers }
}

const wholePages = new Map<string, number>()
/** The check of a whole page takes longer than the page: of each route’s answers this many are checked whole, and every one for code. */
const CHECKED_WHOLE = 1

export function holdToAll(
  { status, html, headers }: Got,
  inputs: readonly string[],
  what: string,
  target: Target,
): void {
  assert.ok(ANSWERS.includes(status), `${what} answered ${status}: ${takeNoise().join().slice(0, 1500)}`)
  for (const text of inputs) {
    if (/<\w|" ?on\w+=/.test(text)) assert.ok(!html.includes(text), `${what} came back as it was`)
  }
  assert.deepEqual(codeInPage(html), [], what)
  const kind = `${target.as?.email} ${target.route} ${status}`
  const count = wholePages.get(kind) ?? 0
  if (html !== '' && count < CHECKED_WHOLE) {
    assert.deepEqual(checkPage(html, kind), [], what)
  }
  wholePages.set(kind, count + 1)
  assert.ok(!('x-injected' in headers), what)
  assert.doesNotMatch(String(headers['set-cookie'] ?? ''), /injected/, what)
  const { location } = headers
  if (location !== undefined) assert.match(String(location), /^\/(?![/\\])[\x21-\x7e]*$/, `${location} from ${what}`)
}

function fieldsOf({ fields }: Target, { hostile, keepsOthers }: Filling): Readonly<Record<string, string>> {
  const usual = keepsOthers ? fields.filter(({ name }) => name !== 'once').map(({ name, usual }) => [name, usual]) : []
  const filled = [...hostile].filter(([{ kind }]) => kind !== 'path').map(([{ name }, { text }]) => [name, text])
  return Object.fromEntries([...usual, ...filled])
}

/** A path's field is named by what stands in the address. */
function pathOf({ url }: Target, { hostile }: Filling): string {
  let path = url
  for (const [{ name, kind }, { text }] of hostile) {
    if (kind === 'path') path = path.replace(name, () => encodeURIComponent(text.toWellFormed()))
  }
  return path
}

function pathIsHostile({ hostile }: Filling): boolean {
  return [...hostile.keys()].some(({ kind }) => kind === 'path')
}
