import {
  Button,
  ButtonGroup,
  Counts,
  Detail,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  RatingChip,
  Table,
  TextInput,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { longDay, longMoment, shortDay } from '../../../../kernel/day.ts'
import { longPeriod } from '../../../../kernel/period.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { LateDoing } from '../../points/late-doing.tsx'
import { ratingOf } from '../../ratings/rating-words.ts'
import { standingWords, tallyInWords } from '../standing-in-period.ts'
import { Closings, Differences, LateArrivals } from './closings-section.tsx'
import type { PeriodView } from './period-view.ts'

export type PeriodForm = { readonly once: string; readonly problems: readonly Problem[] }

/** One reporting period: what of each action stood, to the last row; its closings, and what came after. */
export function viewPeriodPage(visitor: Member, view: PeriodView, form: PeriodForm, flash: string | null): string {
  const { plan, period, shown } = view
  const url = `/plans/${plan.id}/periods/${period.id}`
  return memberPage(
    {
      visitor,
      title: `${period.name}: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: form.problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Reporting periods', href: `/plans/${plan.id}/periods` },
        { text: period.name },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={`${plan.title}, ${longPeriod(period.within)}`}>{period.name}</PageHeading>
      <Lede>{tallyInWords(view.tally)}</Lede>
      <PlanTabs planId={plan.id} current="periods" />
      <State view={view} url={url} />
      <Counts
        counts={view.tally.map(({ standing, count }) => ({
          figure: count,
          of: view.total,
          label: standingWords(standing).toLowerCase(),
          href: `${url}?${queryOf(view, standing)}#actions`,
        }))}
      />
      {shown && <Reports view={view} url={url} />}
      {holds(visitor, 'close-periods') && <Steps view={view} form={form} url={url} />}
      {shown && <LateArrivals view={view} closing={shown} />}
      <Differences view={view} />
      <Rows view={view} url={url} />
      <Closings view={view} url={url} />
    </>,
  )
}

/** What an address needs to show the same closing again, with the members of one count. */
function queryOf({ shown, isInForce }: PeriodView, show: string): string {
  const query = new URLSearchParams(show === '' ? {} : { show })
  if (shown && !isInForce) query.set('closing', String(shown.number))
  return query.toString()
}

function State({ view, url }: { readonly view: PeriodView; readonly url: string }) {
  const { shown, isInForce, period, nextAsAt, canClose } = view
  if (shown && isInForce) {
    return (
      <Notice kind="information" title="This period is closed">
        Closed by {shown.closedBy} on {longMoment(shown.closedAt)}, as at {longDay(shown.asAt)}. What it says stays as
        it was.
      </Notice>
    )
  }
  if (shown) {
    return (
      <Notice kind="information" title={`This is closing ${shown.number}, and it holds no longer`}>
        Closed by {shown.closedBy} on {longMoment(shown.closedAt)}
        {shown.reopened && `, opened again by ${shown.reopened.by} on ${longMoment(shown.reopened.at)}`}.{' '}
        <a href={url}>See the period as it stands</a>
      </Notice>
    )
  }
  return (
    <p class="govuk-body">
      This is how it stands now. It is reported on as at {longDay(period.asAt)}
      {canClose ? ' and can be closed.' : ` and can be closed from ${longDay(nextAsAt)}.`}
    </p>
  )
}

function Reports({ view, url }: { readonly view: PeriodView; readonly url: string }) {
  const { plan, period } = view
  const closing = queryOf(view, '')
  const more = closing && `&${closing}`
  return (
    <ButtonGroup>
      <Button kind="secondary" href={`/plans/${plan.id}/board-report?period=${period.id}${more}`}>
        Board report of this period
      </Button>
      <Button kind="secondary" href={`/plans/${plan.id}/board-report.pdf?period=${period.id}${more}`}>
        The same as PDF
      </Button>
      <a class="govuk-link" href={`${url}/rows/xlsx${closing && `?${closing}`}`}>
        Every row as Excel
      </a>
      <a class="govuk-link" href={`${url}/rows/csv${closing && `?${closing}`}`}>
        Every row as CSV
      </a>
    </ButtonGroup>
  )
}

function Steps({ view, form, url }: { readonly view: PeriodView; readonly form: PeriodForm; readonly url: string }) {
  if (view.shown && !view.isInForce) return null
  if (view.shown) {
    return (
      <Form action={`${url}/reopening`} once={form.once}>
        <TextInput
          name="because"
          label="Why does it have to be opened again?"
          hint="This closing stays, and can be read"
          width="long"
          error={problemOf(form.problems, 'because')}
        />
        <Button kind="secondary">Open this period again</Button>
      </Form>
    )
  }
  return (
    <>
      {view.canClose && (
        <Form action={`${url}/closing`} once={form.once}>
          <Button>Close this period as at {longDay(view.nextAsAt)}</Button>
        </Form>
      )}
      {view.closings.length === 0 && (
        <Form action={`${url}/removal`} once={form.once}>
          <Button kind="quiet">Take this period back</Button>
        </Form>
      )}
    </>
  )
}

function Rows({ view, url }: { readonly view: PeriodView; readonly url: string }) {
  const { scheme, standing, rows, total } = view
  const title = standing ? standingWords(standing) : 'Every action'
  return (
    <section>
      <Heading level={2} id="actions">
        {`${title}: ${rows.length} of ${total}`}
      </Heading>
      {standing && (
        <p class="govuk-body">
          <a href={`${url}${queryOf(view, '') && `?${queryOf(view, '')}`}#actions`}>
            Show all {counted(total, 'action')}
          </a>
        </p>
      )}
      <Table
        caption={title}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'due', header: 'Due' },
          { key: 'standing', header: 'Its report' },
          { key: 'progress', header: 'Progress' },
          { key: 'impact', header: 'Impact' },
        ]}
        rows={rows.map((row) => ({
          ref: row.ref ?? '–',
          action: (
            <>
              <a href={`/actions/${row.id}`}>{row.text}</a>
              <Detail>{row.leadWords ?? 'No lead'}</Detail>
              <LateDoing since={row.lateSince} />
            </>
          ),
          due: row.dueOn ? shortDay(row.dueOn) : 'Not in it',
          standing: standingWords(row.standing),
          progress: <RatingChip rating={ratingOf(scheme, row.progress)} size="small" />,
          impact: <RatingChip rating={ratingOf(scheme, row.impact)} size="small" />,
        }))}
        whenEmpty="No action stands like this"
      />
    </section>
  )
}
