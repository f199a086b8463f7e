import { capital } from '../../kernel/capital.ts'
import { valueAt } from '../../kernel/value-at.ts'

/** How the messages of each channel leave the installation. */
export type WaysOut = Readonly<Record<'mail' | 'text', 'outbox' | 'smtp' | 'notify'>>

/** How a message ended, or that it is still to go. */
export type MessageState = 'waiting' | 'sent' | 'kept' | 'refused' | 'given-up' | 'expired' | 'withdrawn' | 'returned'

/** What the words about a message are made from. `tries` counts from 0; `nextAt` is null when it has ended. */
export type MessageStanding = {
  readonly state: MessageState
  readonly tries: number
  readonly nextAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  /** why it came back, in words; null where it did not */
  readonly returnedWhy: string | null
}

export const STATE_WORDS: Readonly<Record<MessageState, string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  kept: 'Kept here',
  refused: 'Refused',
  'given-up': 'Given up',
  expired: 'Too late',
  withdrawn: 'Taken back',
  returned: 'Came back',
}

/** The lists that messages are looked through by: each holds one state or more. */
export const STATE_GROUPS: Readonly<
  Record<string, { readonly words: string; readonly states: readonly MessageState[] }>
> = {
  failed: { words: 'Could not be delivered', states: ['refused', 'given-up', 'returned'] },
  waiting: { words: 'Waiting', states: ['waiting'] },
  sent: { words: 'Sent', states: ['sent'] },
  kept: { words: 'Kept here', states: ['kept'] },
  over: { words: 'Too late or taken back', states: ['expired', 'withdrawn'] },
}

/** Whether a message did not reach its reader, and will not. */
export function hasFailed(state: MessageState): boolean {
  return state === 'refused' || state === 'given-up' || state === 'returned'
}

/**
 * What is said under a state, with its moment; null where the state says it all.
 *
 * @param inWords  how a moment is written: long on a page of its own, short in a table
 */
export function standingInWords(
  { state, tries, nextAt, endedAt, returnedWhy }: MessageStanding,
  now: Temporal.Instant,
  inWords: (moment: Temporal.Instant) => string,
): string | null {
  if (state !== 'waiting') {
    const why = returnedWhy && capital(returnedWhy)
    return [why, endedAt && inWords(endedAt)].filter(Boolean).join(', ') || null
  }
  if (!nextAt) return null
  const isToCome = Temporal.Instant.compare(nextAt, now) > 0
  if (tries === 0) return isToCome ? `Goes on ${inWords(nextAt)}` : 'Goes at once'
  return `Tried ${tries === 1 ? 'once' : `${tries} times`}, next ${isToCome ? inWords(nextAt) : 'at once'}`
}

const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  'sign-in': 'Link to sign in',
  invitation: 'Invitation',
  role: 'Role given or taken',
  'update-link': 'Link to an update',
  asking: 'Request for an update',
  reminder: 'Reminder',
  'sent-back': 'Update sent back',
  escalation: 'Escalation',
  digest: 'Digest',
  'audit-anchor': 'Anchor of the audit trail',
}

/** What a message is for, in words; a purpose that is not known yet by its own name. */
export function purposeInWords(purpose: string): string {
  const spaced = purpose.replaceAll('-', ' ')
  return valueAt(PURPOSE_WORDS, purpose) ?? capital(spaced)
}

/** How many messages did not reach their readers, and will not. */
export function countFailed(counts: Readonly<Partial<Record<MessageState, number>>>): number {
  return (counts.refused ?? 0) + (counts['given-up'] ?? 0) + (counts.returned ?? 0)
}

/** The first thing the list says: whether anybody was not reached. */
export function answerInWords(counts: Readonly<Partial<Record<MessageState, number>>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const failed = countFailed(counts)
  const ofAll = `of ${all.toLocaleString('en-GB')} ${all === 1 ? 'message' : 'messages'}`
  if (failed > 0) return `${failed.toLocaleString('en-GB')} ${ofAll} could not be delivered.`
  const waiting = counts.waiting ?? 0
  if (waiting > 0) return `${waiting.toLocaleString('en-GB')} ${ofAll} ${waiting === 1 ? 'waits' : 'wait'} to go.`
  return all === 1
    ? 'The one message there was has been dealt with.'
    : `All ${all.toLocaleString('en-GB')} messages have been dealt with.`
}
