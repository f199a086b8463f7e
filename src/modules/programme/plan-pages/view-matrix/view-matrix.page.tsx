import { Lede, PageHeading, Text } from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan, RatingScheme } from '../../../plan/index.ts'
import { MatrixTable } from '../../ratings/matrix-table.tsx'
import type { RatingMatrix } from '../../ratings/rating-matrix.ts'
import { planHref } from '../view-plan/plan-href.ts'
import { PlanTabs } from '../view-plan/plan-tabs.tsx'

export type MatrixView = {
  readonly plan: Plan
  readonly scheme: RatingScheme
  readonly matrix: RatingMatrix
  readonly finding: string
}

export function viewMatrixPage(visitor: Member, { plan, scheme, matrix, finding }: MatrixView): string {
  return memberPage(
    {
      visitor,
      title: `Progress by impact: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Progress by impact' },
      ],
    },
    <>
      <PageHeading caption={plan.title}>Progress by impact</PageHeading>
      <Lede>{finding}</Lede>
      <PlanTabs planId={plan.id} current="matrix" />
      <MatrixTable
        scheme={scheme}
        matrix={matrix}
        hrefFor={(pair) => planHref(plan.id, { progress: pair.progress, impact: pair.impact })}
      />
      <Text>
        An action takes the ratings of its last update that was not sent back. What is not due, and what was never
        rated, stands after the colours that judge the work. Each number leads to the actions it counts.
      </Text>
      <Text>
        <a href={`/plans/${plan.id}/ratings-beside-facts`}>How ratings compare with what the facts suggested</a>
      </Text>
    </>,
  )
}
