import { type Day, dayOf, isAfter, isBefore, longDay, parseDay } from '../../../../kernel/day.ts'
import type { ChangeSeen } from '../../../audit/index.ts'
import type { Evidence } from '../../evidence/evidence.store.ts'
import type { Submission } from '../../updates/update.store.ts'

export type AskedDay = {
  /** the day the page is to be shown as it was known by the end of; null for today */
  readonly asAt: Day | null
  readonly problem: string | null
}

/**
 * The day a link or a form asks for. Today, and what is no day, lies ahead or was before the plan was adopted, is shown as today, and
 * said so.
 */
export function askedDay(text: string | undefined, today: Day, adoptedAt: Temporal.Instant | null): AskedDay {
  if (!text || !adoptedAt) return { asAt: null, problem: null }
  const day = parseDay(text)
  const adoptedOn = dayOf(adoptedAt)
  if (!day) return { asAt: null, problem: 'Enter a day, such as 31 March 2026' }
  if (isAfter(day, today)) return { asAt: null, problem: 'That day has not come yet: this is how it reads today' }
  if (isBefore(day, adoptedOn))
    return { asAt: null, problem: `The plan was adopted on ${longDay(adoptedOn)}. Choose that day or a later one` }
  return { asAt: day.equals(today) ? null : day, problem: null }
}

/** What had been sent by a moment, each with what had become of it by then. */
export function submissionsKnownAt(submissions: readonly Submission[], at: Temporal.Instant): readonly Submission[] {
  return submissions
    .filter(({ submittedAt }) => isKnown(submittedAt, at))
    .map((sent) => ({
      ...sent,
      verdict: sent.verdict && isKnown(sent.verdict.givenAt, at) ? sent.verdict : null,
      withdrawal: sent.withdrawal && isKnown(sent.withdrawal.at, at) ? sent.withdrawal : null,
    }))
}

/** The files that had been attached and sent by a moment. */
export function evidenceKnownAt(
  evidence: readonly Evidence[],
  sent: readonly Submission[],
  at: Temporal.Instant,
): readonly Evidence[] {
  const reported = new Set(sent.map(({ pointId }) => pointId))
  return evidence.filter(({ addedAt, pointId }) => isKnown(addedAt, at) && reported.has(pointId))
}

export function changesKnownAt(changes: readonly ChangeSeen[], at: Temporal.Instant): readonly ChangeSeen[] {
  return changes.filter((change) => isKnown(change.at, at))
}

function isKnown(moment: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, at) <= 0
}

/** The first duty since the last one reported on: one that had passed when a later one was reported on is overdue no more. */
export function unreportedSince(
  points: readonly { readonly dueOn: Day; readonly reportedAt: Temporal.Instant | null }[],
): Day | null {
  const isAnswered = (dueOn: Day) =>
    points.some(
      (later) => isAfter(later.dueOn, dueOn) && later.reportedAt !== null && isAfter(dayOf(later.reportedAt), dueOn),
    )
  return points.find(({ dueOn, reportedAt }) => reportedAt === null && !isAnswered(dueOn))?.dueOn ?? null
}
