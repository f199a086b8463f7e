import { capital } from '../../../kernel/capital.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Day, dayOf, isBefore } from '../../../kernel/day.ts'
import type { ActionId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'

/** What of an action's report of a period stood, or why none did. Each action stands in exactly one place. */
export const PERIOD_STANDINGS = [
  'accepted',
  'awaiting-verdict',
  'sent-back',
  'draft-only',
  'not-reported',
  'not-due',
] as const
export type PeriodStanding = (typeof PERIOD_STANDINGS)[number]

/** One duty that falls in a period, and what was known of it at a moment. */
export type DutyInPeriod = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly dueOn: Day
  /** the last update sent for it by then; one sent back only where nothing was sent after it */
  readonly answer: { readonly id: SubmissionId; readonly verdict: 'accepted' | 'sent-back' | null } | null
  readonly hasDraft: boolean
}

/** What ends an action’s duties: an update that called it complete and was accepted, or its ending. */
export type OwedUntil = {
  readonly latest: {
    /** its progress means complete by the plan's scheme */
    readonly isComplete: boolean
    readonly isAccepted: boolean
    readonly submittedAt: Temporal.Instant
  } | null
  readonly endedOn: Day | null
}

/**
 * Where one action stands in a period: its last duty there decides. Once it was accepted as complete, or had ended, it owes no
 * update from that day on, so a duty nobody answered after it is none.
 *
 * @param duties  of this action, those that fall in the period
 */
export function standingInPeriod(
  duties: readonly DutyInPeriod[],
  { latest, endedOn }: OwedUntil,
): { readonly standing: PeriodStanding; readonly duty: DutyInPeriod | null } {
  const completeOn = latest?.isComplete && latest.isAccepted ? dayOf(latest.submittedAt) : null
  const isOwed = (dueOn: Day) => [completeOn, endedOn].every((end) => end === null || isBefore(dueOn, end))
  const duty = duties
    .filter(({ answer, dueOn }) => answer !== null || isOwed(dueOn))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
    .at(-1)
  return duty ? { standing: standingOf(duty), duty } : { standing: 'not-due', duty: null }
}

function standingOf({ answer, hasDraft }: DutyInPeriod): PeriodStanding {
  switch (answer?.verdict) {
    case 'accepted':
      return 'accepted'
    case 'sent-back':
      return 'sent-back'
    case null:
      return 'awaiting-verdict'
    case undefined:
      return hasDraft ? 'draft-only' : 'not-reported'
  }
}

const WORDS: Readonly<Record<PeriodStanding, string>> = {
  accepted: 'accepted',
  'awaiting-verdict': 'sent and awaiting a verdict',
  'sent-back': 'sent back and not sent again',
  'draft-only': 'begun as a draft and not sent',
  'not-reported': 'due and not reported',
  'not-due': 'not due to report',
}

/** "Due and not reported", for a list. */
export function standingWords(standing: PeriodStanding): string {
  const words = WORDS[standing]
  return capital(words)
}

export function parseStanding(text: string): PeriodStanding | null {
  return PERIOD_STANDINGS.find((standing) => standing === text && valueAt(WORDS, standing) !== undefined) ?? null
}

export type StandingTally = { readonly standing: PeriodStanding; readonly count: number }

/** How many stand where, those with none left out; together they are all of them. */
export function tallyOf(standings: readonly PeriodStanding[]): readonly StandingTally[] {
  return PERIOD_STANDINGS.map((standing) => ({
    standing,
    count: standings.filter((each) => each === standing).length,
  })).filter(({ count }) => count > 0)
}

/** "82 actions: 41 accepted, 18 due and not reported, 23 not due to report." */
export function tallyInWords(tally: readonly StandingTally[]): string {
  const total = counted(
    tally.reduce((sum, { count }) => sum + count, 0),
    'action',
  )
  if (tally.length === 0) return `${total}.`
  return `${total}: ${tally.map(({ standing, count }) => `${count} ${WORDS[standing]}`).join(', ')}.`
}
