import {
  Button,
  Counts,
  DateField,
  Detail,
  Details,
  Form,
  Heading,
  Lede,
  PageHeading,
  RatingBar,
  RatingChip,
  Table,
  Text,
} from '../../../design/index.ts'
import { dayOf, longDay, shortDay } from '../../../kernel/day.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { PlanTabs, ratingCounts, ratingFinding, ratingOf } from '../../programme/index.ts'
import type { BoardReport, ReportedAction } from './board-report.ts'
import { DUE_NEXT_MONTHS } from './board-report.ts'
import { membersOf, type Shown, shownInWords } from './members.ts'
import { answerOf, asAtOf, HOW_COUNTED, sumOf } from './report-words.ts'

export type ReportPage = {
  readonly report: BoardReport
  /** the count whose members are listed; null lists all */
  readonly shown: Shown | null
  readonly problem: string | null
}

export function boardReportPage(visitor: Member, { report, shown, problem }: ReportPage): string {
  const { plan, asAt } = report
  const hrefOf = (of: Shown) => `/plans/${plan.id}/board-report?as-at=${asAt}&show=${of}#members`
  return memberPage(
    {
      visitor,
      title: `Board report: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: problem !== null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Board report' },
      ],
    },
    <>
      <PageHeading caption={`${plan.title}, ${asAtOf(report).replace('As at', 'as at')}`}>Board report</PageHeading>
      <Lede>{answerOf(report)}</Lede>
      <PlanTabs planId={plan.id} current="report" />
      <div class="trellis-day">
        <Form action={`/plans/${plan.id}/board-report`} method="get">
          <DateField
            name="as-at"
            label="As at"
            hint="By the end of this day"
            value={asAt.toString()}
            error={problem ?? undefined}
          />
          <Button kind="secondary">Show this day</Button>
        </Form>
        <Button kind="secondary" href={`/plans/${plan.id}/board-report.pdf?as-at=${asAt}`}>
          Download as PDF
        </Button>
      </div>
      <RatingBar
        title={ratingFinding('Progress', report.scheme, report.progress)}
        counts={ratingCounts(report.scheme, report.progress)}
        notRated={report.progress.notRated}
        hrefFor={(key) => hrefOf(`progress-${key}`)}
        source={sumOf(report, report.progress)}
      />
      <RatingBar
        title={ratingFinding('Impact', report.scheme, report.impact)}
        counts={ratingCounts(report.scheme, report.impact)}
        notRated={report.impact.notRated}
        hrefFor={(key) => hrefOf(`impact-${key}`)}
        source={sumOf(report, report.impact)}
      />
      <Exceptions report={report} hrefOf={hrefOf} />
      <DueNextTable report={report} />
      <Members report={report} shown={shown} />
      <Details summary="How this is counted">
        <Text>{HOW_COUNTED}</Text>
      </Details>
    </>,
  )
}

type Links = { readonly report: BoardReport; readonly hrefOf: (of: Shown) => string }

function Exceptions({ report, hrefOf }: Links) {
  const { offTrack, late, unreported, actions } = report
  return (
    <section>
      <Heading level={2}>Exceptions</Heading>
      <Counts
        counts={[
          { figure: offTrack.length, of: actions.length, label: 'off track', href: hrefOf('off-track') },
          {
            figure: late.length,
            of: actions.length,
            label: 'past the last day and not complete',
            href: hrefOf('late'),
          },
          { figure: unreported.length, of: actions.length, label: 'with an update missed', href: hrefOf('unreported') },
        ]}
      />
      <Heading level={3}>Off track</Heading>
      <ActionTable report={report} actions={offTrack} caption="Actions off track" whenEmpty="No action is off track" />
      <Heading level={3}>Past the last day and not complete</Heading>
      <ActionTable
        report={report}
        actions={late}
        caption="Actions past their last day"
        whenEmpty="No action is past its last day"
      />
      <Heading level={3}>Update missed</Heading>
      <Table
        caption="Actions with an update missed"
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'lead', header: 'Lead' },
          { key: 'missed', header: 'Missed' },
          { key: 'last', header: 'Last update' },
        ]}
        rows={unreported.map((action) => ({
          ref: action.ref ?? '–',
          action: <a href={`/actions/${action.id}`}>{action.text}</a>,
          lead: action.leadWords ?? 'No lead',
          missed: action.missed.map(shortDay).join(', '),
          last: action.submittedAt ? shortDay(dayOf(action.submittedAt)) : 'Never',
        }))}
        whenEmpty="Every update due was sent"
      />
    </section>
  )
}

function DueNextTable({ report }: { readonly report: BoardReport }) {
  const until = report.asAt.add({ months: DUE_NEXT_MONTHS })
  return (
    <section>
      <Heading level={2}>Due next</Heading>
      <Table
        caption={`Updates due by ${longDay(until)}`}
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'lead', header: 'Lead' },
          { key: 'due', header: 'Due' },
        ]}
        rows={report.dueNext.map(({ action, dueOn }) => ({
          ref: action.ref ?? '–',
          action: <a href={`/actions/${action.id}`}>{action.text}</a>,
          lead: action.leadWords ?? 'No lead',
          due: shortDay(dueOn),
        }))}
        whenEmpty={`No update is due by ${longDay(until)}`}
      />
    </section>
  )
}

function Members({ report, shown }: { readonly report: BoardReport; readonly shown: Shown | null }) {
  const members = membersOf(report, shown)
  const title = shown ? shownInWords(report, shown) : 'Every action'
  return (
    <section>
      <Heading level={2} id="members">
        {`${title}: ${members.length} of ${report.actions.length}`}
      </Heading>
      {shown && (
        <Text>
          <a href={`/plans/${report.plan.id}/board-report?as-at=${report.asAt}#members`}>Show every action</a>
        </Text>
      )}
      <ActionTable report={report} actions={members} caption={title} whenEmpty="No action is counted here" />
    </section>
  )
}

function ActionTable(props: {
  readonly report: BoardReport
  readonly actions: readonly ReportedAction[]
  readonly caption: string
  readonly whenEmpty: string
}) {
  const { report, actions, caption, whenEmpty } = props
  return (
    <Table
      caption={caption}
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'lead', header: 'Lead' },
        { key: 'by', header: 'Last day' },
        { key: 'progress', header: 'Progress' },
        { key: 'impact', header: 'Impact' },
      ]}
      rows={actions.map((action) => ({
        ref: action.ref ?? '–',
        action: (
          <>
            <a href={`/actions/${action.id}`}>{action.text}</a>
            {action.narrative && <Detail>{action.narrative}</Detail>}
            {action.submittedAt && !action.isAccepted && <Detail>Not yet accepted by the chair</Detail>}
          </>
        ),
        lead: action.leadWords ?? 'No lead',
        by: action.finalDueOn ? shortDay(action.finalDueOn) : 'No date',
        progress: <RatingChip rating={ratingOf(report.scheme, action.progress)} size="small" />,
        impact: <RatingChip rating={ratingOf(report.scheme, action.impact)} size="small" />,
      }))}
      whenEmpty={whenEmpty}
    />
  )
}
