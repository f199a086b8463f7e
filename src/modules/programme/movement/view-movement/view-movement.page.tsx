import {
  Button,
  ButtonGroup,
  Counts,
  DateField,
  EmptyState,
  Form,
  Heading,
  Lede,
  PageHeading,
  Text,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Day, longDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import type { Plan } from '../../../plan/index.ts'
import type { ReportingPeriod } from '../../periods/reporting-period.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { balanceInWords, type MoveKind, type Movement, movesByKind, moveWords } from '../movement.ts'
import { MovesTable } from './moves-table.tsx'

export type MovementView = {
  readonly plan: Plan
  readonly from: Day
  readonly to: Day
  /** the days a form may ask for */
  readonly earliest: Day
  readonly latest: Day
  readonly problem: string | null
  readonly movement: Movement
  /** the kind whose members are listed; null lists all */
  readonly shown: MoveKind | null
  readonly periods: readonly ReportingPeriod[]
}

/** What moved in a plan between two days: every count leads to its members. */
export function viewMovementPage(visitor: Member, view: MovementView): string {
  const { plan, movement, shown, from, to } = view
  const url = `/plans/${plan.id}/movement`
  const days = `from=${from}&to=${to}`
  const groups = movesByKind(movement.moves)
  const listed = groups.filter(({ kind }) => shown === null || kind === shown)
  return memberPage(
    {
      visitor,
      title: `What moved: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: view.problem !== null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Reporting periods', href: `/plans/${plan.id}/periods` },
        { text: 'What moved' },
      ],
    },
    <>
      <PageHeading caption={`${plan.title}, from ${longDay(from)} to ${longDay(to)}`}>What moved</PageHeading>
      <Lede>
        {balanceInWords(movement)} {groups.length === 0 && 'Nothing moved.'}
      </Lede>
      <PlanTabs planId={plan.id} current="periods" />
      <div class="trellis-day">
        <Form action={url} method="get">
          <DateField
            name="from"
            label="From the end of"
            value={from.toString()}
            earliest={view.earliest.toString()}
            latest={view.latest.toString()}
            error={view.problem ?? undefined}
          />
          <DateField name="to" label="To the end of" value={to.toString()} latest={view.latest.toString()} />
          <Button kind="secondary">Show these days</Button>
        </Form>
      </div>
      <Periods view={view} url={url} />
      <Counts
        counts={groups.map(({ kind, moves }) => ({
          figure: moves.length,
          of: movement.after,
          label: moveWords(kind),
          href: `${url}?${days}&show=${kind}#moves`,
        }))}
      />
      <Heading level={2} id="moves">
        {shown ? `${counted(listed[0]?.moves.length ?? 0, 'action')} ${moveWords(shown)}` : 'Everything that moved'}
      </Heading>
      {shown && (
        <Text>
          <a href={`${url}?${days}#moves`}>Show everything</a>
        </Text>
      )}
      {listed.map(({ kind, moves }) => (
        <section>
          {shown === null && <Heading level={3}>{`${counted(moves.length, 'action')} ${moveWords(kind)}`}</Heading>}
          <MovesTable kind={kind} moves={moves} />
        </section>
      ))}
      {listed.length === 0 && <EmptyState title="Nothing moved like this between the two days" />}
      {groups.length > 0 && (
        <ButtonGroup>
          <Button kind="secondary" href={`${url}/xlsx?${days}`}>
            Take it out as Excel
          </Button>
          <a class="govuk-link" href={`${url}/csv?${days}`}>
            As CSV
          </a>
        </ButtonGroup>
      )}
    </>,
  )
}

/** The plan’s periods as days to choose: what moved in each. */
function Periods({ view: { periods, latest }, url }: { readonly view: MovementView; readonly url: string }) {
  const begun = periods.filter(({ within }) => Temporal.PlainDate.compare(within.starts, latest) <= 0)
  if (begun.length === 0) return null
  return (
    <p class="govuk-body">
      Or what moved in{' '}
      {begun.map(({ id, name, within }, at) => (
        <>
          {at > 0 && '; '}
          <a
            key={id}
            href={`${url}?from=${within.starts.subtract({ days: 1 })}&to=${min(within.endsBefore.subtract({ days: 1 }), latest)}`}
          >
            {name}
          </a>
        </>
      ))}
    </p>
  )
}

function min(a: Day, b: Day): Day {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b
}
