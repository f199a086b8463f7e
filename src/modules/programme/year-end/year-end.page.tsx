import {
  Button,
  Counts,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Table,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longMoment } from '../../../kernel/day.ts'
import { holds, type Member, memberPage } from '../../people/index.ts'
import { PlanTabs } from '../plan-pages/view-plan/plan-tabs.tsx'
import { LateDoing, LateReport } from '../points/late-doing.tsx'
import { accountInWords, kindWords } from './account-for.ts'
import type { EndedAction, YearEndView } from './year-end-view.ts'

type YearEndForm = { readonly once: string; readonly problems: readonly Problem[] }

/** The end of a plan's year: every action with its ending, the account in one sentence, and what is still to be said. */
export function yearEndPage(visitor: Member, view: YearEndView, form: YearEndForm, flash: string | null): string {
  const { plan, account, shown } = view
  const url = `/plans/${plan.id}/year-end`
  return memberPage(
    {
      visitor,
      title: `Year end: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Year end' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={plan.title}>Year end</PageHeading>
      <Lede>{accountInWords(account)}</Lede>
      <PlanTabs planId={plan.id} current="year-end" />
      <State view={view} />
      <Counts
        counts={[
          ...account.byKind.map(({ kind, actions }) => ({
            figure: actions.length,
            of: account.total,
            label: kindWords(kind).toLowerCase(),
            href: `${url}?show=${kind}#actions`,
          })),
          ...(account.open.length > 0
            ? [
                {
                  figure: account.open.length,
                  of: account.total,
                  label: 'without an ending',
                  href: `${url}?show=open#actions`,
                  needsYou: true,
                },
              ]
            : []),
        ]}
      />
      {holds(visitor, 'close-plans') && <Steps view={view} form={form} />}
      <Heading level={2} id="actions">
        {shown === null ? 'Every action' : shown === 'open' ? 'Without an ending' : kindWords(shown)}
      </Heading>
      {shown !== null && (
        <p class="govuk-body">
          <a href={`${url}#actions`}>Show all {account.total}</a>
        </p>
      )}
      <Actions view={view} />
    </>,
  )
}

function State({ view: { closing, account } }: { readonly view: YearEndView }) {
  if (closing) {
    return (
      <Notice kind="information" title="This year is closed">
        Closed by {closing.closedBy} on {longMoment(closing.closedAt)}.
      </Notice>
    )
  }
  return (
    <p class="govuk-body">
      {account.open.length === 0
        ? 'Every action has an ending. The year can be closed.'
        : 'The year can be closed when every action has an ending, so that none goes missing.'}
    </p>
  )
}

function Steps({ view, form }: { readonly view: YearEndView; readonly form: YearEndForm }) {
  const { plan, closing, proposed, toCarry, account } = view
  const url = `/plans/${plan.id}/year-end`
  return (
    <section>
      {!closing && proposed > 0 && (
        <Form action={`${url}/proposals`} once={form.once}>
          <p class="govuk-body">
            The facts show an ending for {counted(proposed, 'action')}: accepted as complete with evidence, or never
            reported on. You can change each one afterwards.
          </p>
          <Button kind="secondary">End {proposed === 1 ? 'it' : `these ${proposed}`} as the facts show</Button>
        </Form>
      )}
      {toCarry > 0 && (
        <Form action={`${url}/next`} once={form.once}>
          <p class="govuk-body">
            {counted(toCarry, 'action is', 'actions are')} carried forward and in no next plan yet.
          </p>
          <Button kind="secondary">Make the draft of the next plan</Button>
        </Form>
      )}
      {!closing && account.open.length === 0 && (
        <Form action={`${url}/closing`} once={form.once}>
          <Button>Close this year</Button>
        </Form>
      )}
      {closing && (
        <Form action={`${url}/reopening`} once={form.once}>
          <TextInput
            name="because"
            label="Why does it have to be opened again?"
            width="long"
            error={problemOf(form.problems, 'because')}
          />
          <Button kind="secondary">Open this year again</Button>
        </Form>
      )}
    </section>
  )
}

function Actions({ view }: { readonly view: YearEndView }) {
  return (
    <Table
      caption="Actions with their endings"
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'ending', header: 'How it ended' },
        { key: 'link', header: 'Details' },
      ]}
      rows={view.actions.map((action) => ({
        ref: action.ref ?? '–',
        action: (
          <>
            <a href={`/actions/${action.id}`}>{action.text}</a>
            <span class="trellis-detail">{action.leadWords ?? 'No lead'}</span>
            <LateDoing since={action.lateness?.workSince ?? null} />
            <LateReport since={action.lateness?.reportSince ?? null} />
          </>
        ),
        ending: <Ending action={action} />,
        link: (
          <a href={`/actions/${action.id}/ending`}>
            {action.ending ? 'Ending and life' : 'Say how'}
            <span class="govuk-visually-hidden"> of {action.ref ?? action.text}</span>
          </a>
        ),
      }))}
      whenEmpty="No action ended like this"
    />
  )
}

function Ending({ action: { ending, proposal, carriedInto } }: { readonly action: EndedAction }) {
  if (!ending) {
    return (
      <>
        <strong>Nobody has said</strong>
        {proposal && <span class="trellis-detail">The facts show: {kindWords(proposal).toLowerCase()}</span>}
      </>
    )
  }
  const more = [ending.timeWords, ending.takenBy && `to ${ending.takenBy}`, ending.reason].filter(Boolean).join('. ')
  return (
    <>
      {kindWords(ending.kind)}
      {more && <span class="trellis-detail">{more}</span>}
      {carriedInto && (
        <span class="trellis-detail">
          <a href={`/actions/${carriedInto}`}>In the next plan</a>
        </span>
      )}
      {ending.kind === 'transferred' && !ending.acceptance && (
        <span class="trellis-detail">Not accepted by them yet</span>
      )}
    </>
  )
}
