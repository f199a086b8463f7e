import { type ComparableRow, likenessOf, nameOfRow, type Reconciliation } from '../../../reading/index.ts'

/** A row that a person looks at to correct its pair, with what it might be paired with. */
export type PairView = {
  readonly side: 'plan' | 'report'
  readonly row: ComparableRow
  /** the row it is paired with now */
  readonly partner: ComparableRow | null
  readonly reasons: readonly string[]
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

const LONGEST_OPTION = 120

/** The plan's row that is asked for, or the report's where there is none; null when neither is there. */
export function pairView(
  result: Reconciliation,
  asked: { readonly plan: string; readonly report: string },
): PairView | null {
  const side = asked.plan === '' ? 'report' : 'plan'
  const row = result[side].rows.find(({ id }) => id === asked[side])
  if (!row) return null
  const other = side === 'plan' ? 'report' : 'plan'
  const pair = result.pairs.find((each) => each[side] === row.id)
  const partner = result[other].rows.find(({ id }) => id === pair?.[other]) ?? null
  const free = new Set(other === 'plan' ? result.planOnly : result.reportOnly)
  const options = result[other].rows
    .filter(({ id }) => id !== partner?.id)
    .map((option) => ({ option, isFree: free.has(option.id), likeness: likenessOf(row.text, option.text) }))
    .sort((a, b) => Number(b.isFree) - Number(a.isFree) || b.likeness - a.likeness)
    .map(({ option, isFree }) => ({ value: option.id, text: optionText(option, isFree) }))
  return { side, row, partner, reasons: pair?.reasons ?? [], options }
}

function optionText(row: ComparableRow, isFree: boolean): string {
  const text = row.ref === null ? row.text : `${nameOfRow(row)} ${row.text}`
  const short = text.length > LONGEST_OPTION ? `${text.slice(0, LONGEST_OPTION - 1).toWellFormed()}…` : text
  return isFree ? short : `${short} (is in another pair now)`
}
