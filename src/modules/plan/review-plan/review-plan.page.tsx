import {
  Button,
  DateField,
  Detail,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Inset,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  SourceLines,
  Table,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { Finding } from '../../reading/index.ts'
import { datesInWords, whenInWords } from '../../reading/index.ts'
import { NamesSection } from '../add-names/names-section.tsx'
import type { Action } from '../plan.ts'
import { FindingsSection } from './findings-section.tsx'
import type { ReviewGroup, ReviewView } from './review-view.ts'

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
      <ul class="govuk-list">
        <li>
          <a href="#findings">{counted(view.findings.length, 'question')} to look at</a>
        </li>
        <li>
          <a href="#not-understood">
            {counted(view.notUnderstood.length, 'passage')} not understood as part of the plan
          </a>
        </li>
        <li>
          <a href="#adopt">Adopt the plan</a>
        </li>
      </ul>
      <PlanDetails view={view} details={details} problems={problems} />
      <FindingsSection view={view} />
      <Heading level={2} id="actions">
        Actions
      </Heading>
      {view.groups.map((group) => (
        <Group group={group} view={view} />
      ))}
      <NamesSection planId={view.plan.id} names={view.names} />
      <NotUnderstood view={view} />
      <Adopt view={view} />
    </>,
  )
}

type Seen = { readonly view: ReviewView }

function PlanDetails(props: Seen & { readonly details: DetailsForm; readonly problems: readonly Problem[] }) {
  const { view, details, problems } = props
  return (
    <section>
      <Heading level={2}>Title and period</Heading>
      <Form action={`/plans/${view.plan.id}/details`}>
        <TextInput name="title" label="Title" width="long" value={details.title} error={problemOf(problems, 'title')} />
        <DateField name="starts" label="First day" value={details.starts} error={problemOf(problems, 'starts')} />
        <DateField
          name="ends"
          label="Last day"
          hint="Months without a year are read within this period"
          value={details.ends}
          error={problemOf(problems, 'ends')}
        />
        <Button kind="secondary">Save title and period</Button>
      </Form>
    </section>
  )
}

function Group({ group, view }: Seen & { readonly group: ReviewGroup }) {
  const { part, trail, actions } = group
  const title = part ? [part.ref, part.title].filter(Boolean).join(' ') : 'Under no heading'
  return (
    <section>
      <Heading level={3}>{[...trail, title].join(' › ')}</Heading>
      {part?.why && (
        <Details summary="Why this matters">
          <p class="govuk-body">{part.why}</p>
        </Details>
      )}
      {part?.success && (
        <Details summary="How they will know">
          <p class="govuk-body">{part.success}</p>
        </Details>
      )}
      {part && part.alignedPlans.length > 0 && (
        <p class="govuk-body">
          <Detail>Goes with: {part.alignedPlans.join('; ')}</Detail>
        </p>
      )}
      <Table
        caption={`Actions of ${title}`}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'What was read' },
          { key: 'when', header: 'When and who', width: 'medium' },
          { key: 'source', header: 'Where it came from' },
        ]}
        rows={actions.map((action) => ({
          ref: <span id={`action-${action.id}`}>{action.ref ?? '–'}</span>,
          action: <WhatWasRead action={action} findings={view.findingsByAction.get(action.id) ?? []} />,
          when: <WhenAndWho action={action} />,
          source: <Source action={action} fileName={view.fileName} />,
        }))}
        whenEmpty="No action was read under this heading"
      />
    </section>
  )
}

function WhatWasRead({ action, findings }: { readonly action: Action; readonly findings: readonly Finding[] }) {
  return (
    <>
      {action.text}
      <Detail>Measure: {action.measure ?? 'none given'}</Detail>
      {findings.map(({ message }) => (
        <Detail>
          <em>{message}</em>
        </Detail>
      ))}
      <Detail>
        <a href={`/actions/${action.id}/change`}>
          Correct<span class="govuk-visually-hidden"> {action.ref ?? action.text}</span>
        </a>
      </Detail>
    </>
  )
}

function WhenAndWho({ action }: { readonly action: Action }) {
  const { timescale } = action
  return (
    <>
      {timescale?.text ?? 'No timescale'}
      {timescale && <Detail>Understood: {datesInWords(timescale) || whenInWords(timescale)}</Detail>}
      {timescale?.notes.map((note) => (
        <Detail>{note}</Detail>
      ))}
      <Detail>Leads: {action.leads.map((lead) => `${lead.text} (${lead.kind})`).join('; ') || 'none given'}</Detail>
    </>
  )
}

function Source({ action, fileName }: { readonly action: Action; readonly fileName: string | null }) {
  if (!action.source) return <>Written here</>
  const { where, text } = action.source
  const from = where.line ?? where.row ?? 1
  const lines = text.split('\n').map((line, at) => ({ number: from + at, text: line }))
  return <SourceLines label={fileName ?? 'The document'} lines={lines} />
}

function NotUnderstood({ view }: Seen) {
  return (
    <section>
      <Heading level={2} id="not-understood">
        Not understood as part of the plan
      </Heading>
      <p class="govuk-body">
        Every word of the document is either above or here. Introductions and addresses belong here; an action does not.
      </p>
      {view.claims.length > 0 && (
        <Inset>
          The document itself says:
          <ul class="govuk-list govuk-list--bullet">
            {view.claims.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Inset>
      )}
      <Details summary={`Show ${counted(view.notUnderstood.length, 'passage')}`}>
        <SourceLines
          label={view.fileName ?? 'The document'}
          lines={view.notUnderstood.map(({ text, where }) => ({ number: where.line ?? where.row ?? 0, text }))}
        />
      </Details>
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
        <p class="govuk-body">
          Every timescale becomes dated duties to report. From then on each change of an action is kept as a version,
          with who made it and when.
        </p>
      ) : (
        <Notice kind="warning" title="Set the period first: without it, months have no year" />
      )}
      <Form action={`/plans/${plan.id}/adoption`}>
        <Button>Adopt this plan</Button>
      </Form>
    </section>
  )
}
