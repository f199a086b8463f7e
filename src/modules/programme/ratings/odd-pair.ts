import { type RatingMeaning, type RatingScheme, ratingRule } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** Pairs of meanings that seldom go together, each with what a careful colleague would ask. */
const ODD_PAIRS: readonly {
  readonly progress: readonly RatingMeaning[]
  readonly impact: RatingMeaning
  readonly question: string
}[] = [
  {
    progress: ['off-track', 'at-risk'],
    impact: 'complete',
    question: 'What has made a lasting difference, when the work itself has slipped?',
  },
  {
    progress: ['not-due', 'unknown'],
    impact: 'complete',
    question: 'What has made a lasting difference, when the work has not begun?',
  },
  {
    progress: ['suspended'],
    impact: 'complete',
    question: 'What has made a lasting difference, when the work is suspended?',
  },
  {
    progress: ['not-due'],
    impact: 'on-track',
    question: 'What makes the difference that children notice, when the work has not begun?',
  },
]

/**
 * The question that two ratings raise together; null when they may well go together. It is a question: the author answers it in a
 * sentence or chooses again, and the chair reads both.
 */
export function oddPair(
  scheme: Pick<RatingScheme, 'ratings'>,
  chosen: { readonly progress: RatingKey | null; readonly impact: RatingKey | null },
): string | null {
  const [progress, impact] = [ratingRule(scheme, chosen.progress), ratingRule(scheme, chosen.impact)]
  if (!progress || !impact) return null
  const odd = ODD_PAIRS.find((pair) => pair.progress.includes(progress.meaning) && pair.impact === impact.meaning)
  if (!odd) return null
  return `Progress is “${progress.name}” and impact is “${impact.name}”. ${odd.question}`
}
