import { EmptyState, Lede, PageHeading, Pagination, Tabs } from '../../../../design/index.ts'
import { monthAndYear } from '../../../../kernel/day.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { PartOfPlan, PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import type { PlannerRows } from '../plan-year.store.ts'
import { CellMembers } from './cell-members.tsx'
import { plannerHref } from './planner-href.ts'
import { PlannerMonths } from './planner-months.tsx'
import { PlannerKey, PlannerTable } from './planner-table.tsx'
import type { PlannerView } from './planner-view.ts'

const VIEWS: readonly { readonly by: PlannerRows; readonly text: string }[] = [
  { by: 'body', text: 'By body' },
  { by: 'lead', text: 'By lead' },
  { by: 'aim', text: 'By aim' },
]

export function plannerPage(visitor: Member, view: PlannerView): string {
  const { plan, by } = view
  const seesAll = holds(visitor, 'read-whole-plans')
  return memberPage(
    {
      visitor,
      title: `Year planner: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Year planner' },
      ],
    },
    <>
      <PageHeading caption={plan.title}>Year planner</PageHeading>
      <Lede>{view.title}.</Lede>
      {seesAll ? <PlanTabs planId={plan.id} current="planner" /> : <PartOfPlan planId={plan.id} />}
      <Tabs
        label="Rows of the planner"
        tabs={VIEWS.map((of) => ({ text: of.text, href: plannerHref(plan.id, of), current: of.by === by }))}
      />
      <Years view={view} />
      {view.found === 0 ? (
        <EmptyState title="Nothing is due to be reported">
          An action reports on the days its timescale gives, or in the plan’s rhythm. This plan has no such day for you.
        </EmptyState>
      ) : (
        <>
          <PlannerKey />
          <PlannerTable view={view} />
          <PlannerMonths view={view} />
          {by === 'lead' && (
            <p class="govuk-body trellis-planner__note">
              A report of several leads stands in each of their rows, and once in the row of the whole plan.
            </p>
          )}
          <Pagination
            page={view.page}
            pages={view.pages}
            hrefFor={(page) => plannerHref(plan.id, { by, from: view.months[0]?.first ?? null, page })}
            label="Pages of rows"
          />
        </>
      )}
      <CellMembers view={view} />
      <InYourCalendar of={`/plans/${plan.id}`} />
    </>,
  )
}

/** The ways to have this in a calendar program. */
export function InYourCalendar({ of }: { readonly of: string }) {
  return (
    <p class="govuk-body trellis-planner__note">
      In your own calendar: <a href="/calendar-feeds">by an address that keeps it up to date</a>, or{' '}
      <a href={`${of}/calendar.ics`}>once, as a calendar file</a>.
    </p>
  )
}

/** The twelvemonths of a plan that is longer than one. */
function Years({ view }: { readonly view: PlannerView }) {
  const { plan, by, years } = view
  if (years.length < 2) return null
  return (
    <Tabs
      label="Months shown"
      tabs={years.map(({ from, to, isShown }) => ({
        text: from.equals(to) ? monthAndYear(from) : `${monthAndYear(from)} to ${monthAndYear(to)}`,
        href: plannerHref(plan.id, { by, from }),
        current: isShown,
      }))}
    />
  )
}
