import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Got = {
  readonly status: number
  readonly location: string
  readonly bytes: number
  readonly text: () => string
}

/** A client that keeps its connections open and asks for gzip, as a browser does, and does little else. */
export type KeepAliveClient = {
  get(path: string): Promise<Got>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Got>
  close(): void
}

export function keepAliveClient(address: string, cookie: string, connections: number): KeepAliveClient {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: 'GET' | 'POST', path: string, body?: string): Promise<Got> =>
    new Promise((resolve, reject) => {
      const headers = {
        cookie,
        origin: address,
        'accept-encoding': 'gzip',
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
      }
      const asked = request({ hostname, port, path, method, agent, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const content = Buffer.concat(chunks)
          const isZipped = answer.headers['content-encoding'] === 'gzip'
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            bytes: content.byteLength,
            text: () => (isZipped ? gunzipSync(content) : content).toString(),
          })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    get: (path) => ask('GET', path),
    post: (path, fields) => ask('POST', path, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  }
}
