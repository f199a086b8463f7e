import { hasFailed, type MessageState } from '../message-words.ts'

/** What of a message decides what may still be done about it. */
export type Changeable = {
  readonly state: MessageState
  /** its words are gone, or hold a link that lets its reader in */
  readonly hasLink: boolean
  readonly expiresAt: Temporal.Instant | null
}

/** Something that the manager may do about a message; or why a failed one cannot be sent again; or nothing. */
export type MayChange = 'take-back' | 'send-again' | 'holds-a-link' | 'too-late' | null

/**
 * One that waits may be taken back. One that failed may be sent again, but a link is sent anew from where it was made, because whoever
 * sends it again would else hand over words that are gone; and what is no longer true is not said again.
 */
export function mayChange({ state, hasLink, expiresAt }: Changeable, now: Temporal.Instant): MayChange {
  if (state === 'waiting') return 'take-back'
  if (!hasFailed(state)) return null
  if (hasLink) return 'holds-a-link'
  return expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'too-late' : 'send-again'
}
