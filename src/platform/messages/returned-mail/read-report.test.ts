import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '../../ids.ts'
import { aLetter, eximReport, microsoftReport, type Notified, postfixReport } from './notifications.factory.ts'
import { LARGEST_REPORT, readReport } from './read-report.ts'
import { splitMails } from './split-mails.ts'
import { isOfAddress, whyReturned } from './why-returned.ts'

const id = newId<'message'>()
const messageId = `<${id}@trellis.example.org>`

describe('a mail server’s report', () => {
  const shapes: readonly (readonly [name: string, write: (about: Notified) => Buffer, status: string, why: string])[] =
    [
      ['Postfix', postfixReport, '5.1.1', 'mailbox unknown'],
      ['Microsoft 365', microsoftReport, '5.1.10', 'mailbox unknown'],
      ['Exim', eximReport, '5.2.2', 'mailbox full'],
    ]
  for (const [name, write, status, why] of shapes) {
    test(`of ${name} says which message came back, and why`, async () => {
      assert.deepEqual(await readReport(write({ messageId })), { kind: 'returned', status, about: [id] })
      assert.equal(whyReturned(status), why)
      const delayed = await readReport(write({ messageId, action: 'delayed', status: '4.4.1' }))
      assert.deepEqual(delayed, { kind: 'delayed', status: '4.4.1', about: [id] })
      assert.deepEqual(await readReport(write({ messageId, action: 'delivered', status: '2.0.0' })), {
        kind: 'arrived',
      })
    })
  }

  test('is known by its envelope where no headers came back, and by the headers where the envelope says nothing of ours', async () => {
    for (const write of [postfixReport, eximReport]) {
      const byEnvelope = await readReport(write({ envelopeId: id }))
      assert.deepEqual('about' in byEnvelope && byEnvelope.about, [id])
      const byHeaders = await readReport(write({ envelopeId: 'QQ314159', messageId }))
      assert.deepEqual('about' in byHeaders && byHeaders.about, [id])
    }
    assert.deepEqual(await readReport(postfixReport({})), { kind: 'names-nothing' })
    assert.deepEqual(await readReport(postfixReport({ messageId: '<CAF1@mail.example.org>' })), {
      kind: 'names-nothing',
    })
  })

  test('is believed in nothing else: not in the subject, the letter’s own headers, or a report inside a letter', async () => {
    const letter = aLetter([`References: ${messageId}`, `Original-Envelope-Id: ${id}`], `Message-ID: ${messageId}`)
    assert.deepEqual(await readReport(letter), { kind: 'letter' })
    const forwarded = `From: a@testing.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${postfixReport({ messageId })}\r\n--b--\r\n`
    assert.deepEqual(await readReport(Buffer.from(forwarded)), { kind: 'letter' })
  })

  test('keeps of its words a code alone, however it is written', async () => {
    const status = async (words: string) => {
      const read = await readReport(postfixReport({ messageId, status: words, diagnostic: 'smtp; 550 no' }))
      return 'status' in read && read.status
    }
    assert.equal(await status('5.7.1 (delivery not authorised)'), '5.7.1')
    for (const words of ['', 'no', '5.1.1111', '9.1.1', '<script>', '5.1'])
      assert.equal(await status(words), '5.0.0', words)
  })
})

describe('what is no report is told from one', () => {
  test('an out-of-office note, a read receipt, a letter, a server’s words for people, and what is no mail', async () => {
    const kindOf = async (content: Buffer) => (await readReport(content)).kind
    assert.equal(await kindOf(aLetter(['Auto-Submitted: auto-replied', 'Return-Path: <>'])), 'automatic-reply')
    assert.equal(await kindOf(aLetter(['X-Autoreply: yes'])), 'automatic-reply')
    const receipt = ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b']
    assert.equal(await kindOf(aLetter(receipt)), 'read-receipt')
    assert.equal(await kindOf(aLetter(['X-Failed-Recipients: lena@testing.example'])), 'in-words')
    assert.equal(await kindOf(aLetter(['Return-Path: <>'])), 'in-words')
    assert.equal(await kindOf(aLetter()), 'letter')
    for (const content of ['', '\r\n', 'nothing like a mail', '\0\0\0'])
      assert.equal(await kindOf(Buffer.from(content)), 'no-mail', JSON.stringify(content))
  })

  test('hostile mail costs little and is told in one word', async () => {
    const kindOf = async (content: Buffer | string) => (await readReport(Buffer.from(content))).kind
    const head = 'From: a@testing.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary='
    assert.equal(await kindOf(Buffer.alloc(LARGEST_REPORT + 1, 'From: a\n')), 'too-large')
    const nested = Array.from(
      { length: 400 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n`,
    )
    assert.equal(await kindOf(`${head}b0\r\n\r\n${nested.join('\r\n')}`), 'too-tangled')
    const parts = '--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n'
    const typed = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    assert.equal(await kindOf(`${head}b\r\n\r\n${typed.repeat(10_000)}--b--`), 'too-tangled')
    assert.equal(await kindOf(`${head}b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--`), 'letter')
    assert.equal(await kindOf(`${head}b\r\n\r\n${parts}${'X: y\r\n'.repeat(60_000)}--b--`), 'names-nothing')
    assert.equal(await kindOf(`Subject: ${'(('.repeat(100_000)}\r\n\r\nx`), 'too-tangled')
    const odd = postfixReport({ messageId }).toString().replaceAll('us-ascii', 'x-unheard-of')
    assert.equal(await kindOf(odd), 'returned')
  })

  test('any bytes at all are told for something, in a report as well as alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(2_000), async (bytes, at) => {
        await readReport(bytes)
        const report = postfixReport({ messageId })
        const read = await readReport(Buffer.concat([report.subarray(0, at), bytes, report.subarray(at)]))
        if ('about' in read) assert.deepEqual(read.about, [id])
      }),
      { numRuns: 200 },
    )
  })
})

describe('a mailbox', () => {
  test('is one mail, or many with a line before each', () => {
    const from = 'From MAILER-DAEMON Wed Oct 15 10:00:04 2014\n'
    const mails = splitMails(Buffer.from(`${from}Subject: one\n\nFrom here on\n\n${from}Subject: two\n\nx\n`))
    assert.deepEqual(
      mails.map((mail) => mail.toString().split('\n')[0]),
      ['Subject: one', 'Subject: two'],
    )
    assert.equal(splitMails(Buffer.from('Subject: one\n\nx')).length, 1)
    assert.deepEqual(splitMails(Buffer.alloc(0)), [])
  })
})

test('why a message came back is said in words for every code, and which codes speak of the address', () => {
  assert.equal(whyReturned('5.1.1'), 'mailbox unknown')
  assert.equal(whyReturned('4.2.2'), 'mailbox full')
  assert.equal(whyReturned('5.7.708'), 'refused by the mail server’s rules')
  assert.equal(whyReturned('5.0.0'), 'no reason given')
  assert.equal(whyReturned('permanent-failure'), 'address or number unknown')
  assert.deepEqual(['5.1.1', '5.1.10', '5.2.1', '5.2.2', '5.1.8', '4.1.1', '5.7.1'].filter(isOfAddress), [
    '5.1.1',
    '5.1.10',
    '5.2.1',
  ])
})
