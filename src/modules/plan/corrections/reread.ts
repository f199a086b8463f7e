import type { Period } from '../../../kernel/period.ts'
import type { Directory } from '../../people/index.ts'
import { findGroups, readLeads, timescaleReader } from '../../reading/index.ts'
import { leadGroupOf, matchLeads } from '../match-leads.ts'
import type { Action } from '../plan.ts'
import type { Reread } from './correct-row.ts'

/** Reads the words of a timescale and of leads again, in the light of the plan's other words and of who is known. */
export function rereadBy(
  period: Period | null,
  actions: readonly Pick<Action, 'timescale' | 'leadWords'>[],
  directory: Directory,
): Reread {
  const read = timescaleReader(
    period,
    actions.flatMap(({ timescale }) => timescale?.text ?? []),
  )
  const groups = findGroups(actions.flatMap(({ leadWords }) => leadWords ?? []))
  return ({ timescale, leadWords }) => {
    const leads = leadWords === null ? [] : matchLeads(readLeads(leadWords, groups), directory)
    return {
      timescale: timescale === null ? null : read(timescale),
      leads,
      leadGroupId: leadGroupOf(leads),
    }
  }
}
