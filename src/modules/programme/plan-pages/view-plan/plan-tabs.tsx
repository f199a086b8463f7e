import { Notice, Tabs } from '../../../../design/index.ts'

/** Says that what is counted here is not all there is. */
export function PartOfPlan({ planId }: { readonly planId: string }) {
  return (
    <Notice kind="information" title="This is your part of the plan">
      You see the actions that you or your organisation lead, and these figures count no others. The plan has more.{' '}
      <a href={`/plans/${planId}/planner`}>Your year, month by month</a>
    </Notice>
  )
}

/** The ways to look at a plan. */
export function PlanTabs({
  planId,
  current,
}: {
  readonly planId: string
  readonly current: 'actions' | 'matrix' | 'due' | 'planner' | 'chains' | 'report' | 'periods' | 'year-end'
}) {
  const tabs = [
    { key: 'actions', text: 'Actions', href: `/plans/${planId}` },
    { key: 'matrix', text: 'Progress by impact', href: `/plans/${planId}/matrix` },
    { key: 'due', text: 'What is due when', href: `/plans/${planId}/due` },
    { key: 'planner', text: 'Year planner', href: `/plans/${planId}/planner` },
    { key: 'chains', text: 'What waits for what', href: `/plans/${planId}/chains` },
    { key: 'report', text: 'Board report', href: `/plans/${planId}/board-report` },
    { key: 'periods', text: 'Reporting periods', href: `/plans/${planId}/periods` },
    { key: 'year-end', text: 'Year end', href: `/plans/${planId}/year-end` },
    { key: 'compare', text: 'Compare with a report', href: `/plans/${planId}/comparisons` },
  ]
  return (
    <Tabs label="Views of this plan" tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))} />
  )
}
