import { counted } from '../../../kernel/counted.ts'
import { type Day, daysBetween, isBefore, longDay, shortDay } from '../../../kernel/day.ts'
import type { DisposalKind } from '../year-end/disposal.ts'

/** What is known of something that is waited for: an action, or one step of it. */
export type WaitedFor = {
  /** the day of the step, or the last day the plan gives the action; null when it gives none */
  readonly dueOn: Day | null
  /** the step is done, or the action was last reported complete */
  readonly isDone: boolean
  /** how the action ended; null while it has not */
  readonly ending: DisposalKind | null
}

/** `ended`: it ended without being done, so that waiting for it may be in vain. */
export type WaitedState = 'done' | 'late' | 'to-come' | 'undated' | 'ended'

export function waitedState({ dueOn, isDone, ending }: WaitedFor, today: Day): WaitedState {
  if (isDone || ending === 'completed' || ending === 'sustained') return 'done'
  if (ending !== null) return 'ended'
  if (dueOn === null) return 'undated'
  return isBefore(dueOn, today) ? 'late' : 'to-come'
}

const ENDED: Readonly<Record<Exclude<DisposalKind, 'completed' | 'sustained'>, string>> = {
  'carried-forward': 'carried forward',
  // also what was split in the year, or joined to another
  merged: 'made part of another',
  stopped: 'stopped',
  transferred: 'transferred',
  'not-reported': 'ended, not reported',
}

/** "Late by 3 days: due 30 Sep 14", or how else it stands. */
export function waitedInWords(of: WaitedFor, today: Day): string {
  const { dueOn, ending } = of
  switch (waitedState(of, today)) {
    case 'done':
      return 'Done'
    case 'late':
      return dueOn ? `Late by ${counted(daysBetween(dueOn, today), 'day')}: due ${shortDay(dueOn)}` : 'Late'
    case 'to-come':
      return dueOn ? `Due ${longDay(dueOn)}` : 'To come'
    case 'undated':
      return 'No day is given'
    case 'ended':
      return ending === null || ending === 'completed' || ending === 'sustained' ? 'Ended' : `It was ${ENDED[ending]}`
  }
}
