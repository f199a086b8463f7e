import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { messageOf } from '../problem.ts'
import type { Carrier, HandedOver, Letter } from './carrier.ts'
import { composeMail } from './compose-mail.ts'

export type SmtpSettings = {
  /** `smtp://name:password@host:587`, or `smtps://…` for a server that speaks TLS from the first word */
  readonly url: string
  /** whom mail comes from: `Trellis <trellis@example.org>`, or the address alone */
  readonly from: string
  /** whether a mail goes out only once TLS is agreed with a server whose certificate is good; for any machine but this one, unless named */
  readonly needsTls: boolean
}

const LONGEST_MS = 20_000

/** Mail by a server of the house's own, one connection for each letter. */
export function smtpCarrier({ url, from, needsTls }: SmtpSettings, origin: string): Carrier {
  const transport = createTransport({
    ...serverAt(new URL(url), needsTls),
    connectionTimeout: LONGEST_MS,
    greetingTimeout: LONGEST_MS,
    socketTimeout: LONGEST_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { hostname } = new URL(origin)
  const handOver = async (letter: Letter): Promise<HandedOver> => {
    try {
      const { response } = await transport.sendMail({
        from,
        to: letter.toName ? { name: letter.toName, address: letter.to } : letter.to,
        subject: letter.subject,
        ...composeMail(letter),
        messageId: messageIdOf(letter, hostname),
        // A server that offers it says in its report which letter it is about, and returns no words that let somebody in.
        dsn: { id: letter.id, return: 'headers', notify: ['failure', 'delay'] },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      return { outcome: 'taken', words: response, reference: null }
    } catch (problem) {
      return outcomeOf(problem)
    }
  }
  return { via: 'smtp', handOver }
}

/** The same for each try of one message, so that a reader's server and program know it again. */
export function messageIdOf({ id }: Pick<Letter, 'id'>, hostname: string): string {
  return `<${id}@${hostname}>`
}

/** Where no TLS would do as well, one is used when it is offered, whoever's the certificate. */
function serverAt({ protocol, hostname, port, username, password }: URL, needsTls: boolean) {
  const isSecure = protocol === 'smtps:'
  const auth =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && needsTls,
    tls: { rejectUnauthorized: isSecure || needsTls },
    ...auth,
  }
}

const smtpProblem = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  syscall: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
})

/**
 * What a failure of an SMTP server means. It says no for good only by a 5xx to the reader's address or to the letter itself; a 5xx
 * to who we are is a setting that somebody may mend today. Where a connection ended without an answer nobody knows.
 */
export function outcomeOf(problem: unknown): HandedOver {
  const read = smtpProblem.safeParse(problem)
  const { code, originalCode = '', syscall, command = '', response, responseCode } = read.success ? read.data : {}
  const words = response ?? messageOf(problem)
  if (command === 'STARTTLS' && response !== undefined) return { outcome: 'put-off', words: withoutTls(response) }
  if (responseCode !== undefined) {
    const isAddress = command === 'RCPT TO'
    const isForGood = responseCode >= 500 && responseCode < 600 && (isAddress || command === 'DATA')
    return isForGood ? { outcome: 'refused', words, isAddress } : { outcome: 'put-off', words }
  }
  if (command === 'API' || code === 'EENVELOPE') return { outcome: 'refused', words, isAddress: true }
  const isBadCertificate = /CERT|^UNABLE_TO_/.test(originalCode)
  const neverArrived =
    isBadCertificate || syscall === 'connect' || code === 'EDNS' || code === 'ETLS' || code === 'EAUTH'
  return { outcome: neverArrived ? 'put-off' : 'unsure', words }
}

function withoutTls(response: string): string {
  return `The mail server offers no TLS, so nothing was sent. Whoever runs Trellis may name it in WITHOUT_TLS. It said: ${response}`
}
