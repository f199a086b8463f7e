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
import { readForm } from './read-form.ts'
import type { Answer, Route } from './route.ts'
import { HANDED_OVER_HEADERS, SECURITY_HEADERS } from './security-headers.ts'

export type Site<Visitor> = {
  readonly routes: readonly Route<Visitor>[]
  readonly identify: (headers: Headers, address: string) => Promise<Visitor>
  /** where a visitor without access is sent, or null for "not found" */
  readonly welcome: (visitor: Visitor, url: string) => string | null
  readonly pages: {
    readonly notFound: (visitor: Visitor | null) => string
    readonly unreadable: (status: number) => string
    readonly broken: (requestId: string) => string
  }
  readonly assets: ReadonlyMap<string, { readonly body: Buffer; readonly type: string }>
  /** origin of the pages, such as `https://plan.example.org`; forms sent from elsewhere are refused */
  readonly origin: string
  readonly logger: FastifyBaseLogger | false
  readonly trustedProxies?: readonly string[]
}

/** The web server: one visible pipeline per request (identify, allow, read, answer), the same for each route. */
export async function createServer<Visitor>(site: Site<Visitor>): Promise<FastifyInstance> {
  const server = Fastify({
    ...(site.logger ? { loggerInstance: site.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    trustProxy: [...(site.trustedProxies ?? ['loopback'])],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  await server.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] })
  await server.register(formbody)
  await server.register(multipart, { throwFileSizeLimit: false })
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS)
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
    const visitor = await site.identify(headersOf(request), request.ip)
    return reply.code(404).type('text/html; charset=utf-8').send(site.pages.notFound(visitor))
  })
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    // What follows the path are words that somebody typed or a plan says: none of the log's business.
    if (status >= 500) request.log.error({ err: error, path: request.url.split('?')[0] }, 'request failed')
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(status < 500 ? site.pages.unreadable(status) : site.pages.broken(request.id))
  })
  return server
}

async function answerRequest<Visitor>(
  site: Site<Visitor>,
  declared: Route<Visitor>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.method === 'POST' && !isFromOurPages(site.origin, request))
    return reply.code(403).send('Sent from elsewhere')
  const headers = headersOf(request)
  const visitor = await site.identify(headers, request.ip)
  if (!declared.access.allows(visitor)) {
    const elsewhere = site.welcome(visitor, request.method === 'GET' ? request.url : pageOfForm(request))
    return elsewhere ? reply.redirect(elsewhere, 303) : send(site, visitor, reply, { kind: 'not-found' })
  }
  const answer = await declared.answer({
    visitor,
    params: recordOf(request.params),
    query: recordOf(request.query),
    form: await readForm(request, declared.filesUpTo),
    url: request.url,
    headers,
    address: request.ip,
  })
  return send(site, visitor, reply, answer)
}

async function send<Visitor>(
  site: Site<Visitor>,
  visitor: Visitor,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
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
      for (const cookie of answer.cookies ?? []) reply.header('set-cookie', cookie)
      return reply.redirect(answer.to, 303)
    case 'file':
      return reply
        .headers(answer.isHandedOver ? HANDED_OVER_HEADERS : {})
        .header('content-disposition', disposition(answer.name, answer.inline ?? false))
        .type(answer.type)
        .send(Buffer.from(answer.content))
    case 'data':
      return reply.send(answer.value)
    case 'not-found':
      return reply.code(404).type('text/html; charset=utf-8').send(site.pages.notFound(visitor))
  }
}

/** Browsers say where a form was sent from; a form of another site is refused (cross-site request forgery). */
function isFromOurPages(origin: string, request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const from = request.headers.origin
  return from === undefined ? request.headers.cookie === undefined : from === origin || sameHost(from, request)
}

function sameHost(from: string, request: FastifyRequest): boolean {
  return URL.canParse(from) && new URL(from).host === request.headers.host
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
