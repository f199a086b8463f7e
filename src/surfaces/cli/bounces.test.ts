import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { aMailServer, type MailServer } from '../../../test/support/mail-server.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { queueMessages } from '../../platform/messages/index.ts'
import { aMessage } from '../../platform/messages/messages.factory.ts'
import {
  aLetter,
  eximReport,
  microsoftReport,
  postfixReport,
} from '../../platform/messages/returned-mail/notifications.factory.ts'
import { run } from './run.ts'
import { withHouse } from './with-house.ts'

const SETTINGS = ['DATA_DIR', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM'] as const

describe('what came back is read from the command line', () => {
  const kept = new Map(SETTINGS.map((name) => [name, process.env[name]]))
  let folder = ''
  let server: MailServer
  let messageIds: readonly string[] = []
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-bounces-'))
    server = await aMailServer({ offersReports: true })
    delete process.env.DATABASE_URL
    Object.assign(process.env, {
      DATA_DIR: join(folder, 'data'),
      SMTP_URL: server.url,
      MAIL_FROM: 'trellis@testing.example',
    })
    const ada = ['--name', 'Ada Admin', '--email', 'ada@saltern.example', '--role', 'manager']
    assert.equal((await run(['user', 'add', '--partnership', 'Saltern', ...ada])).code, 0)
    await withHouse(async ({ world, partnerships: [saltern] }) => {
      const { id } = saltern ?? assert.fail('there is no partnership')
      const messages = [1, 2, 3, 4].map((at) => aMessage({ key: `reminder/${at}` }))
      await inScope(world.db, wholePartnership(id), (tx) => queueMessages(tx, world, id, messages))
      return { code: 0 }
    })
    assert.match((await run(['messages', 'send'])).out ?? '', /^4 sent/)
    messageIds = server.taken.map(({ messageId }) => messageId)
  })
  after(async () => {
    await server.close()
    for (const [name, value] of kept) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    await rm(folder, { recursive: true, force: true })
  })

  const mail = async (name: string, content: string | Buffer) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const idOf = (at: number) => ({ messageId: messageIds[at] ?? assert.fail('it was not sent') })

  test('one mail, many in a mailbox, and those of a Maildir: each counted for what it is', async () => {
    const one = await mail('one.eml', postfixReport(idOf(0)))
    assert.deepEqual(await run(['bounces', one]), { code: 0, out: '1 mail read:\n  1 says that a message came back\n' })

    const from = 'From MAILER-DAEMON Wed Oct 15 10:00:04 2014\n'
    const mails = [postfixReport(idOf(0)), eximReport({ ...idOf(1), action: 'delayed' }), aLetter(), aLetter()]
    const mailbox = await mail('mailbox', mails.map((each) => `${from}${each}\n`).join(''))
    assert.equal(
      (await run(['bounces', mailbox])).out,
      '4 mails read:\n  1 says that a message is delayed\n  1 says what is noted already\n  2 are letters and no reports of a mail server\n',
    )

    for (const part of ['new', 'cur', 'tmp']) await mkdir(join(folder, 'Maildir', part), { recursive: true })
    await mail('Maildir/new/1', microsoftReport(idOf(2)))
    await mail('Maildir/cur/2:2,S', aLetter(['Auto-Submitted: auto-replied']))
    await mail('Maildir/cur/3:2,S', Buffer.alloc(1024 * 1024, 'From: a\n'))
    await mail('Maildir/tmp/4', 'half a mail')
    const { out = '' } = await run(['bounces', join(folder, 'Maildir'), '--json'])
    const { mails: count, returned, 'automatic-reply': replies, 'too-large': tooLarge, ...others } = JSON.parse(out)
    assert.deepEqual([count, returned, replies, tooLarge], [3, 1, 1, 1])
    assert.deepEqual(new Set(Object.values(others)), new Set([0]))
  })

  test('what is no report is no failure, unless it is asked for', async () => {
    const letter = await mail('reply.eml', aLetter(['Auto-Submitted: auto-replied']))
    assert.equal((await run(['bounces', letter])).code, 0)
    const strict = await run(['bounces', letter, '--fail'])
    assert.deepEqual(
      [strict.code, strict.out],
      [1, '1 mail read:\n  1 is an automatic reply, such as an out-of-office note\n'],
    )
    assert.equal((await run(['bounces', await mail('one.eml', postfixReport(idOf(0))), '--fail'])).code, 0)
  })

  test('what cannot be read is refused with one sentence, and nothing before it is noted', async () => {
    const last = await mail('last.eml', postfixReport(idOf(3)))
    for (const [path, says] of [
      ['/nowhere/mailbox', /^\/nowhere\/mailbox could not be read \(ENOENT\)/],
      [folder, /is a folder without "new" and "cur"/],
      ['/dev/null', /is neither a file nor a folder/],
    ] as const) {
      const { code, out, error = '' } = await run(['bounces', last, path])
      assert.deepEqual([code, out], [2, undefined])
      assert.match(error, says)
    }
    assert.match((await run(['bounces', last])).out ?? '', /1 says that a message came back/)
  })

  test('a mail server pipes one in, and it is there for the next command', async () => {
    const bin = fileURLToPath(new URL('../../../bin/trellis', import.meta.url))
    const piped = async (content: Buffer) => {
      const child = spawn(bin, ['bounces'], { stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdin.end(content)
      const out = Buffer.concat(await Array.fromAsync<Buffer>(child.stdout)).toString()
      const code = child.exitCode ?? (await new Promise<number | null>((ended) => child.on('close', ended)))
      return { code, out }
    }
    const said = await piped(eximReport({ envelopeId: server.taken[1]?.report?.envelopeId ?? '' }))
    assert.deepEqual(said, { code: 0, out: '1 mail read:\n  1 says that a message came back\n' })
    assert.deepEqual(await piped(Buffer.alloc(0)), { code: 0, out: 'There was no mail.\n' })
  })
})
