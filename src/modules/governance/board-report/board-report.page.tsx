import {
  Button,
  Counts,
  DateField,
  Details,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  RatingBar,
  Text,
} from '../../../design/index.ts'
import { holds, type Member, memberPage } from '../../people/index.ts'
import { MatrixTable, PlanTabs, ratingCounts, ratingFinding } from '../../programme/index.ts'
import type { BoardReport } from './board-report.ts'
import { membersOf, type Shown, shownInWords } from './members.ts'
import { MovementSection } from './movement-section.tsx'
import { ActionTable, DueNextTable, MissedTable } from './report-tables.tsx'
import { addressOf, answerOf, asAtOf, HOW_COUNTED, sumOf, trailInWords } from './report-words.ts'
import type { ReportedAction } from './reported-action.ts'
import { SmallNumbersNote } from './small-numbers-note.tsx'

export type ReportPage = {
  readonly report: BoardReport
  /** the count whose members are listed; null lists all */
  readonly shown: Shown | null
  readonly problem: string | null
}

export function boardReportPage(visitor: Member, { report, shown, problem }: ReportPage): string {
  const { plan, asAt } = report
  const hrefOf = (of: Shown) => `${addressOf(report)}&show=${of}#members`
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
      <ClosedNotice report={report} />
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
        <Button kind="secondary" href={addressOf(report, 'pdf')}>
          Download as PDF
        </Button>
      </div>
      {holds(visitor, 'check-small-numbers') && <SmallNumbersNote report={report} />}
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
      <Heading level={2}>Progress by impact</Heading>
      <MatrixTable
        scheme={report.scheme}
        matrix={report.matrix}
        hrefFor={({ progress, impact }) =>
          hrefOf(
            progress && impact
              ? `both-${progress}-with-${impact}`
              : progress
                ? `progress-${progress}`
                : `impact-${impact ?? 'not-rated'}`,
          )
        }
      />
      <Exceptions report={report} hrefOf={hrefOf} />
      <DueNext report={report} />
      <MovementSection report={report} hrefOf={hrefOf} />
      <Members report={report} shown={shown} />
      <Details summary="How this is counted">
        <Text>{HOW_COUNTED}</Text>
        <Text>{trailInWords(report)}</Text>
      </Details>
    </>,
  )
}

/** Says that the report is of a closed period, and where what came later is. */
function ClosedNotice({ report: { plan, closed } }: { readonly report: BoardReport }) {
  if (!closed) return null
  const href = `/plans/${plan.id}/periods/${closed.periodId}`
  return (
    <Notice
      kind="information"
      title={closed.isInForce ? `${closed.name} is closed` : `${closed.name} was opened again after this closing`}
    >
      This report reads the same for ever: it holds what stood when the period was closed.{' '}
      <a href={closed.isInForce ? href : `${href}?closing=${closed.number}`}>See the period, and what came later</a>
    </Notice>
  )
}

type Links = { readonly report: BoardReport; readonly hrefOf: (of: Shown) => string }

function Exceptions({ report, hrefOf }: Links) {
  const { offTrack, late, unreported, unaccepted, actions } = report
  const count = (of: readonly ReportedAction[], label: string, shown: Shown) => ({
    figure: of.length,
    of: actions.length,
    label,
    href: hrefOf(shown),
  })
  return (
    <section>
      <Heading level={2}>Exceptions</Heading>
      <Counts
        counts={[
          count(offTrack, 'off track', 'off-track'),
          count(late, 'past the last day and not complete', 'late'),
          count(unreported, 'with an update missed', 'unreported'),
          count(unaccepted, 'not yet accepted by the chair', 'unaccepted'),
        ]}
      />
      <Heading level={3}>Off track</Heading>
      <ActionTable report={report} actions={offTrack} caption="Actions off track" whenEmpty="No action is off track" />
      <Heading level={3}>Past the last day and not complete</Heading>
      <ActionTable
        report={report}
        actions={late}
        caption="Actions past their last day"
        whenEmpty="No action is past its last day and not complete"
      />
      <Heading level={3}>Update missed</Heading>
      <MissedTable report={report} />
    </section>
  )
}

function DueNext({ report }: { readonly report: BoardReport }) {
  return (
    <section>
      <Heading level={2}>Due next</Heading>
      <DueNextTable report={report} />
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
          <a href={`${addressOf(report)}#members`}>Show every action</a>
        </Text>
      )}
      <ActionTable report={report} actions={members} caption={title} whenEmpty="No action is counted here" />
    </section>
  )
}
