import {
  Counts,
  EmptyState,
  Filters,
  Heading,
  Lede,
  PageHeading,
  Pagination,
  SearchInput,
  Select,
} from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { nameOfDocument } from '../../../reading/index.ts'
import { isAdopted } from '../../plan.ts'
import { CorrectionsSection } from '../correct-pair/corrections-section.tsx'
import { ClaimsSection, UnaccountedSection } from './account-sections.tsx'
import { comparisonHref } from './comparison-href.ts'
import { ComparisonTabs } from './comparison-tabs.tsx'
import type { ComparisonView } from './comparison-view.ts'
import { LinesTable } from './lines-table.tsx'

/** A plan and its report (or the next plan) held against each other: the answer, the counts, what does not add up, then every row. */
export function comparisonPage(visitor: Member, view: ComparisonView, flash: string | null): string {
  const { plan, comparison, result } = view
  const [answer = '', second, ...more] = view.headline
  return memberPage(
    {
      visitor,
      title: `${titleOf(view)}: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: isAdopted(plan) ? `/plans/${plan.id}` : `/plans/${plan.id}/review` },
        { text: 'Compare with a report', href: `/plans/${plan.id}/comparisons` },
        { text: comparison.laterName },
      ],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading caption={`${nameOfDocument(result.plan)} and ${nameOfDocument(result.report)}`}>
        {titleOf(view)}
      </PageHeading>
      <Lede>{second === undefined ? answer : `${answer} ${second}`}</Lede>
      {more.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      <ComparisonTabs view={view} current="rows" />
      <Summary view={view} />
      <ClaimsSection view={view} />
      <UnaccountedSection view={view} />
      <Lines view={view} />
      <CorrectionsSection view={view} />
      <p class="govuk-hint">
        Compared on {longMoment(comparison.askedAt)} for {comparison.askedBy}. Rows are paired by their words, place and
        order, not by their numbers.
      </p>
    </>,
  )
}

function titleOf({ sides }: ComparisonView): string {
  return `The ${sides.earlier} against the ${sides.later}`
}

type Seen = { readonly view: ComparisonView }

/** The counts that a board asks for first; each leads to what it counted. */
function Summary({ view }: Seen) {
  const { result, sides, comparison } = view
  const [planRows, reportRows] = [result.plan.rows.length, result.report.rows.length]
  const shown = [
    { key: 'not-reported', label: 'rows not reported', of: reportRows, needsYou: true },
    { key: 'says-no-end', label: 'rows do not say whether they ended', of: reportRows },
    { key: 'plan-only', label: `rows only in the ${sides.earlier}`, of: planRows, always: true },
    { key: 'report-only', label: `rows only in the ${sides.later}`, of: reportRows, always: true },
    { key: 'two-endings', label: 'rows say two things', of: reportRows },
    { key: 'doubtful', label: 'pairs not sure', of: result.pairs.length },
    { key: 'renumbered', label: 'pairs renumbered', of: result.pairs.length },
    { key: 'reworded', label: 'pairs reworded', of: result.pairs.length },
  ]
  const counts = shown.map(({ key, always, needsYou, ...rest }) => {
    const figure = view.choices.find((choice) => choice.key === key)?.count ?? 0
    return { ...rest, figure, always: always === true, needsYou: needsYou === true && figure > 0, key }
  })
  return (
    <Counts
      counts={counts
        .filter(({ figure, always }) => figure > 0 || always)
        .map(({ key, always: _, ...count }) => ({
          ...count,
          href: count.figure > 0 ? `${comparisonHref(comparison.id, { show: key })}#rows` : undefined,
        }))}
    />
  )
}

function Lines({ view }: Seen) {
  const { comparison, wanted, choices, found, lineCount } = view
  const isFiltered = wanted.search !== '' || choices.some(({ key }) => key === wanted.show)
  const chosen = (wanted.search === '' ? 0 : 1) + (choices.some(({ key }) => key === wanted.show) ? 1 : 0)
  const href = (page: number) => `${comparisonHref(comparison.id, { ...wanted, page })}#rows`
  return (
    <section>
      <Heading level={2} id="rows">
        {isFiltered
          ? `${found} of ${lineCount} rows: ${choices.find(({ key }) => key === wanted.show)?.name ?? 'found'}`
          : `All ${lineCount} rows`}
      </Heading>
      <Filters
        action={`/comparisons/${comparison.id}#rows`}
        chosen={chosen}
        clearHref={`${comparisonHref(comparison.id)}#rows`}
      >
        <SearchInput name="search" label="Search both documents" value={wanted.search} />
        <Select
          name="show"
          label="Show"
          none="All rows"
          options={choices.map(({ key, name, count }) => ({ value: key, text: `${name} (${count})` }))}
          value={wanted.show}
        />
      </Filters>
      {found === 0 ? (
        <EmptyState
          title={lineCount === 0 ? 'No actions were found in either document' : 'No row matches'}
          action={lineCount > 0 && <a href={`${comparisonHref(comparison.id)}#rows`}>Show all rows</a>}
        >
          {lineCount === 0
            ? 'Compare with a document that holds a table or a list of actions.'
            : 'Use fewer words, or show all rows.'}
        </EmptyState>
      ) : (
        <LinesTable view={view} />
      )}
      <Pagination page={view.page} pages={view.pages} hrefFor={href} label="Pages of rows" />
      {view.pages > 1 && (
        <p class="govuk-body">
          <a href={`${comparisonHref(comparison.id, { ...wanted, page: 1, isWhole: true })}#rows`}>
            Show all {found} on one page, to print
          </a>
        </p>
      )}
    </section>
  )
}
