import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server'

/** One mail that a server took, whole: a second copy of it is a second one. */
export type TakenMail = {
  readonly to: string
  readonly messageId: string
  readonly raw: string
  /** what was asked of the server's report, should the mail come back: "HDRS", "FAILURE,DELAY"; null for nothing */
  readonly report: { readonly envelopeId: string | null; readonly returns: string | null; readonly when: string } | null
}

/** A mail server of a test's own, on this machine. */
export type MailServer = {
  /** as SMTP_URL wants it */
  readonly url: string
  /** every mail that the server said yes to, in order */
  readonly taken: TakenMail[]
  close(): Promise<void>
}

type Answers = {
  /** an error answers the reader's address; its `responseCode` is said */
  readonly onAddress?: (address: string) => Error | null
  /** called with a mail that has come whole; the server says yes when it is done */
  readonly onMail?: (mail: TakenMail) => Promise<Error | null>
  /** whether it offers delivery status notifications (RFC 3461) */
  readonly offersReports?: boolean
  /** with a key and a certificate it offers TLS once a client has said hello, and asks for nothing */
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** A mail server that says yes to everything unless told otherwise. */
export async function aMailServer({
  onAddress,
  onMail,
  offersReports = false,
  tls,
}: Answers = {}): Promise<MailServer> {
  const taken: TakenMail[] = []
  const server = new SMTPServer({
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
    logger: false,
    hideDSN: !offersReports,
    onRcptTo: ({ address }, _session, answer) => answer(onAddress?.(address) ?? null),
    onData: (stream, { envelope }, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', async () => {
        const raw = Buffer.concat(pieces).toString()
        const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? ''
        const mail = { to: envelope.rcptTo[0]?.address ?? '', messageId, raw, report: reportAsked(envelope) }
        taken.push(mail)
        const problem = (await onMail?.(mail)) ?? null
        if (problem) taken.splice(taken.indexOf(mail), 1)
        answer(problem)
      })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>((listening) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      listening(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

function reportAsked({ dsn, rcptTo: [reader] }: SMTPServerEnvelope): TakenMail['report'] {
  if (!dsn) return null
  return { envelopeId: dsn.envid ?? null, returns: dsn.ret ?? null, when: reader?.dsn?.notify?.join(',') ?? '' }
}

/** A server's no. */
export function smtpNo(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

/** What a mail says, its lines put together again as a mail program does. */
export function saidIn({ raw }: TakenMail): string {
  return raw.replaceAll('=\r\n', '').replaceAll('=E2=80=99', '’')
}

/** The path of the link in a mail that opens one update; empty when it holds none. */
export function linkIn(mail: TakenMail): string {
  return /\/u\/[\w-]{64}/.exec(saidIn(mail))?.[0] ?? ''
}
