import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'

/** A server of a test's own that speaks the language of GOV.UK Notify. */
export type NotifyServer = {
  readonly url: string
  readonly taken: Notification[]
  /** what it says became of a notification, by its id; it is still sending the others */
  readonly statuses: Map<string, string>
  close(): Promise<void>
}

const notification = z.object({
  template_id: z.string(),
  email_address: z.string().optional(),
  phone_number: z.string().optional(),
  personalisation: z.record(z.string(), z.string()),
  reference: z.string(),
})
export type Notification = z.infer<typeof notification> & { readonly id: string }

/** As GOV.UK Notify's keys look: a name, a service and a key. */
export const NOTIFY_KEY = 'a_test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'
const SERVICE = NOTIFY_KEY.slice(-73, -37)

type No = { readonly status: number; readonly error: string; readonly message: string }

/**
 * Takes notifications and can be asked after them.
 *
 * @param answer  a no to one of them; `vanish`: it is taken, and the connection broken off before that is said
 */
export async function aNotifyServer(
  answer: (asked: Notification) => No | 'vanish' | null = () => null,
): Promise<NotifyServer> {
  const taken: Notification[] = []
  const statuses = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const say = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const refuse = ({ status, error, message }: No) =>
      say(status, { status_code: status, errors: [{ error, message }] })
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (issuerOf(request) !== SERVICE)
      return refuse({ status: 403, error: 'AuthError', message: 'Invalid token: service not found' })
    if (request.method === 'GET' && url.pathname === '/v2/notifications') {
      const reference = url.searchParams.get('reference')
      const found = taken.filter((one) => one.reference === reference)
      return say(200, { notifications: found, links: { current: url.href } })
    }
    if (request.method === 'GET') {
      const found = taken.find(({ id }) => url.pathname === `/v2/notifications/${id}`)
      if (!found) return refuse({ status: 404, error: 'NoResultFound', message: 'No result found' })
      return say(200, { ...found, status: statuses.get(found.id) ?? 'sending' })
    }
    const id = crypto.randomUUID()
    const asked = { ...notification.parse(JSON.parse(await textOf(request))), id }
    const no = answer(asked)
    if (no && no !== 'vanish') return refuse(no)
    taken.push(asked)
    if (no === 'vanish') return request.socket.destroy()
    return say(201, { id, reference: asked.reference, uri: `${url.href}/${id}` })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    statuses,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Whom the signed token of a request says it is of. */
function issuerOf(request: IncomingMessage): string {
  const [, claims = ''] = /^Bearer [^.]+\.([^.]+)\./.exec(request.headers.authorization ?? '') ?? []
  const read = z.object({ iss: z.string() }).safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}'))
  return read.success ? read.data.iss : ''
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
