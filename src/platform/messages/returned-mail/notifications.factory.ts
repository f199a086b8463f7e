/** What a notification of a test is about. */
export type Notified = {
  /** the id that the mail's envelope carried; absent: the server that sends the report was not told */
  readonly envelopeId?: string
  /** as in the headers that come back, angle brackets included; absent: none come back */
  readonly messageId?: string
  readonly to?: string
  readonly action?: 'failed' | 'delayed' | 'delivered'
  readonly status?: string
  /** the words of the server further on */
  readonly diagnostic?: string
}

const TO = 'lena@testing.example'

/** As Postfix reports: the id of the envelope among the fields, and the headers alone when they were asked for. */
export function postfixReport({ envelopeId, messageId, to = TO, action = 'failed', status, diagnostic }: Notified) {
  return mail(
    [
      'Return-Path: <>',
      'Received: by relay.testing.example (Postfix) id 4XmZ1q0Rz2; Wed, 15 Oct 2014 10:00:04 +0100 (BST)',
      'Date: Wed, 15 Oct 2014 10:00:04 +0100 (BST)',
      'From: MAILER-DAEMON@relay.testing.example (Mail Delivery System)',
      `Subject: ${action === 'delayed' ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender'}`,
      'To: trellis@testing.example',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="4XmZ1p6Yz1.1413363604/relay.testing.example"',
      'Message-Id: <20141015090004.4XmZ1q0Rz2@relay.testing.example>',
    ],
    '4XmZ1p6Yz1.1413363604/relay.testing.example',
    [
      part('text/plain; charset=us-ascii', `Your mail to <${to}> could not be delivered.`, 'Notification'),
      part(
        'message/delivery-status',
        [
          'Reporting-MTA: dns; relay.testing.example',
          ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
          'X-Postfix-Queue-ID: 4XmZ1p6Yz1',
          'X-Postfix-Sender: rfc822; trellis@testing.example',
          'Arrival-Date: Wed, 15 Oct 2014 10:00:02 +0100 (BST)',
          '',
          `Final-Recipient: rfc822; ${to}`,
          `Original-Recipient: rfc822;${to}`,
          `Action: ${action}`,
          `Status: ${status ?? '5.1.1'}`,
          'Remote-MTA: dns; mx.testing.example',
          `Diagnostic-Code: smtp; ${diagnostic ?? '550 5.1.1 <lena@testing.example>: no such reader here'}`,
        ].join('\r\n'),
        'Delivery report',
      ),
      ...(messageId ? [part('text/rfc822-headers', returned(messageId, to), 'Undelivered Message Headers')] : []),
    ],
  )
}

/** As Microsoft 365 reports: pages for people first, codes of three digits, and the whole mail as it travelled. */
export function microsoftReport({ messageId, to = TO, action = 'failed', status, diagnostic }: Notified) {
  const page = '<html><body><p>Your message could not be delivered.</p></body></html>'
  return mail(
    [
      'Received: from LO0P000MB0001.GBRP000.PROD.OUTLOOK.COM by mail.testing.example; Wed, 15 Oct 2014 09:00:05 +0000',
      'From: Microsoft Outlook <MicrosoftExchange000@testing.example>',
      'To: <trellis@testing.example>',
      'Date: Wed, 15 Oct 2014 09:00:05 +0000',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="8f0c3b1e-0001-4d2a-9a55-0123456789ab"',
      'X-MS-Exchange-Message-Is-Ndr:',
      'Content-Language: en-GB',
      'Message-ID: <8f0c3b1e-0001@LO0P000MB0001.GBRP000.PROD.OUTLOOK.COM>',
      `In-Reply-To: ${messageId ?? '<none@testing.example>'}`,
      'Subject: Undeliverable: Your update is due',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
    ],
    '8f0c3b1e-0001-4d2a-9a55-0123456789ab',
    [
      `Content-Type: multipart/alternative; differences=Content-Type;\r\n\tboundary="inner-0123456789ab"\r\n\r\n${[
        part('text/plain; charset="utf-8"', 'Your message could not be delivered.'),
        part('text/html; charset="utf-8"', Buffer.from(page).toString('base64'), null, 'base64'),
      ]
        .map((each) => `--inner-0123456789ab\r\n${each}`)
        .join('\r\n')}\r\n--inner-0123456789ab--\r\n`,
      part(
        'message/delivery-status',
        [
          'Reporting-MTA: dns;LO0P000MB0001.GBRP000.PROD.OUTLOOK.COM',
          'Received-From-MTA: dns;relay.testing.example',
          'Arrival-Date: Wed, 15 Oct 2014 09:00:04 +0000',
          '',
          `Final-Recipient: rfc822;${to}`,
          `Action: ${action}`,
          `Status: ${status ?? '5.1.10'}`,
          `Diagnostic-Code: smtp;${diagnostic ?? '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup'}`,
          '',
        ].join('\r\n'),
      ),
      ...(messageId
        ? [part('message/rfc822', `${returned(messageId, to)}\r\n\r\nYour update is due on 31 October 2014.`)]
        : []),
    ],
  )
}

/** As Exim reports: a code that says nothing, the true one in the words of the server further on. */
export function eximReport({ envelopeId, messageId, to = TO, action = 'failed', status, diagnostic }: Notified) {
  return mail(
    [
      'Return-path: <>',
      'Received: from Debian-exim by relay.testing.example with local (Exim) id 1Xe0aB-0001aB-Cd; Wed, 15 Oct 2014 10:00:03 +0100',
      `X-Failed-Recipients: ${to}`,
      'Auto-Submitted: auto-replied',
      'From: Mail Delivery System <Mailer-Daemon@relay.testing.example>',
      'To: trellis@testing.example',
      'References: <an-earlier-mail@testing.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=1413363603-eximdsn-12345678',
      'MIME-Version: 1.0',
      'Subject: Mail delivery failed: returning message to sender',
      'Message-Id: <E1Xe0aB-0001aC-Ef@relay.testing.example>',
      'Date: Wed, 15 Oct 2014 10:00:03 +0100',
    ],
    '1413363603-eximdsn-12345678',
    [
      part('text/plain; charset=us-ascii', `A message that you sent could not be delivered to ${to}.`),
      part(
        'message/delivery-status',
        [
          'Reporting-MTA: dns; relay.testing.example',
          ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
          '',
          `Action: ${action}`,
          `Final-Recipient: rfc822;${to}`,
          `Status: ${status ?? '5.0.0'}`,
          'Remote-MTA: dns; mx.testing.example',
          `Diagnostic-Code: smtp; ${diagnostic ?? '552-5.2.2 This mailbox holds more than it may.\r\n 552 5.2.2 Try again later'}`,
        ].join('\r\n'),
      ),
      ...(messageId ? [part('text/rfc822-headers', returned(messageId, to))] : []),
    ],
  )
}

/** A letter of a person, or of a program in a person's name. */
export function aLetter(headers: readonly string[] = [], words = 'Thank you, I shall.'): Buffer {
  const own = [
    'From: Lena Lead <lena@testing.example>',
    'To: trellis@testing.example',
    'Subject: Re: Your update is due',
  ]
  return Buffer.from(`${[...own, ...headers].join('\r\n')}\r\n\r\n${words}\r\n`)
}

function returned(messageId: string, to: string): string {
  return [
    'Received: by relay.testing.example; Wed, 15 Oct 2014 10:00:02 +0100',
    'From: trellis@testing.example',
    `To: Lena Lead <${to}>`,
    'Subject: Your update is due',
    'Auto-Submitted: auto-generated',
    `Message-ID: ${messageId}`,
    'Date: Wed, 15 Oct 2014 09:00:00 +0000',
  ].join('\r\n')
}

function part(type: string, words: string, description: string | null = null, encoding = '7bit'): string {
  const named = description === null ? '' : `Content-Description: ${description}\r\n`
  return `${named}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${words}\r\n`
}

function mail(headers: readonly string[], boundary: string, parts: readonly string[]): Buffer {
  const body = parts.map((each) => `--${boundary}\r\n${each}`).join('\r\n')
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\nThis is a report in MIME.\r\n\r\n${body}\r\n--${boundary}--\r\n`)
}
