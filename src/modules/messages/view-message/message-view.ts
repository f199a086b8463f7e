import { longMoment } from '../../../kernel/day.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { type MayChange, mayChange } from '../change-message/may-change.ts'
import { type MessageState, purposeInWords, STATE_WORDS, standingInWords } from '../message-words.ts'
import type { MessageSeen, MessageTry } from '../sent-message.store.ts'

export type MessageView = {
  readonly subject: string
  readonly state: MessageState
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  /** what was said; null: it holds, or held, a link that lets somebody in */
  readonly text: string | null
  readonly tries: readonly { readonly what: string; readonly when: string; readonly words: string | null }[]
  /** that its address was refused, in a sentence and its server's words; null: never */
  readonly refusal: { readonly when: string; readonly words: string } | null
  readonly mayChange: MayChange
}

/**
 * One message as its page shows it. The words of a secret one are shown in the demo alone, where nobody is who they are said to be.
 */
export function messageView(message: MessageSeen, isDemo: boolean, now: Temporal.Instant): MessageView {
  const { subject, state, text, isSecret, isBlanked, attempts, refusal } = message
  const isShown = !isBlanked && (!isSecret || (isDemo && state === 'kept'))
  return {
    subject,
    state,
    facts: factsOf(message, now),
    text: isShown ? text : null,
    tries: attempts.map(tryInWords),
    mayChange: mayChange({ ...message, hasLink: isSecret || isBlanked }, now),
    refusal: refusal && { when: longMoment(refusal.at), words: refusal.words },
  }
}

function factsOf(message: MessageSeen, now: Temporal.Instant): MessageView['facts'] {
  const { to, toName, channel, purpose, queuedAt, notBefore, expiresAt, delayedAt, state } = message
  const standing = standingInWords(message, now, longMoment)
  const waits = Temporal.Instant.compare(notBefore, queuedAt) > 0
  return [
    { key: 'To', value: toName === null ? to : `${toName}, ${to}` },
    { key: 'By', value: channel === 'mail' ? 'Mail' : 'Text message' },
    { key: 'What for', value: purposeInWords(purpose) },
    { key: 'Written', value: longMoment(queuedAt) },
    ...(waits ? [{ key: 'Not before', value: longMoment(notBefore) }] : []),
    ...(expiresAt ? [{ key: 'Not after', value: longMoment(expiresAt) }] : []),
    ...(delayedAt ? [{ key: 'Delayed', value: `${longMoment(delayedAt)}: its mail server was still trying` }] : []),
    {
      key: 'How it ended',
      value: standing ? `${STATE_WORDS[state]}. ${standing}` : STATE_WORDS[state],
    },
  ]
}

const OUTCOME_WORDS = {
  taken: 'Taken',
  'put-off': 'Put off',
  refused: 'Refused',
  unsure: 'Unsure: it broke off, and nobody knows whether it was taken',
} as const

const WAYS: Readonly<Record<string, string>> = {
  smtp: 'by the mail server',
  notify: 'by GOV.UK Notify',
  outbox: 'into Trellis alone',
}

function tryInWords({ number, via, beganAt, outcome, words }: MessageTry): MessageView['tries'][number] {
  const what = outcome ? OUTCOME_WORDS[outcome] : 'Under way'
  return { what, when: `Try ${number}, ${valueAt(WAYS, via) ?? via}, ${longMoment(beganAt)}`, words }
}
