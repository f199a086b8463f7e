import {
  Counts,
  Details,
  EmptyState,
  ErrorSummary,
  Heading,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  Tag,
  Text,
} from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { nameOfDocument, nameOfRow, type Promised } from '../../../reading/index.ts'
import type { PlanListed } from '../../plan.store.ts'
import { AskForm, ComparisonsTable } from '../ask-comparison/comparisons.page.tsx'
import type { Comparison } from '../comparison.store.ts'
import { ComparisonTabs } from './comparison-tabs.tsx'
import type { ComparisonView } from './comparison-view.ts'

export type PromisesView = {
  readonly view: ComparisonView
  /** comparisons of this one's report with the next plan */
  readonly onwards: readonly Comparison[]
  readonly others: readonly PlanListed[]
  readonly once: string
  readonly problems: readonly Problem[]
}

/** Where the promised items went: one by one, with the words that promised and the nearest passage of the next plan. */
export function promisesPage(visitor: Member, of: PromisesView): string {
  const { view, problems } = of
  const { plan, comparison, result } = view
  const isNextPlan = view.sides.later === 'next plan'
  return memberPage(
    {
      visitor,
      title: `Where did the promised items go: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: problems.length > 0,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: 'Compare with a report', href: `/plans/${plan.id}/comparisons` },
        { text: comparison.laterName, href: `/comparisons/${comparison.id}` },
        { text: 'Promised items' },
      ],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={`${nameOfDocument(result.plan)} and ${nameOfDocument(result.report)}`}>
        Where did the promised items go?
      </PageHeading>
      {isNextPlan ? <Traced view={view} /> : <StillToTrace {...of} />}
    </>,
  )
}

type Seen = { readonly view: ComparisonView }

function Traced({ view }: Seen) {
  const { promised, plan, report } = view.result
  const count = (answer: Promised['answer']) => promised.filter((each) => each.answer === answer).length
  if (promised.length === 0) {
    return (
      <>
        <Lede>{`No row of ${nameOfDocument(plan)} says that it is carried forward.`}</Lede>
        <ComparisonTabs view={view} current="promises" />
      </>
    )
  }
  return (
    <>
      <Lede>{answerOf(promised, nameOfDocument(report))}</Lede>
      <ComparisonTabs view={view} current="promises" />
      <Counts
        counts={[
          {
            figure: count('no-trace'),
            of: promised.length,
            label: 'without a trace',
            href: '#promised',
            needsYou: count('no-trace') > 0,
          },
          { figure: count('perhaps'), of: promised.length, label: 'perhaps: look at the passage', href: '#promised' },
          { figure: count('taken-up'), of: promised.length, label: 'taken up', href: '#promised' },
        ]}
      />
      <Heading level={2} id="promised">
        One by one
      </Heading>
      {promised.map((each) => (
        <PromisedItem promised={each} view={view} />
      ))}
    </>
  )
}

function answerOf(promised: readonly Promised[], next: string): string {
  const lost = promised.filter(({ answer }) => answer === 'no-trace').length
  const items = promised.length === 1 ? '1 item was' : `${promised.length} items were`
  if (lost === promised.length)
    return `${items} promised to the next plan. ${next} has no trace of ${lost === 1 ? 'it' : 'any of them'}.`
  return lost === 0
    ? `${items} promised to the next plan, and none is lost without a trace in ${next}.`
    : `${items} promised to the next plan. ${next} has no trace of ${lost} of them.`
}

const ANSWERS = { 'taken-up': 'Taken up', perhaps: 'Perhaps', 'no-trace': 'No trace' } as const

function PromisedItem({ promised, view }: Seen & { readonly promised: Promised }) {
  const row = view.result.plan.rows.find(({ id }) => id === promised.row)
  const takenUpBy = view.result.report.rows.find(({ id }) => id === promised.takenUpBy)
  if (!row) return null
  return (
    <section>
      <Heading level={3}>{row.ref === null ? row.text : `${row.ref} ${row.text}`}</Heading>
      <p class="govuk-body">
        <Tag tone={promised.answer === 'no-trace' ? 'strong' : 'plum'}>{ANSWERS[promised.answer]}</Tag>{' '}
        {`The promise: “${promised.words}”`}
        {row.narrative !== null && row.narrative.trim() !== promised.words && (
          <span class="trellis-detail">“{row.narrative}”</span>
        )}
      </p>
      {takenUpBy && <Text>{`The next plan has ${nameOfRow(takenUpBy)}: “${takenUpBy.text}”`}</Text>}
      {promised.answer !== 'taken-up' && promised.nearest && (
        <Details summary="The nearest passage, and why it is not the promised thing" open>
          <p class="govuk-body">“{promised.nearest.text}”</p>
          <p class="govuk-body">{promised.nearest.why}</p>
        </Details>
      )}
      {promised.answer !== 'taken-up' && !promised.nearest && <Text>Not one of its words is in the next plan.</Text>}
      {view.mayCorrect && (
        <p class="govuk-body">
          <a href={`/comparisons/${view.comparison.id}/pair?plan=${encodeURIComponent(row.id)}`}>
            Say which row takes it up<span class="govuk-visually-hidden">: {nameOfRow(row)}</span>
          </a>
        </p>
      )}
    </section>
  )
}

/** A report with its plan: what it promises, and the way to look for it in the next plan. */
function StillToTrace({ view, onwards, others, once, problems }: PromisesView) {
  const { report, endings } = view.result
  const promises = report.rows.filter(({ id }) => endings.get(id)?.kind === 'carried-forward')
  return (
    <>
      <Lede>
        {promises.length === 0
          ? `No row of ${nameOfDocument(report)} says that it is carried forward.`
          : `${promises.length} of the ${report.rows.length} rows of ${nameOfDocument(report)} are promised to the next plan.`}
      </Lede>
      <ComparisonTabs view={view} current="promises" />
      {promises.length === 0 ? (
        <EmptyState title="Nothing was promised in words that could be read">
          Rows that are not reported may be lost all the same: compare the report with the next plan to see.
        </EmptyState>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {promises.map((row) => (
            <li>
              <strong>{nameOfRow(row)}</strong> {row.ref !== null && row.text}
              <span class="trellis-detail">{`“${endings.get(row.id)?.words ?? ''}”`}</span>
            </li>
          ))}
        </ul>
      )}
      <Heading level={2} id="next">
        Look for them in the next plan
      </Heading>
      {onwards.length > 0 && <ComparisonsTable comparisons={onwards} />}
      {view.mayCorrect ? (
        <AskForm
          action={`/comparisons/${view.comparison.id}/next`}
          others={others}
          once={once}
          problems={problems}
          isNextPlan
        />
      ) : (
        <Notice kind="information" title="The partnership manager can hand over the next plan" />
      )}
    </>
  )
}
