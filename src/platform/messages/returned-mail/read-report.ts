import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { type MessageId, parseId } from '../../../kernel/id.ts'
import { readStatus } from './read-status.ts'

/** A mail that reports what became of another, or what else it is. */
export type Report =
  | {
      readonly kind: 'returned' | 'delayed'
      /** a code of RFC 3463; nothing else of a report's words is kept, for anybody may write one */
      readonly status: string
      /** the messages it may be about: by the envelope, then by the headers that came back */
      readonly about: readonly MessageId[]
    }
  | { readonly kind: NoReport }

/** What a mail is that is no report to keep. */
export type NoReport =
  | 'arrived'
  | 'names-nothing'
  | 'in-words'
  | 'automatic-reply'
  | 'read-receipt'
  | 'letter'
  | 'too-large'
  | 'too-tangled'
  | 'no-mail'

/** A report with the headers of a mail of ours holds some kilobytes; one with a whole mail, some dozens. */
export const LARGEST_REPORT = 512 * 1024
const LARGEST_PART = 64 * 1024
const LIMITS = { maxNestingDepth: 16, maxHeadersSize: 128 * 1024, maxRfc822NestingDepth: 0 }

/** Reads one mail, whoever wrote it: what it costs is bounded, and of what it says only a code and an id are taken. */
export async function readReport(content: Uint8Array): Promise<Report> {
  if (content.length > LARGEST_REPORT) return { kind: 'too-large' }
  let mail: Email
  try {
    mail = await PostalMime.parse(content, { ...LIMITS, forceRfc822Attachments: true })
  } catch {
    return { kind: 'too-tangled' }
  }
  const status = mail.attachments.find(({ mimeType }) => STATUS_PARTS.includes(mimeType))
  if (!/^multipart\/report\b/i.test(headerOf(mail, 'content-type')) || !status) return { kind: kindOf(mail) }
  const said = readStatus(wordsOf(status))
  if (!said) return { kind: 'names-nothing' }
  if (said.action === 'arrived') return { kind: 'arrived' }
  const about = [idOf(said.envelopeId ?? ''), idOf(returnedMessageId(mail))].filter((id) => id !== null)
  if (about.length === 0) return { kind: 'names-nothing' }
  return { kind: said.action === 'failed' ? 'returned' : 'delayed', status: said.code, about: [...new Set(about)] }
}

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status']
const RETURNED_PARTS = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']
const KNOWN_HEADERS = ['from', 'to', 'date', 'subject', 'received', 'message-id', 'content-type', 'return-path']

function kindOf(mail: Email): NoReport {
  const says = (name: string, words: RegExp) => words.test(headerOf(mail, name))
  if (!mail.headers.some(({ key, value }) => value !== '' && KNOWN_HEADERS.includes(key))) return 'no-mail'
  if (says('content-type', /^multipart\/report\b.*disposition-notification/is)) return 'read-receipt'
  if (says('x-failed-recipients', /./)) return 'in-words'
  if (says('auto-submitted', /^auto-replied/i) || says('x-autoreply', /./) || says('precedence', /^auto_reply/i))
    return 'automatic-reply'
  return says('return-path', /^<>/) || says('from', /\bmailer-daemon\b/i) ? 'in-words' : 'letter'
}

function headerOf(mail: Email, name: string): string {
  return mail.headers.find(({ key }) => key === name)?.value ?? ''
}

/** The id in the headers that came back; empty for none. */
function returnedMessageId(mail: Email): string {
  const returned = mail.attachments.find(({ mimeType }) => RETURNED_PARTS.includes(mimeType))
  const [headers = ''] = returned ? wordsOf(returned).split(/\r?\n\r?\n/) : []
  const [, id = ''] = /^message-id:[ \t]*(?:\r?\n[ \t]+)?<([^<>@\s]{1,64})@[^<>@\s]{1,255}>/im.exec(headers) ?? []
  return id
}

function idOf(words: string): MessageId | null {
  return parseId<'message'>(words.trim().toLowerCase())
}

/** The beginning of a part; what matters in it is plain letters, whatever its character set. */
function wordsOf({ content }: Attachment): string {
  if (typeof content === 'string') return content.slice(0, LARGEST_PART)
  return Buffer.from(new Uint8Array(content).subarray(0, LARGEST_PART)).toString('latin1')
}
