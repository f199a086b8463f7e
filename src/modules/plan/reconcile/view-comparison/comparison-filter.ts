import { DISPOSAL_NAMES, type Reconciliation, sidesOf, unaccountedNames } from '../../../reading/index.ts'
import type { ComparisonLine } from './comparison-lines.ts'

/** A way to choose among the lines: its key in the address, its name, and which lines pass. */
export type Choice = {
  readonly key: string
  readonly name: string
  readonly passes: (line: ComparisonLine) => boolean
}

/** Every choice that a comparison's list offers; what a count or a claim counted is one of them, so that each leads to its members. */
export function choicesOf(result: Reconciliation): readonly Choice[] {
  const { earlier, later } = sidesOf(result)
  return [
    { key: 'plan-only', name: `Only in the ${earlier}`, passes: ({ report }) => report === null },
    { key: 'report-only', name: `Only in the ${later}`, passes: ({ plan }) => plan === null },
    { key: 'renumbered', name: 'Renumbered', passes: ({ pair }) => pair?.renumbered === true },
    { key: 'reworded', name: 'Reworded', passes: ({ pair }) => pair?.reworded === true },
    { key: 'joined', name: 'Split or merged', passes: (line) => line.alsoPlan.length + line.alsoReport.length > 0 },
    { key: 'doubtful', name: 'Pairs not sure', passes: ({ pair }) => pair !== null && pair.confidence !== 'sure' },
    { key: 'corrected', name: 'Paired by a person', passes: ({ isCorrected }) => isCorrected },
    {
      key: 'two-endings',
      name: 'Say two things of how they ended',
      passes: ({ ending }) => (ending?.alsoSays.length ?? 0) > 0,
    },
    ...unaccountedChoices(result),
    ...Object.entries(DISPOSAL_NAMES).map(([kind, name]) => ({
      key: `ended-${kind}`,
      name: `${name}, by its words`,
      passes: ({ ending }: ComparisonLine) => ending?.kind === kind,
    })),
    ...claimChoices(result),
  ]
}

function unaccountedChoices(result: Reconciliation): readonly Choice[] {
  const groups = Map.groupBy(result.unaccounted, ({ why }) => why)
  const names = unaccountedNames(result)
  return [...groups].map(([why, rows]) => {
    const planRows = new Set(rows.filter(({ report }) => report === null).map(({ plan }) => plan))
    const reportRows = new Set(rows.map(({ report }) => report).filter((id) => id !== null))
    return {
      key: why,
      name: names[why],
      passes: (line: ComparisonLine) =>
        reportRowsOf(line).some(({ id }) => reportRows.has(id)) || (line.plan !== null && planRows.has(line.plan.id)),
    }
  })
}

function claimChoices(result: Reconciliation): readonly Choice[] {
  return result.claims.checked.map(({ document, claimed, members }, at) => {
    const ids = new Set(members)
    return {
      key: claimKey(at),
      name: `Counted beside the claim of ${claimed}`,
      passes: (line: ComparisonLine) =>
        document === 'report'
          ? reportRowsOf(line).some(({ id }) => ids.has(id))
          : [line.plan, ...line.alsoPlan].some((row) => row !== null && ids.has(row.id)),
    }
  })
}

export function claimKey(at: number): string {
  return `claim-${at + 1}`
}

function reportRowsOf({ report, alsoReport }: ComparisonLine) {
  return report ? [report, ...alsoReport] : alsoReport
}
