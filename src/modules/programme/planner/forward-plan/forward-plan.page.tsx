import { EmptyState, Heading, Lede, Notice, PageHeading, Table, Tag } from '../../../../design/index.ts'
import { isBefore, longDay, shortDay } from '../../../../kernel/day.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import { InYourCalendar } from '../view-planner/planner.page.tsx'
import type { ForwardReport } from './forward-plan.store.ts'
import type { ForwardPlanView } from './forward-plan-view.ts'

export function forwardPlanPage(visitor: Member, view: ForwardPlanView): string {
  const { body, meetings, later } = view
  return memberPage(
    {
      visitor,
      title: `Forward plan: ${body.name}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: `Forward plan: ${body.name}` }],
    },
    <>
      <PageHeading caption={body.name}>Forward plan</PageHeading>
      <Lede>{view.title}.</Lede>
      {!holds(visitor, 'read-whole-plans') && (
        <Notice kind="information" title="This is your part of it">
          You see the reports that you or your organisation owe this body. It may receive more.
        </Notice>
      )}
      {meetings.length === 0 && (
        <EmptyState
          title="No meeting to come is in the calendar"
          {...(holds(visitor, 'ask-for-updates')
            ? { action: <a href="/calendar">Put this body’s meetings in the calendar</a> }
            : {})}
        >
          With the days of its meetings, this page says what each will receive.
        </EmptyState>
      )}
      {meetings.map(({ on, papersOn, reports }) => (
        <section>
          <Heading level={2}>{longDay(on)}</Heading>
          <p class="govuk-body">Papers close on {longDay(papersOn)}.</p>
          <Reports caption={`To receive on ${longDay(on)}`} reports={reports} view={view} />
        </section>
      ))}
      {later.length > 0 && (
        <section>
          <Heading level={2}>{meetings.length > 0 ? 'After these meetings' : 'Due within a year'}</Heading>
          <p class="govuk-body">No meeting in the calendar is late enough to receive these.</p>
          <Reports caption="Due later" reports={later} view={view} />
        </section>
      )}
      <InYourCalendar of={`/bodies/${body.id}`} />
    </>,
  )
}

type Props = { readonly caption: string; readonly reports: readonly ForwardReport[]; readonly view: ForwardPlanView }

function Reports({ caption, reports, view }: Props) {
  return (
    <Table
      caption={caption}
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'plan', header: 'Plan' },
        { key: 'lead', header: 'Lead' },
        { key: 'due', header: 'Due' },
        { key: 'state', header: 'Report' },
      ]}
      rows={reports.map((report) => ({
        ref: report.ref ?? '–',
        action: (
          <>
            <a href={`/actions/${report.actionId}`}>{report.text}</a>
            <LateDoing since={report.lateSince} />
          </>
        ),
        plan: <a href={`/plans/${report.planId}`}>{report.plan}</a>,
        lead: report.leadWords ?? 'No lead',
        due: shortDay(report.dueOn),
        state: report.isSent ? (
          'Sent'
        ) : isBefore(report.dueOn, view.today) ? (
          <Tag tone="strong">Missed</Tag>
        ) : (
          'To come'
        ),
      }))}
      whenEmpty="No report is due to this meeting"
    />
  )
}
