import type { PersonId } from '../../kernel/id.ts'

export type Channel = 'mail' | 'text'

/** A message to one reader, as whoever causes it words it. */
export type Message = {
  /** what it tells, so that it is told once: `reminder/<duty>/2015-03-31`. A partnership's message of this key is queued once for ever */
  readonly key: string
  readonly channel: Channel
  /** an address of mail, or a telephone number */
  readonly to: string
  readonly toName?: string | undefined
  readonly personId?: PersonId | undefined
  /** what it is for, as the list of messages files it: `sign-in`, `invitation`, `reminder` … */
  readonly purpose: string
  readonly subject: string
  /** paragraphs with a blank line between them; links are whole addresses, each on a line of its own */
  readonly text: string
  /** true: the words hold a link that lets somebody in. They are shown on no page, and taken away when the message has ended */
  readonly secret?: boolean | undefined
  /** it does not go out before */
  readonly notBefore?: Temporal.Instant | undefined
  /** it does not go out from then on: what it says would no longer be true */
  readonly expiresAt?: Temporal.Instant | undefined
}

/**
 * How a message ended. `sent`: a server took it. `kept`: this installation sends nothing, and it can be read here. `refused`: a
 * server said that it never will. `given-up`: a day of tries did not help. `expired`, `withdrawn`: it was no longer wanted.
 */
export type MessageEnd = 'sent' | 'kept' | 'refused' | 'given-up' | 'expired' | 'withdrawn'

/** How one try ended. `unsure`: its worker was lost after it began, so that nobody knows whether the server has the message. */
export type AttemptOutcome = 'taken' | 'put-off' | 'refused' | 'unsure'
