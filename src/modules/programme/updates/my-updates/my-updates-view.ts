import { type Day, isBefore } from '../../../../kernel/day.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import type { BeforeWriting } from './before-writing.store.ts'
import type { MyUpdate, MyUpdates } from './my-updates.store.ts'

export type MyUpdatesView = {
  readonly today: Day
  /** sent back, overdue, begun, or due within a month: what needs the visitor */
  readonly waiting: MyUpdates
  readonly later: MyUpdates
  readonly sent: MyUpdates
  /** passed without an update, and overtaken by a later one */
  readonly missed: MyUpdates
  readonly toJudge: MyUpdates
  /** of each action that has an update to write: what was last said, and the facts that matter */
  readonly before: ReadonlyMap<ActionId, BeforeWriting>
  /** those for whom the visitor stands in today, and what waits to be sent for them */
  readonly standIn: { readonly names: readonly string[]; readonly open: MyUpdates }
}

const SOON = Temporal.Duration.from({ days: 31 })

/** Sorts what a visitor has still to send by when it needs them; what was sent back comes first. */
export function myUpdatesView(
  facts: Omit<MyUpdatesView, 'waiting' | 'later' | 'toJudge'> & {
    readonly open: MyUpdates
    readonly toJudge: readonly MyUpdates[]
  },
): MyUpdatesView {
  const { open, toJudge, ...same } = facts
  const soon = facts.today.add(SOON)
  const isWaiting = ({ state, dueOn }: MyUpdate) => state !== 'asked' || isBefore(dueOn, soon)
  const waiting = open.updates.filter(isWaiting)
  const later = open.updates.filter((update) => !isWaiting(update))
  return {
    ...same,
    waiting: whole([...waiting.filter(isSentBack), ...waiting.filter((update) => !isSentBack(update))]),
    later: { updates: later, found: open.found - waiting.length },
    toJudge: {
      updates: toJudge.flatMap(({ updates }) => updates),
      found: toJudge.reduce((sum, { found }) => sum + found, 0),
    },
  }
}

function isSentBack({ state }: MyUpdate): boolean {
  return state === 'sent-back' || state === 'correction-sent-back'
}

/** Overdue until it, or a later duty of its action, is reported on. */
export function isOverdue({ dueOn, isOvertaken, state }: MyUpdate, today: Day): boolean {
  return isBefore(dueOn, today) && !isOvertaken && !state.startsWith('correction')
}

/** Passed without an update and overtaken: nobody waits for it any more. */
export function isMissed({ dueOn, isOvertaken }: MyUpdate, today: Day): boolean {
  return isBefore(dueOn, today) && isOvertaken
}

function whole(updates: readonly MyUpdate[]): MyUpdates {
  return { updates, found: updates.length }
}
