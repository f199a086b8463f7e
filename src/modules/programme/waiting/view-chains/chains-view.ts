import { counted } from '../../../../kernel/counted.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import type { Plan } from '../../../plan/index.ts'
import { columnsOf, longestChains } from '../chains.ts'
import type { ActionWait, WaitEnd } from '../wait.store.ts'
import { type WaitedState, waitedState } from '../waited-state.ts'

type Known = NonNullable<WaitEnd>

export type ChainLink = {
  readonly action: Known /** the wait for the next of the chain; null for the last */
  readonly wait: ActionWait | null
}

/** An action in the picture: its column (0 waits for nothing) and its row. */
export type ChainNode = {
  readonly action: Known
  readonly column: number
  readonly row: number
  /** how what others wait for stands; null where nothing waits for the whole of it */
  readonly state: WaitedState | null
}

export type ChainsView = {
  readonly plan: Plan
  readonly today: Day
  readonly asAt: Day | null
  readonly title: string
  readonly chains: readonly (readonly ChainLink[])[]
  readonly nodes: readonly ChainNode[]
  readonly waits: readonly ActionWait[]
  readonly late: readonly ActionWait[]
}

export function chainsView(plan: Plan, waits: readonly ActionWait[], today: Day, asAt: Day | null): ChainsView {
  const actions = new Map<ActionId, Known>()
  for (const { waiting, on } of waits) for (const end of [waiting, on]) if (end) actions.set(end.id, end)
  const order = [...actions.values()].toSorted(byReference).map(({ id }) => id)
  const pairs = waits.map(({ actionId, onActionId }) => ({ from: actionId, on: onActionId }))
  const late = waits.filter(({ of }) => waitedState(of, today) === 'late')
  const waitOf = (from: ActionId, on: ActionId | undefined) =>
    waits.find((wait) => wait.actionId === from && wait.onActionId === on) ?? null
  const chains = longestChains(order, pairs).map((chain) =>
    chain.flatMap((id, at) => {
      const action = actions.get(id)
      return action ? [{ action, wait: waitOf(id, chain[at + 1]) }] : []
    }),
  )
  const longest = chains[0]?.length ?? 0
  return {
    plan,
    today,
    asAt,
    title:
      waits.length === 0
        ? 'Nothing waits for anything'
        : titleOf({
            waiting: new Set(pairs.map(({ from }) => from)).size,
            waits: waits.length,
            late: late.length,
            longest,
          }),
    chains,
    nodes: placed(order, actions, columnsOf(pairs), waits, today),
    waits,
    late,
  }
}

function titleOf(of: Readonly<Record<'waiting' | 'waits' | 'late' | 'longest', number>>): string {
  const late =
    of.late === 0
      ? 'nothing that is waited for is late'
      : `${of.late} of ${counted(of.waits, 'wait')} ${of.late === 1 ? 'is' : 'are'} for something late`
  const waiting = counted(of.waiting, 'action waits', 'actions wait')
  return `${waiting} for others; ${late}; the longest chain has ${counted(of.longest, 'action')}`
}

function placed(
  order: readonly ActionId[],
  actions: ReadonlyMap<ActionId, Known>,
  columns: ReadonlyMap<ActionId, number>,
  waits: readonly ActionWait[],
  today: Day,
): readonly ChainNode[] {
  const rows = new Map<number, number>()
  return order.flatMap((id) => {
    const action = actions.get(id)
    if (!action) return []
    const column = columns.get(id) ?? 0
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    const whole = waits.find(({ onActionId, onStepId }) => onActionId === id && onStepId === null)
    return [{ action, column, row, state: whole ? waitedState(whole.of, today) : null }]
  })
}

/** References in the order of their numbers: 8.9 before 8.15. */
function byReference(a: Known, b: Known): number {
  return (a.ref ?? a.text).localeCompare(b.ref ?? b.text, 'en', { numeric: true })
}
