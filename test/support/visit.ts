import assert from 'node:assert/strict'
import type { UploadedFile } from '../../src/platform/http/form.ts'
import { checkPage } from './page-check.ts'
import { takeNoise, theHouse } from './visit-house.ts'
import { wordsOf } from './visit-words.ts'

/** Somebody with a sign-in. */
export type SignIn = { readonly email: string; readonly password: string }

/** What came back from a visit. */
export type Visited = {
  readonly url: string
  readonly status: number
  readonly type: string
  /** where a redirect leads; empty when it is none */
  readonly location: string
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Buffer
  readonly html: string
}

export type Fields = Readonly<Record<string, string | readonly string[]>>
/** By field; several where a visitor chose several at once. */
export type Files = Readonly<Record<string, UploadedFile | readonly UploadedFile[]>>

/** Opens a page as somebody signed in (or, with null, as anybody at all). Every page is checked whole. */
export async function visit(as: SignIn | null, url: string): Promise<Visited> {
  return ask(url, { method: 'GET', headers: await cookieOf(as) })
}

/** Sends a form as a browser does: with its files as multipart, without as plain fields. */
export async function send(as: SignIn | null, url: string, fields: Fields, files?: Files): Promise<Visited> {
  const form = files ? multipart(fields, files) : new URLSearchParams(pairsOf(fields))
  const encoded = new Response(form)
  return ask(url, {
    method: 'POST',
    headers: {
      ...(await cookieOf(as)),
      'content-type': encoded.headers.get('content-type') ?? '',
      'sec-fetch-site': 'same-origin',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

/** Sends a form that must be taken, and opens the page it leads to. */
export async function sendAndFollow(as: SignIn | null, url: string, fields: Fields, files?: Files): Promise<Visited> {
  const sent = await send(as, url, fields, files)
  assert.equal(sent.status, 303, `${url} answered ${sent.status}: ${wordsOf(sent.html).slice(0, 600)}`)
  return visit(as, sent.location)
}

export type Request = {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: Buffer | string
  readonly remoteAddress?: string
}

/** One request to the real application. A failure of the application fails the test with what the log says of it. */
export async function ask(url: string, request: Request): Promise<Visited> {
  const { server } = await theHouse()
  const answer = await server.inject({ ...request, headers: { ...request.headers }, url })
  const type = String(answer.headers['content-type'] ?? '')
  if (type.startsWith('text/html')) assert.deepEqual(checkPage(answer.payload, url), [])
  return {
    url,
    status: answer.statusCode,
    type,
    location: String(answer.headers.location ?? ''),
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
    cookies: [answer.headers['set-cookie'] ?? []].flat(),
    body: answer.rawPayload,
    html: type.startsWith('text/html') ? answer.payload : '',
  }
}

const cookies = new Map<string, Promise<string>>()

/** The session cookie of somebody, who signs in for real the first time this process needs it. */
export async function cookieOf(as: SignIn | null): Promise<Record<string, string>> {
  if (!as) return {}
  const known = cookies.get(as.email) ?? signIn(as)
  cookies.set(as.email, known)
  return { cookie: await known }
}

/** Signs in at a place of its own, so that many people of one test do not look like one who tries too often. */
export async function signIn(as: SignIn): Promise<string> {
  const signedIn = await ask('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ ...as }).toString(),
    remoteAddress: aRemoteAddress(),
  })
  assert.equal(signedIn.status, 303, `${as.email} could not sign in: ${takeNoise().join('\n')}`)
  return signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

let addresses = 0

/** An address nobody has visited from yet. */
export function aRemoteAddress(): string {
  addresses += 1
  return `203.0.${Math.floor(addresses / 250) + 1}.${(addresses % 250) + 1}`
}

function multipart(fields: Fields, files: Files): FormData {
  const form = new FormData()
  for (const [name, value] of pairsOf(fields)) form.append(name, value)
  for (const [name, chosen] of Object.entries(files)) {
    for (const { content, type, name: fileName } of [chosen].flat())
      form.append(name, new Blob([Buffer.from(content)], { type }), fileName)
  }
  return form
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
}
