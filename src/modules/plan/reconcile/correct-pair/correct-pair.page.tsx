import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  SummaryList,
  Text,
} from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { type ComparableRow, nameOfRow } from '../../../reading/index.ts'
import type { Comparison } from '../comparison.store.ts'
import type { PairView } from './pair-view.ts'

export type CorrectPairPage = {
  readonly comparison: Comparison
  readonly view: PairView
  readonly sides: { readonly earlier: string; readonly later: string }
  readonly once: string
  readonly problems: readonly Problem[]
}

/** One row with the one it is paired with: unpair them, or pair it with another. */
export function correctPairPage(visitor: Member, { comparison, view, sides, once, problems }: CorrectPairPage): string {
  const { row, partner, side } = view
  const [own, other] = side === 'plan' ? [sides.earlier, sides.later] : [sides.later, sides.earlier]
  const action = `/comparisons/${comparison.id}/corrections`
  return memberPage(
    {
      visitor,
      title: `Correct the pair of ${nameOfRow(row)}`,
      section: 'plans',
      hasProblems: problems.length > 0,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: comparison.laterName, href: `/comparisons/${comparison.id}` },
        { text: 'Correct a pair' },
      ],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={`In the ${own}`}>Correct the pair of {nameOfRow(row)}</PageHeading>
      <RowFacts row={row} />
      <Heading level={2}>{partner ? `Now paired with this row of the ${other}` : `Now in the ${own} alone`}</Heading>
      {partner && (
        <>
          <RowFacts row={partner} />
          <Text>{view.reasons.join(' ')}</Text>
          <Form action={action} once={once}>
            <Hidden name="kind" value="unpair" />
            <Rows view={view} other={partner.id} />
            <Button kind="secondary">They are not the same action: unpair them</Button>
          </Form>
        </>
      )}
      <Heading level={2}>{`Pair it with another row of the ${other}`}</Heading>
      {view.options.length === 0 ? (
        <Text>{`The ${other} has no other row.`}</Text>
      ) : (
        <Form action={action} once={once}>
          <Hidden name="kind" value="pair" />
          <Hidden name={side} value={row.id} />
          <Select
            name={side === 'plan' ? 'report' : 'plan'}
            label={`Row of the ${other}`}
            hint="Rows without a pair come first, the most alike at the top"
            none="Choose a row"
            options={view.options}
            error={problemOf(problems, side === 'plan' ? 'report' : 'plan')}
          />
          <ButtonGroup>
            <Button>Pair these two</Button>
            <Button kind="secondary" href={`/comparisons/${comparison.id}`}>
              Back to the comparison
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </>,
  )
}

function Rows({ view, other }: { readonly view: PairView; readonly other: string }) {
  const [plan, report] = view.side === 'plan' ? [view.row.id, other] : [other, view.row.id]
  return (
    <>
      <Hidden name="plan" value={plan} />
      <Hidden name="report" value={report} />
    </>
  )
}

function RowFacts({ row }: { readonly row: ComparableRow }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Action', row.text],
    ['Under', row.trail.join(' › ') || null],
    ['Measure', row.measure],
    ['Lead', row.leadWords],
    ['What is said of it', row.narrative],
  ]
  return (
    <SummaryList
      rows={[
        { key: 'Reference', value: row.ref ?? 'None' },
        ...facts.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
      ]}
    />
  )
}
