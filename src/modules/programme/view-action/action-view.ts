import { type Day, isBefore } from '../../../kernel/day.ts'
import type { ReportingPointId } from '../../../kernel/id.ts'
import type { ChangeSeen } from '../../audit/index.ts'
import type { Action, PartShown, Plan, RatingScheme } from '../../plan/index.ts'
import type { Evidence } from '../evidence.store.ts'
import type { ReportingPoint } from '../point.store.ts'
import type { Submission } from '../update.store.ts'

export type PointState = 'to-come' | 'overdue' | 'sent' | 'sent-back' | 'accepted'

export type ActionView = {
  readonly plan: Plan
  readonly action: Action
  readonly trail: readonly string[]
  readonly leadGroup: string | null
  readonly scheme: RatingScheme
  readonly latest: Submission | null
  readonly points: readonly (ReportingPoint & { readonly state: PointState })[]
  readonly submissions: readonly Submission[]
  readonly evidence: readonly Evidence[]
  readonly changes: readonly ChangeSeen[]
  readonly mayReport: boolean
  readonly mayChange: boolean
}

export function actionView(
  facts: Omit<ActionView, 'trail' | 'latest' | 'points'> & {
    readonly parts: readonly PartShown[]
    readonly points: readonly ReportingPoint[]
    readonly today: Day
  },
): ActionView {
  const { parts, points, today, ...same } = facts
  const lastByPoint = new Map<ReportingPointId, Submission>()
  for (const submission of facts.submissions.toReversed()) lastByPoint.set(submission.pointId, submission)
  return {
    ...same,
    trail: trailOf(parts, facts.action),
    latest: facts.submissions.find(({ verdict }) => verdict?.kind !== 'sent-back') ?? null,
    points: points.map((point) => ({ ...point, state: pointState(point, lastByPoint.get(point.id), today) })),
  }
}

export function pointState(point: ReportingPoint, last: Submission | undefined, today: Day): PointState {
  if (last?.verdict) return last.verdict.kind
  if (last) return 'sent'
  return isBefore(point.dueOn, today) ? 'overdue' : 'to-come'
}

function trailOf(parts: readonly PartShown[], { partId }: Action): readonly string[] {
  const partById = new Map(parts.map((part) => [part.id, part]))
  const trail: string[] = []
  for (let part = partId && partById.get(partId); part; part = part.parentId && partById.get(part.parentId)) {
    trail.unshift([part.ref, part.title].filter(Boolean).join(' '))
  }
  return trail
}
