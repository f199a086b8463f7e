import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ClamdServer, EICAR, startClamd } from '../../../test/support/clamd-server.ts'
import { clamdScanner } from './clamd.ts'
import { parseClamdAddress } from './clamd-address.ts'
import type { Scanner } from './scanner.ts'

const VERSION = 'ClamAV 1.4.6/27700/Wed Oct 15 08:00:00 2014'

describe('asking ClamAV’s daemon', () => {
  let clamd: ClamdServer
  let scanner: Scanner
  before(async () => {
    clamd = await startClamd(1_000_000)
    scanner = clamdScanner({ host: '127.0.0.1', port: clamd.port }, { silenceMs: 200, totalMs: 5000 })
  })
  after(() => clamd.close())

  test('a file arrives whole, in pieces that each say their length, and is clean', async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251))
    assert.deepEqual(await scanner.scan(content), { kind: 'clean', by: VERSION })
    assert.deepEqual(clamd.scanned.at(-1), content)
    assert.deepEqual(clamd.pieces.at(-1), [65_536, 65_536, 65_536, 3392])
  })

  test('an empty file is a stream of nothing', async () => {
    assert.equal((await scanner.scan(Buffer.alloc(0))).kind, 'clean')
    assert.deepEqual(clamd.pieces.at(-1), [])
  })

  test('what is found has the scanner’s name for it', async () => {
    assert.deepEqual(await scanner.scan(Buffer.from(EICAR)), {
      kind: 'found',
      by: VERSION,
      what: 'Win.Test.EICAR_HDB-1',
    })
  })

  test('a file too large for the daemon is not called clean, though it answers before it has taken everything', async () => {
    assert.deepEqual(await scanner.scan(Buffer.alloc(8_000_000, 'a')), {
      kind: 'refused',
      by: VERSION,
      why: 'INSTREAM size limit exceeded. ERROR',
    })
  })

  for (const manner of ['silent', 'hangs-up', 'endless'] as const) {
    test(`a daemon that is ${manner} is not reached, and nothing is called clean`, async () => {
      clamd.setManner(manner)
      assert.equal((await scanner.scan(Buffer.from('words'))).kind, 'not-reached')
      clamd.setManner('well')
    })
  }

  test('an answer that is none of its protocol is no “clean”', async () => {
    clamd.setManner('speaks-oddly')
    assert.equal((await scanner.scan(Buffer.from('words'))).kind, 'refused')
    clamd.setManner('well')
  })

  test('where nobody listens, the scanner is not reached', async () => {
    const gone = await startClamd()
    await gone.close()
    assert.equal(
      (await clamdScanner({ host: '127.0.0.1', port: gone.port }).scan(Buffer.from('a'))).kind,
      'not-reached',
    )
    assert.equal((await clamdScanner({ path: '/nowhere/clamd.ctl' }).scan(Buffer.from('a'))).kind, 'not-reached')
  })
})

describe('where the daemon listens', () => {
  test('is a socket, or a host and a port', () => {
    assert.deepEqual(parseClamdAddress('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
    assert.deepEqual(parseClamdAddress('av.example.org:3310'), { host: 'av.example.org', port: 3310 })
    assert.deepEqual(parseClamdAddress('[::1]:3310'), { host: '::1', port: 3310 })
  })

  test('is nothing else', () => {
    for (const text of ['clamd', 'localhost:', 'localhost:0', 'localhost:70000', 'http://a:3310/', 'a b:3310']) {
      assert.equal(parseClamdAddress(text), 'bad', text)
    }
  })
})
