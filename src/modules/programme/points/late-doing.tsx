import { Detail } from '../../../design/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { lateDoingWords, lateReportWords } from './late-words.ts'

/** That the work is late, beside whatever is said of its reports: the two are separate facts. */
export function LateDoing({ since }: { readonly since: Day | null }) {
  return since ? <Detail>{lateDoingWords(since)}</Detail> : null
}

/** That an update is late, where a list has no column for it. */
export function LateReport({ since }: { readonly since: Day | null }) {
  return since ? <Detail>{lateReportWords(since)}</Detail> : null
}
