import { DueTimeline, Heading, Lede, PageHeading, Pagination, Table, Tag } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { isBefore, monthAndYear, shortDay } from '../../../../kernel/day.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import { PlanTabs } from '../view-plan/plan-tabs.tsx'
import type { DueRow } from './due.store.ts'
import { type DueView, monthKey } from './due-view.ts'

export function viewDuePage(visitor: Member, view: DueView): string {
  const { plan, month } = view
  return memberPage(
    {
      visitor,
      title: `What is due when: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'What is due when' },
      ],
    },
    <>
      <PageHeading caption={plan.title}>What is due when</PageHeading>
      <Lede>{view.title}.</Lede>
      <PlanTabs planId={plan.id} current="due" />
      <DueTimeline
        title="Updates due in each month"
        months={view.months}
        today={view.today.toString()}
        hrefFor={(of) => `/plans/${plan.id}/due?month=${of}#month`}
        {...(view.areAllMonths ? {} : { source: 'Months in which nothing is due are left out.' })}
      />
      {holds(visitor, 'ask-for-updates') && (
        <p class="govuk-body">
          <a href={`/plans/${plan.id}/asking`}>How this plan asks, and what was asked</a>
        </p>
      )}
      {view.undated > 0 && (
        <p class="govuk-body">
          {counted(view.undated, 'action has', 'actions have')} no date in the plan, and{' '}
          {view.undated === 1 ? 'reports' : 'report'} in the plan’s rhythm.
        </p>
      )}
      <Heading level={2} id="month">
        {view.pages > 1 ? `${monthAndYear(month)}: ${counted(view.found, 'update')}` : monthAndYear(month)}
      </Heading>
      <Table
        caption={`Updates due in ${monthAndYear(month)}`}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'lead', header: 'Lead' },
          { key: 'due', header: 'Due' },
          { key: 'state', header: 'Update' },
        ]}
        rows={view.rows.map((row) => ({
          ref: row.ref ?? '–',
          action: (
            <>
              <a href={`/actions/${row.actionId}`}>{row.text}</a>
              <LateDoing since={row.lateSince} />
            </>
          ),
          lead: row.leadWords ?? 'No lead',
          due: shortDay(row.dueOn),
          state: <State row={row} view={view} />,
        }))}
        whenEmpty={`No update is due in ${monthAndYear(month)}`}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefFor={(page) => `/plans/${plan.id}/due?month=${monthKey(month)}&page=${page}#month`}
        label={`Pages of updates due in ${monthAndYear(month)}`}
      />
    </>,
  )
}

function State({ row, view }: { readonly row: DueRow; readonly view: DueView }) {
  if (row.isReported) return <a href={`/updates/${row.pointId}`}>Sent</a>
  return isBefore(row.dueOn, view.today) ? <Tag tone="strong">Missed</Tag> : <>To come</>
}
