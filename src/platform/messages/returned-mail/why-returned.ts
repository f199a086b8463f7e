import { valueAt } from '../../../kernel/value-at.ts'

const WORDS: Readonly<Record<string, string>> = {
  '1.1': 'mailbox unknown',
  '1.10': 'mailbox unknown',
  '1.2': 'mail domain unknown',
  '1.3': 'address not well formed',
  '1.6': 'mailbox moved',
  '2.1': 'mailbox closed',
  '2.2': 'mailbox full',
  '2.3': 'too large for the mailbox',
  '3.4': 'too large for the mail server',
  '4.4': 'mail domain unknown',
  '4.7': 'not delivered in time',
  '4.310': 'mail domain unknown',
}
const WORDS_OF_SUBJECT: Readonly<Record<string, string>> = {
  '1': 'address not accepted',
  '2': 'mailbox not open to mail',
  '3': 'mail server in trouble',
  '4': 'mail server not reached',
  '5': 'mail servers did not understand each other',
  '6': 'its form was not accepted',
  '7': 'refused by the mail server’s rules',
}
const WORDS_OF_NOTIFY: Readonly<Record<string, string>> = {
  'permanent-failure': 'address or number unknown',
  'temporary-failure': 'mailbox or telephone not open to messages',
  'technical-failure': 'trouble at GOV.UK Notify',
}

/**
 * Why a message came back, from the server's word for it: a code of a mail server, or a status of GOV.UK Notify. The 5 or 4 it begins
 * with says whether it would be worth another try, and by then nobody tries any more.
 *
 * @see RFC 3463, section 3; the codes of three digits are Microsoft's
 */
export function whyReturned(status: string): string {
  const [, subject = '', detail = ''] = /^[245]\.(\d{1,3})\.(\d{1,3})$/.exec(status) ?? []
  return (
    valueAt(WORDS, `${subject}.${detail}`) ??
    valueAt(WORDS_OF_SUBJECT, subject) ??
    valueAt(WORDS_OF_NOTIFY, status) ??
    'no reason given'
  )
}

const OF_ADDRESSES = ['1.0', '1.1', '1.2', '1.3', '1.6', '1.10', '2.1', '4.310']

/** Whether such a code says that nothing can be delivered to the address, rather than that this mail was not. */
export function isOfAddress(status: string): boolean {
  return status.startsWith('5.') && OF_ADDRESSES.includes(status.slice(2))
}
