import { counted } from '../../../../kernel/counted.ts'
import { monthAndYear } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import type { Plan } from '../../../plan/index.ts'
import {
  COMPARISONS,
  type Comparison,
  comparable,
  compareChoice,
  type Tally,
  type TallyOf,
  tallyBy,
  tallyOf,
} from '../beside-facts.ts'
import type { ChosenUpdate } from './chosen.store.ts'

export type Grouping = 'body' | 'organisation' | 'month'
/** Which updates are listed: those of one comparison, of one group, or both. */
export type Listed = {
  readonly comparison: Comparison | null
  readonly by: Grouping | null
  readonly group: string | null
}

export type OptimismView = {
  readonly plan: Plan
  readonly finding: string
  readonly whole: Tally
  readonly groups: Readonly<Record<Grouping, readonly TallyOf[]>>
  readonly listed: Listed
  readonly members: readonly ChosenUpdate[]
  readonly found: number
}

const GROUP_OF: Readonly<Record<Grouping, (of: ChosenUpdate) => string>> = {
  body: ({ body }) => body ?? 'No lead group',
  organisation: ({ organisation }) => organisation ?? 'No organisation',
  month: ({ sentOn }) => sentOn.toString().slice(0, 7),
}
const MOST_LISTED = 200

export function optimismView(plan: Plan, updates: readonly ChosenUpdate[], listed: Listed): OptimismView {
  const whole = tallyOf(updates)
  const members = updates.filter((update) => isListed(update, listed))
  return {
    plan,
    finding: findingOf(whole, updates.length),
    whole,
    groups: {
      body: tallyBy(updates, GROUP_OF.body),
      organisation: tallyBy(updates, GROUP_OF.organisation),
      month: tallyBy(updates, GROUP_OF.month),
    },
    listed,
    members: members.slice(0, MOST_LISTED),
    found: members.length,
  }
}

/** "2014-10" as "October 2014"; any other group by its name. */
export function groupName(by: Grouping, name: string): string {
  return by === 'month' ? monthAndYear(Temporal.PlainDate.from(`${name}-01`)) : name
}

export function listedFrom(query: Readonly<Record<string, string>>): Listed {
  const comparison = COMPARISONS.find((of) => of === query.show) ?? null
  const by = valueAt(GROUPINGS, query.by ?? '') ?? null
  return { comparison, by, group: by ? (query.group ?? '') : null }
}

const GROUPINGS: Readonly<Record<string, Grouping>> = { body: 'body', organisation: 'organisation', month: 'month' }

function isListed(update: ChosenUpdate, { comparison, by, group }: Listed): boolean {
  if (comparison && compareChoice(update) !== comparison) return false
  return by === null || GROUP_OF[by](update) === group
}

function findingOf(whole: Tally, total: number): string {
  const compared = comparable(whole)
  if (compared === 0) return `The facts suggested a rating for none of ${counted(total, 'update')}.`
  return `Of ${counted(total, 'update')}, the facts suggested a rating for ${compared}: ${whole.same} chose the same, ${whole.better} a better one, ${whole.worse} a worse one.`
}
