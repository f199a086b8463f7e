import { type Compared, headline, type Reconciliation, reconciliationOf, sidesOf } from '../../../reading/index.ts'
import type { Plan } from '../../plan.ts'
import type { Comparison } from '../comparison.store.ts'
import { correctionsInForce } from '../corrections-in-force.ts'
import type { PairCorrection } from '../pair-correction.store.ts'
import { type Choice, choicesOf } from './comparison-filter.ts'
import type { LinesWanted } from './comparison-href.ts'
import { type ComparisonLine, hasWords, linesOf } from './comparison-lines.ts'

export const LINES_PER_PAGE = 100

export type ComparisonView = {
  readonly plan: Plan
  readonly comparison: Comparison
  readonly result: Reconciliation
  readonly sides: ReturnType<typeof sidesOf>
  readonly headline: readonly string[]
  readonly corrections: readonly PairCorrection[]
  /** the choices that have a line, each with how many */
  readonly choices: readonly (Choice & { readonly count: number })[]
  readonly wanted: LinesWanted
  readonly lineCount: number
  readonly found: number
  readonly lines: readonly ComparisonLine[]
  readonly page: number
  readonly pages: number
  readonly mayCorrect: boolean
}

type Known = Pick<ComparisonView, 'plan' | 'comparison' | 'corrections' | 'mayCorrect'> & {
  readonly compared: Compared
}

/** What the page of a comparison shows: the account, and the lines that are wanted. */
export function comparisonView({ compared, ...known }: Known, wanted: LinesWanted): ComparisonView {
  const result = reconciliationOf(compared, correctionsInForce(known.corrections))
  const all = linesOf(result)
  const choices = choicesOf(result)
    .map((choice) => ({ ...choice, count: all.filter(choice.passes).length }))
    .filter(({ count, key }) => count > 0 || key === wanted.show)
  const chosen = choices.find(({ key }) => key === wanted.show)
  const found = all.filter(
    (line) => (!chosen || chosen.passes(line)) && (wanted.search === '' || hasWords(line, wanted.search)),
  )
  const pages = wanted.isWhole ? 1 : Math.max(1, Math.ceil(found.length / LINES_PER_PAGE))
  const page = Math.min(wanted.page, pages)
  return {
    ...known,
    result,
    sides: sidesOf(result),
    headline: headline(result),
    choices,
    wanted,
    lineCount: all.length,
    found: found.length,
    lines: wanted.isWhole ? found : found.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE),
    page,
    pages,
  }
}
