import type { Member } from '../../../people/index.ts'
import { watchWorkPage } from '../../background/watch-work.page.tsx'
import type { Plan } from '../../plan.ts'
import type { Comparison } from '../comparison.store.ts'

/** How far a comparison is, or why there is none. */
export function watchComparisonPage(visitor: Member, plan: Plan, comparison: Comparison): string {
  const { id, laterName, outcome } = comparison
  return watchWorkPage(visitor, {
    section: 'plans',
    fileName: laterName,
    href: `/comparisons/${id}`,
    state: comparison,
    refusal: outcome.kind === 'refused' ? outcome.sentence : null,
    words: {
      title: 'Comparing',
      heading: `Comparing with ${plan.title}`,
      refused: 'The documents could not be compared',
    },
    next: { href: `/plans/${plan.id}/comparisons`, text: 'Choose another document' },
  })
}
