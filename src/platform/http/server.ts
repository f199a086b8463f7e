import { isIP } from 'node:net'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { packPage } from './packed-page.ts'
import type { RateLimiter } from './rate-limit.ts'
import { readForm } from './read-form.ts'
import { brokenLimit, PATIENCE, type Patience, parseFields, REQUEST_LIMITS } from './request-limits.ts'
import type { Answer, Route } from './route.ts'
import { HANDED_OVER_HEADERS, securityHeaders } from './security-headers.ts'
import { isFromOurPages } from './sent-from-elsewhere.ts'

export type Site<Visitor> = {
  readonly routes: readonly Route<Visitor>[]
  readonly identify: (headers: Headers, address: string) => Promise<Visitor>
  /** where a visitor without access is sent, or null for "not found" */
  readonly welcome: (visitor: Visitor, url: string) => string | null
  readonly pages: {
    readonly notFound: (visitor: Visitor | null) => string
    readonly unreadable: (status: number) => string
    readonly broken: (requestId: string) => string
    readonly tooMany: (waitSeconds: number) => string
  }
  readonly assets: ReadonlyMap<string, { readonly body: Buffer; readonly type: string }>
  /** origin of the pages, such as `https://plan.example.org`; forms sent from elsewhere are refused */
  readonly origin: string
  readonly logger: FastifyBaseLogger | false
  readonly trustedProxies?: readonly string[]
  /** unless said, the usual */
  readonly patience?: Patience
  /** the account a visitor is signed in with, by which requests are counted; null for a stranger */
  readonly accountOf: (visitor: Visitor) => string | null
  readonly limitRate: RateLimiter
}

/** The web server: one visible pipeline per request (identify, allow, read, answer), the same for each route. */
export async function createServer<Visitor>(site: Site<Visitor>): Promise<FastifyInstance> {
  const patience = site.patience ?? PATIENCE
  const server = Fastify({
    ...(site.logger ? { loggerInstance: site.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: REQUEST_LIMITS.bodyBytes,
    requestTimeout: patience.requestMs,
    connectionTimeout: patience.quietMs,
    http: {
      maxHeaderSize: REQUEST_LIMITS.headerBytes,
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.lookEveryMs,
    },
    trustProxy: [...(site.trustedProxies ?? ['loopback'])],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  // No page of ours sends these, and no form is read from them.
  server.removeContentTypeParser(['application/json', 'text/plain'])
  await server.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] })
  await server.register(formbody, { parser: parseFields })
  await server.register(multipart, { throwFileSizeLimit: false })
  const headers = securityHeaders(site.origin)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const broken = brokenLimit({ url: request.url, headerCount: request.raw.rawHeaders.length / 2 })
    if (broken) return sendPage(reply, broken, site.pages.unreadable(broken))
  })
  server.get('/health', async () => ({ status: 'ok' }))
  for (const [url, asset] of site.assets) {
    server.get(url, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body),
    )
  }
  for (const declared of site.routes) {
    server.route({
      method: declared.method,
      url: declared.url,
      handler: (request, reply) => answerRequest(site, declared, request, reply),
    })
  }
  server.setNotFoundHandler(async (request, reply) => {
    const visitor = await site.identify(headersOf(request), addressOf(request))
    return sendPage(reply, 404, site.pages.notFound(visitor))
  })
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    // What follows the path are words that somebody typed or a plan says: none of the log's business.
    if (status >= 500) request.log.error({ err: error, path: pathForLog(site, request) }, 'request failed')
    return sendPage(reply, status, status < 500 ? site.pages.unreadable(status) : site.pages.broken(request.id))
  })
  return server
}

async function answerRequest<Visitor>(
  site: Site<Visitor>,
  declared: Route<Visitor>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (declared.isByAddress) reply.header('referrer-policy', 'no-referrer')
  const tell = (words: string, account: string | null) =>
    request.log.info({ path: declared.url, account, from: addressOf(request) }, words)
  if (request.method === 'POST' && !isFromOurPages(site.origin, formOriginOf(request, declared))) {
    tell('form from elsewhere refused', null)
    return sendPage(reply, 403, site.pages.unreadable(403))
  }
  const headers = headersOf(request)
  const visitor = await site.identify(headers, addressOf(request))
  const account = site.accountOf(visitor)
  if (request.method === 'POST' || declared.isCostly) {
    const wait = await site.limitRate(request.method === 'POST' ? 'form' : 'costly', {
      account,
      address: addressOf(request),
    })
    if (wait !== null) tell('asked too often', account)
    if (wait !== null) return sendPage(reply.header('retry-after', wait), 429, site.pages.tooMany(wait))
  }
  if (!declared.access.allows(visitor)) {
    const elsewhere = site.welcome(visitor, request.method === 'GET' ? request.url : pageOfForm(request))
    if (account) tell('not open to them', account)
    return elsewhere ? reply.redirect(elsewhere, 303) : send(site, visitor, reply, { kind: 'not-found' })
  }
  const answer = await declared.answer({
    visitor,
    params: recordOf(request.params),
    query: recordOf(request.query),
    form: await readForm(request, declared.filesUpTo),
    url: request.url,
    headers,
    address: addressOf(request),
    isHead: request.method === 'HEAD',
  })
  if (answer.kind === 'not-found' && account) tell('not found for them', account)
  return send(site, visitor, reply, answer)
}

async function send<Visitor>(
  site: Site<Visitor>,
  visitor: Visitor,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  if ('cookies' in answer) for (const cookie of answer.cookies ?? []) reply.header('set-cookie', cookie)
  if ('forgets' in answer && answer.forgets) reply.header('clear-site-data', '"cache", "storage"')
  switch (answer.kind) {
    case 'page': {
      const { body, headers } = await packPage(answer.html, reply.request.headers['accept-encoding'])
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .headers(headers)
        .send(body)
    }
    case 'redirect':
      return reply.redirect(asHeader(answer.to), 303)
    case 'file':
      if (answer.kept) {
        reply.headers({ 'cache-control': `private, max-age=${answer.kept.seconds}`, etag: answer.kept.tag })
        if (reply.request.headers['if-none-match'] === answer.kept.tag) return reply.code(304).send()
      }
      return reply
        .headers(answer.isHandedOver ? HANDED_OVER_HEADERS : {})
        .header('content-disposition', disposition(answer.name, answer.inline ?? false))
        .type(answer.type)
        .send(Buffer.from(answer.content))
    case 'text':
      return reply.type('text/plain; charset=utf-8').send(answer.text)
    case 'data':
      return reply.send(answer.value)
    case 'not-found':
      return sendPage(reply, 404, site.pages.notFound(visitor))
  }
}

/** A path of ours as a header may hold it: words that somebody typed into it are percent-encoded, those that are already stay. */
function asHeader(path: string): string {
  if (/^[\x21-\x7e]*$/.test(path)) return path
  const { pathname, search, hash } = new URL(path.toWellFormed(), 'http://ours.example')
  return pathname + search + hash
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** Where a visitor comes from, as far as trusted proxies say; what they pass on that is no address counts for nothing. */
function addressOf(request: FastifyRequest): string {
  return isIP(request.ip) === 0 ? (request.socket.remoteAddress ?? '') : request.ip
}

/**
 * A page that is let in to by its address sends no referrer, and its form then comes from the origin `null`; no cookie gives
 * it anybody's name.
 */
function formOriginOf(
  { headers }: FastifyRequest,
  { isByAddress = false }: { readonly isByAddress?: boolean },
): Parameters<typeof isFromOurPages>[1] {
  const site = headers['sec-fetch-site']
  const isUnnamed = isByAddress && headers.origin === 'null'
  return {
    site: site === undefined ? undefined : String(site),
    origin: isUnnamed ? undefined : headers.origin,
    host: headers.host,
    hasCookie: !isByAddress && headers.cookie !== undefined,
  }
}

function pathForLog<Visitor>({ routes }: Site<Visitor>, request: FastifyRequest): string {
  const declared = routes.find(({ isByAddress, url }) => isByAddress && url === request.routeOptions.url)
  return declared?.url ?? request.url.split('?')[0] ?? ''
}

/** The page a form was sent from, to come back to: a session may have ended while it was filled in. */
function pageOfForm({ headers }: FastifyRequest): string {
  const from = URL.parse(headers.referer ?? '')
  return from && from.host === headers.host ? from.pathname + from.search : '/'
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** NUL is no character of text to PostgreSQL, and no visitor means it. */
function recordOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  const pairs = Object.entries(values).map(([name, value]) => [
    name,
    String(Array.isArray(value) ? value[0] : value).replaceAll('\0', ''),
  ])
  return Object.fromEntries(pairs)
}

function disposition(name: string, inline: boolean): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_')
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
