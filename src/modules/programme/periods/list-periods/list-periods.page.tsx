import {
  Button,
  DateField,
  Detail,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  Table,
  Tag,
  TextInput,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { dayOf, shortDay } from '../../../../kernel/day.ts'
import { longPeriod } from '../../../../kernel/period.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import type { PeriodListed, PeriodState, PeriodsView } from './periods-view.ts'

export type PeriodsForm = {
  readonly once: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** The reporting periods of a plan: how far each is, and which are closed. */
export function listPeriodsPage(visitor: Member, view: PeriodsView, form: PeriodsForm, flash: string | null): string {
  const { plan, periods, closedCount } = view
  return memberPage(
    {
      visitor,
      title: `Reporting periods: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Reporting periods' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={plan.title}>Reporting periods</PageHeading>
      <Lede>
        {periods.length === 0
          ? 'This plan has no reporting periods yet.'
          : `${counted(periods.length, 'period')}, ${closedCount} closed. A report of a closed period reads the same for ever.`}
      </Lede>
      <PlanTabs planId={plan.id} current="periods" />
      <p class="govuk-body">
        <a href={`/plans/${plan.id}/movement`}>What moved in this plan</a>: added, ended, dates pushed out, measures and
        leads changed. <a href={`/plans/${plan.id}/reporting`}>How reporting went</a>: what came, and what may explain
        what did not.
      </p>
      <Table
        caption="Reporting periods"
        captionIsHidden
        columns={[
          { key: 'name', header: 'Period', width: 'wide', isReference: true },
          { key: 'asAt', header: 'Reported as at' },
          { key: 'progress', header: 'Updates sent' },
          { key: 'state', header: 'State' },
        ]}
        rows={periods.map((listed) => ({
          name: (
            <>
              <a href={`/plans/${plan.id}/periods/${listed.period.id}`}>{listed.period.name}</a>
              <Detail>{longPeriod(listed.period.within)}</Detail>
            </>
          ),
          asAt: shortDay(listed.closing?.asAt ?? listed.period.asAt),
          progress: progressInWords(listed),
          state: <State listed={listed} />,
        }))}
        whenEmpty={
          <EmptyState title="No periods yet">
            A period gathers the reports that fall due in it. Once it is closed, what was said, rated and accepted by
            then stays as it was.
          </EmptyState>
        }
      />
      {holds(visitor, 'close-periods') && <Make view={view} form={form} />}
    </>,
  )
}

function progressInWords({ progress: { answered, due } }: PeriodListed): string {
  return due === 0 ? 'None due' : `${answered} of ${due}`
}

const STATES: Readonly<Record<Exclude<PeriodState, 'closed'>, string>> = {
  ahead: 'Not begun',
  running: 'Running',
  'to-close': 'Can be closed',
  reopened: 'Opened again',
}

function State({ listed: { state, closing } }: { readonly listed: PeriodListed }) {
  if (closing) return <>Closed {shortDay(dayOf(closing.closedAt))}</>
  if (state === 'closed') return <>Closed</>
  return <Tag tone={state === 'to-close' || state === 'reopened' ? 'strong' : 'plain'}>{STATES[state]}</Tag>
}

function Make({ view, form }: { readonly view: PeriodsView; readonly form: PeriodsForm }) {
  const { plan, byRhythm, bodies } = view
  const url = `/plans/${plan.id}/periods`
  return (
    <section>
      <Heading level={2} id="make">
        Make periods
      </Heading>
      {byRhythm.length > 0 && (
        <Form action={url} once={form.once}>
          <Hidden name="by" value="rhythm" />
          <p class="govuk-body">
            The plan’s rhythm gives it {counted(byRhythm.length, 'period')} that {byRhythm.length === 1 ? 'is' : 'are'}{' '}
            not here: from “{byRhythm[0]?.name}” to “{byRhythm.at(-1)?.name}”.
          </p>
          <Button kind="secondary">Make {byRhythm.length === 1 ? 'it' : `these ${byRhythm.length}`}</Button>
        </Form>
      )}
      {bodies.length > 0 && (
        <Details summary="Make periods from the meetings of a body" open={form.typed.by === 'meetings'}>
          <Form action={url} once={form.once}>
            <Hidden name="by" value="meetings" />
            <Select
              name="body"
              label="Whose meetings"
              hint="Each period ends on the day the papers of a meeting close"
              options={bodies.map(({ id, name }) => ({ value: id, text: name }))}
              value={form.typed.body ?? ''}
              error={problemOf(form.problems, 'body')}
            />
            <Button kind="secondary">Make periods from its meetings</Button>
          </Form>
        </Details>
      )}
      <Details summary="Make one of your own" open={form.typed.by === 'own'}>
        <Form action={url} once={form.once}>
          <Hidden name="by" value="own" />
          <TextInput
            name="name"
            label="Name"
            hint="Such as “First half of the year”"
            width="long"
            value={form.typed.name}
            error={problemOf(form.problems, 'name')}
          />
          <DateField
            name="starts"
            label="First day"
            value={form.typed.starts}
            error={problemOf(form.problems, 'starts')}
          />
          <DateField name="ends" label="Last day" value={form.typed.ends} error={problemOf(form.problems, 'ends')} />
          <DateField
            name="asAt"
            label="Reported as at"
            hint="What is known by the end of this day counts. Leave it empty for the last day"
            value={form.typed.asAt}
            error={problemOf(form.problems, 'asAt')}
          />
          <Button kind="secondary">Make this period</Button>
        </Form>
      </Details>
    </section>
  )
}
