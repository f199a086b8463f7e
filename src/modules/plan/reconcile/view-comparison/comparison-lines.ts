import type { ComparableRow, Ending, MatchedPair, Reconciliation } from '../../../reading/index.ts'

/** One line of the comparison's list: a row of each document, or of one of them alone. */
export type ComparisonLine = {
  readonly plan: ComparableRow | null
  readonly report: ComparableRow | null
  readonly alsoPlan: readonly ComparableRow[]
  readonly alsoReport: readonly ComparableRow[]
  readonly pair: MatchedPair | null
  readonly ending: Ending | null
  readonly isCorrected: boolean
}

/** Every row of both documents, once: in the order of the earlier, then what the later alone has, in its own order. */
export function linesOf(result: Reconciliation): readonly ComparisonLine[] {
  const planRows = new Map(result.plan.rows.map((row) => [row.id, row]))
  const reportRows = new Map(result.report.rows.map((row) => [row.id, row]))
  const pairOf = new Map(result.pairs.map((pair) => [pair.plan, pair]))
  const beside = new Set(result.pairs.flatMap(({ alsoPlan }) => alsoPlan))
  const rowsOf = (rows: ReadonlyMap<string, ComparableRow>, ids: readonly string[]) =>
    ids.flatMap((id) => rows.get(id) ?? [])
  const fromPlan = result.plan.rows
    .filter(({ id }) => !beside.has(id))
    .map((plan): ComparisonLine => {
      const pair = pairOf.get(plan.id) ?? null
      return {
        plan,
        report: pair ? (reportRows.get(pair.report) ?? null) : null,
        alsoPlan: rowsOf(planRows, pair?.alsoPlan ?? []),
        alsoReport: rowsOf(reportRows, pair?.alsoReport ?? []),
        pair,
        ending: (pair && result.endings.get(pair.report)) ?? result.planEndings.get(plan.id) ?? null,
        isCorrected: result.correctedBy.has(plan.id),
      }
    })
  const alone = rowsOf(reportRows, result.reportOnly).map(
    (report): ComparisonLine => ({
      plan: null,
      report,
      alsoPlan: [],
      alsoReport: [],
      pair: null,
      ending: result.endings.get(report.id) ?? null,
      isCorrected: false,
    }),
  )
  return [...fromPlan, ...alone]
}

/** Whether a line has these words, in either document or in what is said of it. */
export function hasWords(line: ComparisonLine, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/)
  const rows = [line.plan, line.report, ...line.alsoPlan, ...line.alsoReport].filter((row) => row !== null)
  const said = rows.flatMap(({ ref, text, narrative, leadWords, trail }) => [ref, text, narrative, leadWords, ...trail])
  const text = said
    .filter((each) => each !== null)
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}
