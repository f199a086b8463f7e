import type { Day } from '../../../kernel/day.ts'
import type { ActionId, SubmissionId } from '../../../kernel/id.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { PeriodStanding } from './standing-in-period.ts'

/** One action as a closing holds it, to be laid beside the same action in another closing. */
export type ClosedAction = {
  readonly id: ActionId
  readonly ref: string | null
  readonly text: string
  readonly version: number
  readonly headings: readonly string[]
  readonly standing: PeriodStanding
  readonly submissionId: SubmissionId | null
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly isAccepted: boolean
  readonly evidenceCount: number
  /** its last day, where the work was late */
  readonly lateSince: Day | null
}

export type DifferenceKind =
  | 'joined'
  | 'gone'
  | 'standing'
  | 'update'
  | 'progress'
  | 'impact'
  | 'acceptance'
  | 'evidence'
  | 'words'
  | 'heading'
  | 'work'

export type ClosingDifference = {
  readonly action: ClosedAction
  /** how it stood in the earlier closing; null where it was not in it */
  readonly before: ClosedAction | null
  readonly kinds: readonly DifferenceKind[]
}

/** Every action that two closings of a period do not hold alike, and in what; none where they say the same. */
export function closingDifferences(
  before: readonly ClosedAction[],
  after: readonly ClosedAction[],
): readonly ClosingDifference[] {
  const earlier = new Map(before.map((action) => [action.id, action]))
  const later = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((action): readonly ClosingDifference[] => {
      const was = earlier.get(action.id)
      if (!was) return [{ action, before: null, kinds: ['joined'] }]
      const kinds = kindsOf(was, action)
      return kinds.length > 0 ? [{ action, before: was, kinds }] : []
    }),
    ...before
      .filter(({ id }) => !later.has(id))
      .map((action): ClosingDifference => ({ action, before: action, kinds: ['gone'] })),
  ]
}

function kindsOf(a: ClosedAction, b: ClosedAction): readonly DifferenceKind[] {
  const kinds: readonly (readonly [DifferenceKind, boolean])[] = [
    ['standing', a.standing !== b.standing],
    ['update', a.submissionId !== b.submissionId],
    ['progress', a.progress !== b.progress],
    ['impact', a.impact !== b.impact],
    ['acceptance', a.submissionId === b.submissionId && a.isAccepted !== b.isAccepted],
    ['evidence', a.evidenceCount !== b.evidenceCount],
    ['words', a.version !== b.version],
    ['heading', a.headings.join('\n') !== b.headings.join('\n')],
    ['work', String(a.lateSince) !== String(b.lateSince)],
  ]
  return kinds.flatMap(([kind, differs]) => (differs ? [kind] : []))
}
