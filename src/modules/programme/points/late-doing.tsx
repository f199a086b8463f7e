import { Detail } from '../../../design/index.ts'
import { type Day, longDay } from '../../../kernel/day.ts'

/** That the work is late, beside whatever is said of its reports: the two are separate facts. */
export function LateDoing({ since }: { readonly since: Day | null }) {
  return since ? <Detail>The work is late: its last day was {longDay(since)}, and it is not complete</Detail> : null
}
