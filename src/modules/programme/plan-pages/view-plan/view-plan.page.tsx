import {
  Counts,
  Detail,
  EmptyState,
  Filters,
  Heading,
  Lede,
  PageHeading,
  Pagination,
  RatingBar,
  RatingChip,
  SearchInput,
  Select,
  Table,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { shortDay } from '../../../../kernel/day.ts'
import { longPeriod } from '../../../../kernel/period.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import { ratingCounts, ratingFinding, ratingOf } from '../../ratings/rating-words.ts'
import { AsAtForm, AsAtNotice } from '../as-at/as-at.tsx'
import { planHref } from './plan-href.ts'
import type { ActionRow } from './plan-list.store.ts'
import { PartOfPlan, PlanTabs } from './plan-tabs.tsx'
import { isOverdue, type PlanView } from './plan-view.ts'
import { WithoutActions } from './without-actions.tsx'

export function viewPlanPage(visitor: Member, view: PlanView, flash: string | null): string {
  const { plan } = view
  const { asAt } = view.asked
  const seesAll = holds(visitor, 'read-whole-plans')
  return memberPage(
    {
      visitor,
      title: plan.title,
      section: 'plans',
      wide: true,
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: plan.title }],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading caption={plan.period ? longPeriod(plan.period) : undefined}>{plan.title}</PageHeading>
      <AsAtNotice asked={view.asked} href={`/plans/${plan.id}`} today={view.todayInWords} />
      <Lede>{answer(view)}</Lede>
      {seesAll ? <PlanTabs planId={plan.id} current="actions" /> : <PartOfPlan planId={plan.id} />}
      <Summary view={view} />
      {!asAt && <FilterForm view={view} />}
      <Heading level={2}>
        {view.chosenFilters > 0 ? `${view.found} of ${view.progress.total} actions` : 'Actions'}
      </Heading>
      {view.sections.map((section) => (
        <Section view={view} {...section} />
      ))}
      {view.found === 0 && (
        <EmptyState title="No action matches" action={<a href={planHref(plan.id, {})}>Clear the filters</a>}>
          Use fewer words, or take a filter away.
        </EmptyState>
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefFor={(page) => planHref(plan.id, view.filter, page, asAt)}
        label="Pages of actions"
      />
      {seesAll && <WithoutActions parts={view.withoutActions} />}
      <AsAtForm asAt={asAt} href={`/plans/${plan.id}`} latest={view.latestDay} />
      {holds(visitor, 'keep-rating-schemes') && (
        <p class="govuk-body">
          <a href={`/plans/${plan.id}/rating-scheme`}>The rating scheme: what each colour means</a>
        </p>
      )}
      {seesAll && (
        <p class="govuk-body">
          <a href={`/plans/${plan.id}/export`}>Take the plan out as Excel, Word or another format</a>
          {holds(visitor, 'change-actions') && (
            <>
              {' · '}
              <a href={`/plans/${plan.id}/add-action`}>Add an action</a>
            </>
          )}
        </p>
      )}
    </>,
  )
}

function answer({ progress, overdue, late, offTrack }: PlanView): string {
  const facts = [
    offTrack > 0 ? `${offTrack} off track for progress or impact` : null,
    late > 0 ? `${late} past the last day and not complete` : null,
    overdue > 0 ? `${overdue} with an update overdue` : null,
    progress.notRated > 0 ? `${progress.notRated} never rated` : null,
  ].filter(Boolean)
  const actions = counted(progress.total, 'action')
  return facts.length > 0
    ? `${actions}: ${facts.join(', ')}.`
    : `${actions}. All are rated and none is off track, late or overdue.`
}

function Summary({ view }: { readonly view: PlanView }) {
  const { plan, scheme, progress, impact, overdue, late } = view
  // The lists behind the counts are of today.
  const listOf = (filter: Parameters<typeof planHref>[1]) => (view.asked.asAt ? undefined : planHref(plan.id, filter))
  return (
    <>
      <RatingBar
        title={ratingFinding('Progress', scheme, progress)}
        counts={ratingCounts(scheme, progress)}
        notRated={progress.notRated}
        hrefFor={view.asked.asAt ? undefined : (part) => planHref(plan.id, { progress: part })}
      />
      <RatingBar
        title={ratingFinding('Impact', scheme, impact)}
        counts={ratingCounts(scheme, impact)}
        notRated={impact.notRated}
        hrefFor={view.asked.asAt ? undefined : (part) => planHref(plan.id, { impact: part })}
      />
      <Counts
        counts={[
          {
            figure: overdue,
            of: progress.total,
            label: 'actions with an update overdue',
            href: listOf({ isOverdue: true }),
            needsYou: overdue > 0,
          },
          {
            figure: late,
            of: progress.total,
            label: 'actions past the last day and not complete',
            href: listOf({ isLate: true }),
          },
          {
            figure: progress.notRated,
            of: progress.total,
            label: 'actions never rated',
            href: listOf({ progress: 'not-rated' }),
          },
        ]}
      />
    </>
  )
}

function FilterForm({ view }: { readonly view: PlanView }) {
  const { plan, filter, scheme, aims, groups } = view
  const ratings = [
    ...scheme.ratings.map(({ key, name }) => ({ value: key, text: name })),
    { value: 'not-rated', text: 'Not rated' },
  ]
  return (
    <Filters action={`/plans/${plan.id}`} chosen={view.chosenFilters} clearHref={planHref(plan.id, {})}>
      <SearchInput name="search" label="Search the actions" value={filter.search} />
      <Select name="progress" label="Progress" none="Any" options={ratings} value={filter.progress ?? ''} />
      <Select name="impact" label="Impact" none="Any" options={ratings} value={filter.impact ?? ''} />
      <Select
        name="aim"
        label={plan.levelNames[0] ?? 'Part of the plan'}
        none="All"
        options={aims.map(({ id, title }) => ({ value: id, text: title }))}
        value={filter.aimId ?? ''}
      />
      <Select
        name="group"
        label="Lead group"
        none="All"
        options={groups.map(({ id, name }) => ({ value: id, text: name }))}
        value={filter.groupId ?? ''}
      />
      <Select
        name="overdue"
        label="Update"
        none="Any"
        options={[{ value: 'yes', text: 'Overdue' }]}
        value={filter.isOverdue ? 'yes' : ''}
      />
      <Select
        name="late"
        label="Work"
        none="Any"
        options={[{ value: 'yes', text: 'Past its last day and not complete' }]}
        value={filter.isLate ? 'yes' : ''}
      />
    </Filters>
  )
}

function Section({
  view,
  title,
  rows,
}: {
  readonly view: PlanView
  readonly title: string
  readonly rows: readonly ActionRow[]
}) {
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      <Table
        caption={`Actions: ${title}`}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'lead', header: 'Lead' },
          { key: 'due', header: 'Next update' },
          { key: 'progress', header: 'Progress' },
          { key: 'impact', header: 'Impact' },
        ]}
        rows={rows.map((row) => ({
          ref: row.ref ?? '–',
          action: (
            <>
              <a href={`/actions/${row.id}${view.asked.asAt ? `?as-at=${view.asked.asAt}` : ''}`}>{row.text}</a>
              {row.measure && <Detail>{row.measure}</Detail>}
              <LateDoing since={row.lateSince} />
            </>
          ),
          lead: row.leadWords ?? 'No lead',
          due: <NextUpdate row={row} view={view} />,
          progress: <RatingChip rating={ratingOf(view.scheme, row.progress)} size="small" />,
          impact: <RatingChip rating={ratingOf(view.scheme, row.impact)} size="small" />,
        }))}
      />
    </section>
  )
}

function NextUpdate({ row, view }: { readonly row: ActionRow; readonly view: PlanView }) {
  if (!row.unreportedSince) return <>{row.timescale === null ? 'No timescale' : 'None to come'}</>
  return isOverdue(row, view.today) ? (
    <strong>Overdue: {shortDay(row.unreportedSince)}</strong>
  ) : (
    shortDay(row.unreportedSince)
  )
}
