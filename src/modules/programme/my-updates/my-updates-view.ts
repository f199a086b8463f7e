import { type Day, isBefore } from '../../../kernel/day.ts'
import type { MyUpdate } from './my-updates.store.ts'

export type MyUpdatesView = {
  readonly today: Day
  /** sent back, overdue, begun, or due within a month: what needs the visitor */
  readonly waiting: readonly MyUpdate[]
  readonly later: readonly MyUpdate[]
  readonly sent: readonly MyUpdate[]
  readonly toJudge: readonly MyUpdate[]
}

const SOON = Temporal.Duration.from({ days: 31 })

/** Sorts a visitor's updates by what they ask of them; what was sent back comes first. */
export function myUpdatesView(today: Day, mine: readonly MyUpdate[], toJudge: readonly MyUpdate[]): MyUpdatesView {
  const open = mine.filter(({ state }) => state === 'asked' || state === 'draft' || state === 'sent-back')
  const soon = today.add(SOON)
  const isWaiting = ({ state, dueOn }: MyUpdate) => state !== 'asked' || isBefore(dueOn, soon)
  const waiting = open.filter(isWaiting)
  return {
    today,
    waiting: [
      ...waiting.filter(({ state }) => state === 'sent-back'),
      ...waiting.filter(({ state }) => state !== 'sent-back'),
    ],
    later: open.filter((update) => !isWaiting(update)),
    sent: mine.filter(({ state }) => state === 'submitted' || state === 'accepted').toReversed(),
    toJudge,
  }
}
