import {
  Button,
  type Child,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  Table,
  Text,
} from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { PLANS_A_PAGE, type PlanListed } from '../../plan.store.ts'
import { isAdopted, type Plan } from '../../plan.ts'
import { planToChoose } from '../../where-from.ts'
import type { Comparison } from '../comparison.store.ts'

export type ComparisonsView = {
  readonly plan: Plan
  readonly comparisons: readonly Comparison[]
  /** the other plans, any of which may be the next */
  readonly others: readonly PlanListed[]
  readonly once: string
  readonly problems: readonly Problem[]
}

/** What a plan was compared with, and the way to compare it once more. */
export function comparisonsPage(
  visitor: Member,
  { plan, comparisons, others, once, problems }: ComparisonsView,
): string {
  return memberPage(
    {
      visitor,
      title: `Compare: ${plan.title}`,
      section: 'plans',
      hasProblems: problems.length > 0,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: isAdopted(plan) ? `/plans/${plan.id}` : `/plans/${plan.id}/review` },
        { text: 'Compare with a report' },
      ],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>Compare with a report</PageHeading>
      <Lede>See what became of each action: how it ended, who has not reported, and which totals do not add up.</Lede>
      {holds(visitor, 'compare-plans') && (
        <AskForm action={`/plans/${plan.id}/comparisons`} others={others} once={once} problems={problems} />
      )}
      <Heading level={2}>Comparisons made</Heading>
      <ComparisonsTable
        comparisons={comparisons}
        whenEmpty={
          <EmptyState title="This plan was not compared with anything yet">
            {holds(visitor, 'compare-plans')
              ? 'Hand over its report above.'
              : 'The partnership manager can hand over its report.'}
          </EmptyState>
        }
      />
    </>,
  )
}

type AskFormProps = Pick<ComparisonsView, 'others' | 'once' | 'problems'> & {
  readonly action: string
  /** when the next document can only be the next plan */
  readonly isNextPlan?: boolean
}

/** Hands over the later document, or chooses a plan that is here. */
export function AskForm({ action, others, once, problems, isNextPlan }: AskFormProps) {
  return (
    <Form action={action} enctype="multipart/form-data" once={once}>
      <FileInput
        name="document"
        label={isNextPlan ? 'The next plan' : 'The report, or the next plan'}
        hint="As it was published: Word, Excel, OpenDocument, PDF, a web page, text, CSV, up to 20 MB"
        error={problemOf(problems, 'document')}
      />
      {others.length > 0 && (
        <Select
          name="otherPlan"
          label="Or a plan that is here"
          none="None"
          {...(others.length >= PLANS_A_PAGE - 1 && {
            hint: `The latest ${PLANS_A_PAGE} plans are offered; hand over the file of an older one`,
          })}
          options={others.map(planToChoose)}
          error={problemOf(problems, 'otherPlan')}
        />
      )}
      <Text>It is read and compared. Nothing of the plan is changed.</Text>
      <Button>Compare</Button>
    </Form>
  )
}

/** Comparisons, each a link to what was found. */
export function ComparisonsTable({
  comparisons,
  whenEmpty,
}: {
  readonly comparisons: readonly Comparison[]
  readonly whenEmpty?: Child
}) {
  return (
    <Table
      caption="Comparisons made"
      captionIsHidden
      columns={[
        { key: 'later', header: 'Compared with', width: 'wide', isReference: true },
        { key: 'state', header: 'State' },
        { key: 'asked', header: 'Asked for' },
      ]}
      rows={comparisons.map(({ id, laterName, outcome, askedAt, askedBy, ofComparisonId }) => ({
        later: (
          <>
            <a href={`/comparisons/${id}`}>{laterName}</a>
            {ofComparisonId && <span class="trellis-detail">the next plan after a report</span>}
          </>
        ),
        state: STATES[outcome.kind],
        asked: `${longMoment(askedAt)}, ${askedBy}`,
      }))}
      whenEmpty={whenEmpty}
    />
  )
}

const STATES = { unfinished: 'Being compared', refused: 'Could not be compared', compared: 'Compared' } as const
