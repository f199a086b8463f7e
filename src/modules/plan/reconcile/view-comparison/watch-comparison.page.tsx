import { Button, ButtonGroup, Notice, PageHeading, Progress } from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan } from '../../plan.ts'
import type { Comparison } from '../comparison.store.ts'

/** How far a comparison is, or why there is none. The page follows by itself; without JavaScript there is a button that looks again. */
export function watchComparisonPage(visitor: Member, plan: Plan, comparison: Comparison): string {
  const { outcome, laterName, id, stage, fraction } = comparison
  if (outcome.kind === 'refused') {
    return memberPage(
      { visitor, title: 'The documents could not be compared', section: 'plans', hasProblems: true },
      <>
        <PageHeading caption={laterName}>The documents could not be compared</PageHeading>
        <Notice kind="warning" title={outcome.sentence}>
          <p class="govuk-body">Nothing was changed. The document is kept as you sent it.</p>
        </Notice>
        <Button href={`/plans/${plan.id}/comparisons`}>Choose another document</Button>
      </>,
    )
  }
  return memberPage(
    { visitor, title: 'Comparing', section: 'plans' },
    <>
      <PageHeading caption={laterName}>Comparing with {plan.title}</PageHeading>
      <trellis-reading-progress src={`/comparisons/${id}/progress`}>
        <Progress label={stage} fraction={fraction} />
      </trellis-reading-progress>
      <ButtonGroup>
        <Button kind="secondary" href={`/comparisons/${id}`}>
          Look again
        </Button>
      </ButtonGroup>
    </>,
  )
}
