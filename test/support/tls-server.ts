import { once } from 'node:events'
import { createServer as createHttps } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { SELF_SIGNED } from './self-signed.ts'

/** A server of a test's own, on this machine, that shows the self-signed certificate. */
export type TlsServer = { readonly port: number; close(): Promise<void> }

/** Answers every request with the same JSON. */
export async function anHttpsServer(status: number, value: object): Promise<TlsServer> {
  return listening(
    createHttps(SELF_SIGNED, (_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
    ),
  )
}

/**
 * Speaks as much of PostgreSQL's protocol as an owner hears before the password: whether TLS is to be had, and then that
 * whoever comes is not let in.
 *
 * @param offersTls  a server without it answers N where the others answer S
 */
export async function aDatabaseDoor(offersTls: boolean): Promise<TlsServer> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(offersTls ? 'S' : 'N')
      if (!offersTls) return
      const secure = new TLSSocket(socket, { isServer: true, ...SELF_SIGNED })
      secure.on('error', () => undefined)
      secure.once('data', () => secure.end(refusal('28P01', 'nobody is let in here')))
    })
  })
  return listening(server)
}

function refusal(code: string, words: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${words}\0\0`)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(fields.byteLength + 4)
  return Buffer.concat([Buffer.from('E'), length, fields])
}

async function listening(server: Server): Promise<TlsServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
