import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type LogSettings, openLog } from './log.ts'

function linesOf(settings: Omit<LogSettings, 'write'>, say: (log: ReturnType<typeof openLog>) => void): string[] {
  const lines: string[] = []
  say(openLog({ ...settings, write: (line) => lines.push(line) }))
  return lines
}

describe('the log', () => {
  test('on a server is a line of JSON for each thing said, with the request it belongs to', () => {
    const [line = ''] = linesOf({ hasJsonLog: true }, (log) => log.child({ reqId: 'r1' }).warn({ tries: 2 }, 'slow'))
    const { time, ...rest } = JSON.parse(line)
    assert.deepEqual(rest, { level: 'warn', msg: 'slow', reqId: 'r1', tries: 2 })
    assert.match(time, /^\d{4}-\d{2}-\d{2}T/)
  })

  test('at a terminal is words, and a failure shows where it happened', () => {
    const [line = ''] = linesOf({ hasJsonLog: false }, (log) => log.error(new Error('the roof fell in')))
    assert.match(line, /^\d\d:\d\d:\d\d ERROR the roof fell in\nError: the roof fell in\n\s+at /)
  })

  test('keeps of a request only its method and address', () => {
    const req = { method: 'GET', url: '/plans', headers: { cookie: 'session' } }
    const [line = ''] = linesOf({ hasJsonLog: true }, (log) => log.info({ req }, 'asked'))
    assert.deepEqual(JSON.parse(line).req, { method: 'GET', url: '/plans' })
  })

  test('is silent below its level', () => {
    assert.deepEqual(
      linesOf({ hasJsonLog: true, level: 'error' }, (log) => log.info('nothing to see')),
      [],
    )
  })
})
