import { SummaryList } from '../../../design/index.ts'
import type { RatingScheme } from '../../plan/index.ts'
import { moreSaid } from './more-said-in-words.ts'
import type { Submission } from './update.store.ts'

/** What an update says beside its narrative and its ratings. */
export function MoreSaid({ scheme, of }: { readonly scheme: RatingScheme; readonly of: Submission }) {
  const rows = moreSaid(scheme, of)
  if (rows.length === 0) return null
  return (
    <SummaryList rows={rows.map(({ key, value }) => ({ key, value: <span class="trellis-words">{value}</span> }))} />
  )
}
