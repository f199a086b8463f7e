import {
  Button,
  Counts,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { NamesSection } from '../add-names/names-section.tsx'
import { ActionsSection, ReviewIndex } from './actions-section.tsx'
import { FindingsSection } from './findings-section.tsx'
import { NotUnderstoodSection } from './not-understood-section.tsx'
import type { ReviewView } from './review-view.ts'
import { SaidNotice } from './said-facts.tsx'

export type DetailsForm = { readonly title: string; readonly starts: string; readonly ends: string }

/** The draft beside its source: read it through, mend it, adopt it. */
export function reviewPage(
  visitor: Member,
  view: ReviewView,
  details: DetailsForm,
  problems: readonly Problem[],
  flash: string | null,
): string {
  return memberPage(
    {
      visitor,
      title: `Review: ${view.plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: problems.length > 0,
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: 'Review' }],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption="Review before adopting">{view.plan.title}</PageHeading>
      <Lede>{view.summary}</Lede>
      <SaidNotice view={view} />
      <Summary view={view} />
      <div class="trellis-beside">
        <ReviewIndex view={view} />
        <div>
          <PlanDetails view={view} details={details} problems={problems} />
          <FindingsSection view={view} />
          <ActionsSection view={view} />
          <NamesSection planId={view.plan.id} names={view.names} />
          <NotUnderstoodSection view={view} />
          <Adopt view={view} />
        </div>
      </div>
    </>,
  )
}

type Seen = { readonly view: ReviewView }

function Summary({ view }: Seen) {
  const actionCount = view.aims.reduce((sum, aim) => sum + aim.actionCount, 0)
  return (
    <Counts
      counts={[
        { figure: actionCount, label: 'actions to read through', href: '#actions' },
        { figure: view.findings.length, label: 'questions to look at', href: '#findings' },
        { figure: view.notUnderstood.length, label: 'passages in no action', href: '#not-understood' },
      ]}
    />
  )
}

function PlanDetails(props: Seen & { readonly details: DetailsForm; readonly problems: readonly Problem[] }) {
  const { view, details, problems } = props
  return (
    <section>
      <Heading level={2} id="details">
        Title and period
      </Heading>
      <Form action={`/plans/${view.plan.id}/details`}>
        <TextInput name="title" label="Title" width="long" value={details.title} error={problemOf(problems, 'title')} />
        <div class="trellis-row">
          <DateField name="starts" label="First day" value={details.starts} error={problemOf(problems, 'starts')} />
          <DateField name="ends" label="Last day" value={details.ends} error={problemOf(problems, 'ends')} />
        </div>
        <p class="govuk-hint">A month without a year is read as one of this period</p>
        <Button kind="secondary">Save title and period</Button>
      </Form>
    </section>
  )
}

function Adopt({ view }: Seen) {
  const { plan } = view
  return (
    <section>
      <Heading level={2} id="adopt">
        Adopt the plan
      </Heading>
      {plan.period ? (
        <Text>
          Every timescale becomes dated duties to report. From then on each change of an action is kept as a version,
          with who made it and when.
        </Text>
      ) : (
        <Notice kind="warning" title="Set the period first: without it, months have no year" />
      )}
      <Form action={`/plans/${plan.id}/adoption`}>
        <Button>Adopt this plan</Button>
      </Form>
      <Form action={`/plans/${plan.id}/discard`}>
        <Button kind="secondary">Discard this draft</Button>
      </Form>
    </section>
  )
}
