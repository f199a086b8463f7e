import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { aSmallPartnership } from '../support/partnership.ts'
import { cookieOf } from '../support/visit.ts'
import { theHouse } from '../support/visit-house.ts'
import { anotherHouse } from './another-house.ts'

const IMPATIENT = { headersMs: 200, requestMs: 600, quietMs: 60_000, lookEveryMs: 50 }

describe('a request that dribbles', () => {
  let elsewhere: Awaited<ReturnType<typeof anotherHouse>>
  let port: number
  before(async () => {
    elsewhere = await anotherHouse({ patience: IMPATIENT })
    port = Number(new URL(await elsewhere.server.listen({ port: 0, host: '127.0.0.1' })).port)
  })
  after(() => elsewhere.server.close())

  test('of headers that never end is cut off', async () => {
    assert.match(await dribble('GET /sign-in HTTP/1.1\r\nHost: localhost\r\n', 'X-More: a\r\n'), /^HTTP\/1\.1 408/)
  })

  test('of a form that never ends is cut off', async () => {
    const head = 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    const answer = await dribble(`${head}Sec-Fetch-Site: same-origin\r\nContent-Length: 1000000\r\n\r\n`, 'a')
    assert.match(answer, /^HTTP\/1\.1 408/)
  })

  test('of a file that never ends is cut off', async () => {
    const { manager } = await aSmallPartnership()
    const { cookie } = await cookieOf(manager)
    const head = 'POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n'
    const answer = await dribble(
      `${head}Cookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n`,
      '1\r\na\r\n',
    )
    assert.match(answer, /^HTTP\/1\.1 408/)
  })

  test('is waited for half a minute for its headers and five minutes in all, in every house', async () => {
    const { server } = (await theHouse()).server
    assert.deepEqual([server.headersTimeout, server.requestTimeout, server.timeout], [30_000, 300_000, 120_000])
  })

  /** Sends a beginning, then a little again and again; resolves with the answer when the connection is closed on us, and never otherwise. */
  function dribble(beginning: string, drop: string): Promise<string> {
    return new Promise((closed) => {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      const again = setInterval(() => socket.writable && socket.write(drop), 20)
      socket.on('data', (data) => {
        answer += data.toString()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(again)
        closed(answer)
      })
      socket.write(beginning)
    })
  }
})
