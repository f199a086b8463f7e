import { type Day, dayOf, isBefore } from '../../../../kernel/day.ts'
import type { PartId, PostId, ReportingPointId } from '../../../../kernel/id.ts'
import type { ChangeSeen } from '../../../audit/index.ts'
import type { Person } from '../../../people/index.ts'
import { type Action, type PartShown, type Plan, type RatingScheme, trailOf } from '../../../plan/index.ts'
import type { Evidence } from '../../evidence/evidence.store.ts'
import type { ReportingPoint } from '../../points/point.store.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { type Schemes, schemeOf } from '../../updates/scheme-of.ts'
import { isStanding, standingVersions } from '../../updates/standing-versions.ts'
import type { Submission } from '../../updates/update.store.ts'
import type { StepsAndWaits } from '../../waiting/steps-and-waits.ts'
import type { AskedDay } from '../as-at/known-at.ts'

export type PointState = 'to-come' | 'overdue' | 'missed' | 'sent' | 'sent-back' | 'accepted' | 'correcting'

export type ActionView = {
  readonly plan: Plan
  readonly action: Action
  readonly trail: readonly string[]
  /** the parts above that say why, or how they will know */
  readonly partsAbove: readonly PartShown[]
  readonly leadGroup: string | null
  /** the leads as the plan names them; behind a post, who holds it now */
  readonly leads: readonly string[]
  readonly scheme: RatingScheme
  /** those that its updates were rated under */
  readonly schemes: Schemes
  readonly latest: Submission | null
  readonly points: readonly (ReportingPoint & { readonly state: PointState })[]
  readonly submissions: readonly Submission[]
  readonly evidence: readonly Evidence[]
  readonly changes: readonly ChangeSeen[]
  /** the document the plan was read from, where it tells how the action went */
  readonly document: string | null
  readonly stepsAndWaits: StepsAndWaits
  readonly mayReport: boolean
  readonly mayChange: boolean
  readonly asked: AskedDay
  /** no day after it can be asked for */
  readonly latestDay: Day
  /** on a past day: how the action stands today */
  readonly todayInWords: string
}

/** The page of an action: its duties, each with how it stands today, and all that was said. */
export function actionView(
  facts: Omit<ActionView, 'trail' | 'partsAbove' | 'latest' | 'points'> & {
    readonly parts: readonly PartShown[]
    readonly points: readonly ReportingPoint[]
    readonly today: Day
  },
): ActionView {
  const { parts, points, today, ...same } = facts
  const live = facts.submissions.filter(({ withdrawal }) => withdrawal === null)
  const lastByPoint = new Map(live.toReversed().map((sent) => [sent.pointId, sent]))
  return {
    ...same,
    trail: trailOf(parts, facts.action.partId),
    partsAbove: wordsAbove(parts, facts.action.partId),
    latest: standingVersions(facts.submissions)[0] ?? null,
    points: pointStates(points, lastByPoint, today),
  }
}

/**
 * What became of each duty. One that passed without an update is overdue; when an update for a later duty was sent since,
 * it was missed, and that stays.
 */
export function pointStates(
  points: readonly ReportingPoint[],
  lastByPoint: ReadonlyMap<ReportingPointId, Submission>,
  today: Day,
): ActionView['points'] {
  return points.map((point, at) => {
    const last = lastByPoint.get(point.id)
    const isAnswered = points.slice(at + 1).some((later) => answers(lastByPoint.get(later.id), point.dueOn))
    return { ...point, state: pointState(point, last, isAnswered, today) }
  })
}

function pointState(point: ReportingPoint, last: Submission | undefined, isAnswered: boolean, today: Day): PointState {
  if (last?.correctsAccepted) return last.verdict ? 'accepted' : 'correcting'
  if (last?.verdict) return last.verdict.kind
  if (last) return 'sent'
  if (!isBefore(point.dueOn, today)) return 'to-come'
  return isAnswered ? 'missed' : 'overdue'
}

/** Whether an update was sent after a day had passed, and stands. */
function answers(sent: Submission | undefined, dueOn: Day): boolean {
  return sent !== undefined && (sent.correctsAccepted || isStanding(sent)) && isBefore(dueOn, dayOf(sent.reportedAt))
}

/** A lead as the plan names it, and behind a post who holds it now, or that nobody does. */
export function leadInWords(
  { text, postId }: Action['leads'][number],
  holders: ReadonlyMap<PostId, readonly Pick<Person, 'name'>[]>,
): string {
  if (postId === null) return text
  const names = (holders.get(postId) ?? []).map(({ name }) => name)
  return `${text} (${names.length === 0 ? 'vacant: nobody holds this post' : names.join(', ')})`
}

/** The parts an action stands under that say who leads, why, or how they will know, outermost first. */
function wordsAbove(parts: readonly PartShown[], partId: PartId | null): readonly PartShown[] {
  const part = parts.find(({ id }) => id === partId)
  if (!part) return []
  const isSaid = part.why !== null || part.success !== null || part.leadWords !== null
  const says = isSaid || part.points.length > 0 || part.alignedPlans.length > 0
  return [...wordsAbove(parts, part.parentId), ...(says ? [part] : [])]
}

/** How an action stands today, beside a page that shows a past day. */
export function actionTodayInWords(
  of: { readonly scheme: RatingScheme; readonly schemes: Schemes },
  submissions: readonly Submission[],
): string {
  const [latest] = standingVersions(submissions)
  if (!latest) return 'Today it reads: not rated.'
  const scheme = schemeOf(of, latest)
  const [progress, impact] = [ratingOf(scheme, latest.progress), ratingOf(scheme, latest.impact)]
  return `Today it reads: progress ${progress.name}, impact ${impact.name}.`
}
