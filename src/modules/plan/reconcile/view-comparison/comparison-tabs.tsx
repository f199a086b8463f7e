import { Tabs } from '../../../../design/index.ts'
import type { ComparisonView } from './comparison-view.ts'

/** The two ways to look at a comparison: every row, and what was promised to the next plan. */
export function ComparisonTabs({
  view,
  current,
}: {
  readonly view: ComparisonView
  readonly current: 'rows' | 'promises'
}) {
  const { id } = view.comparison
  return (
    <Tabs
      label="Views of this comparison"
      tabs={[
        { text: 'Every row', href: `/comparisons/${id}`, current: current === 'rows' },
        {
          text: 'Where did the promised items go?',
          href: `/comparisons/${id}/promises`,
          current: current === 'promises',
        },
      ]}
    />
  )
}
