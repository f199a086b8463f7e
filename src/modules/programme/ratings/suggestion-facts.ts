import type { ReportingPointId } from '../../../kernel/id.ts'
import type { ReportingPoint } from '../points/point.store.ts'
import { standingVersions } from '../updates/standing-versions.ts'
import type { Submission } from '../updates/update.store.ts'
import type { RatingFacts } from './suggest-rating.ts'

/** What the suggestion for one update rests on: the duties of its action, what was sent before, and what shows it. */
export function suggestionFacts(
  points: readonly ReportingPoint[],
  submissions: readonly Submission[],
  writing: ReportingPointId,
  {
    today,
    evidenceCount,
    lateStep = null,
  }: Pick<RatingFacts, 'today' | 'evidenceCount'> & Partial<Pick<RatingFacts, 'lateStep'>>,
): RatingFacts {
  const standing = standingVersions(submissions)
  const met = new Set(standing.map(({ pointId }) => pointId))
  const last = standing[0]
  const dated = points.filter(({ origin }) => origin === 'timescale')
  const open = points.slice(points.findLastIndex(({ id }) => met.has(id)) + 1)
  return {
    today,
    firstDueOn: dated[0]?.dueOn ?? null,
    finalDueOn: dated.at(-1)?.dueOn ?? null,
    unreportedSince: open.find(({ id }) => id !== writing)?.dueOn ?? null,
    evidenceCount,
    lateStep,
    lastProgress: last?.progress ?? null,
    promisedOn: last?.returnOn ?? null,
  }
}
