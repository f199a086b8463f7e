import { type Column, RatingChip, Table } from '../../../design/index.ts'
import type { RatingScheme } from '../../plan/index.ts'
import type { MatrixKey, RatingMatrix } from './rating-matrix.ts'
import { ratingOf } from './rating-words.ts'

type Pair = { readonly progress: MatrixKey | null; readonly impact: MatrixKey | null }

type MatrixProps = {
  readonly scheme: RatingScheme
  readonly matrix: RatingMatrix
  /** where the members of a count are listed; one of the two may be any */
  readonly hrefFor: (pair: Pair) => string
}

/** Progress by impact as a table: every count leads to what it counted. On a phone a row is a card. */
export function MatrixTable({ scheme, matrix, hrefFor }: MatrixProps) {
  const { columns, rows, total } = matrix
  const count = (pair: Pair, of: number) => (of === 0 ? '0' : <a href={hrefFor(pair)}>{of}</a>)
  const cell = ({ progress, impact }: Pair, of: number) => count({ progress, impact }, of)
  const heads: readonly Column<string>[] = columns.map(({ impact }) => ({
    key: impact,
    header: `Impact: ${nameOf(scheme, impact)}`,
    align: 'end',
  }))
  return (
    <Table
      caption="Actions by progress, down, and impact, across"
      columns={[
        { key: 'progress', header: 'Progress', isReference: true },
        ...heads,
        { key: 'all', header: 'All', align: 'end' },
      ]}
      rows={[
        ...rows.map(({ progress, cells, count: all }) => ({
          progress: <RatingChip rating={chipOf(scheme, progress)} size="small" />,
          ...Object.fromEntries(cells.map(({ impact, count: of }) => [impact, cell({ progress, impact }, of)])),
          all: count({ progress, impact: null }, all),
        })),
        {
          progress: 'All',
          ...Object.fromEntries(
            columns.map(({ impact, count: of }) => [impact, count({ progress: null, impact }, of)]),
          ),
          all: String(total),
        },
      ]}
    />
  )
}

function chipOf(scheme: RatingScheme, key: MatrixKey) {
  return key === 'not-rated' ? null : ratingOf(scheme, key)
}

function nameOf(scheme: RatingScheme, key: MatrixKey): string {
  return chipOf(scheme, key)?.name ?? 'Not rated'
}
