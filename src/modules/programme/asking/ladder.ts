import { type Day, isAfter, isBefore } from '../../../kernel/day.ts'
import type { RequestWindow } from './request-window.ts'

/** What is done about a report that is wanted, from the first kind word to the last. */
export const LADDER = ['ask', 'remind', 'due', 'chair', 'manager'] as const
export type LadderStep = (typeof LADDER)[number]

export type RequestFacts = {
  readonly window: RequestWindow
  /** whether an update stands that was not sent back */
  readonly isAnswered: boolean
  /** the steps taken so far, with their days */
  readonly taken: ReadonlyMap<LadderStep, Day>
  /** the first day on which this could be asked at all: when the plan was adopted, or the duty made */
  readonly askableFrom: Day
}

/**
 * The one step to take about a report today; null for none.
 *
 * The first is always to ask the lead: nobody is told over a head that never heard of it. Of several steps that came due
 * while nobody looked only the last is taken, so that a server that was down sends one message and not five, and a step
 * whose day was not after the last message is passed over. A duty that was past before it could be asked is asked once.
 */
export function stepToTake(facts: RequestFacts, today: Day): LadderStep | null {
  const { window, taken } = facts
  if (!isAskable(facts, today)) return null
  if (taken.size === 0) return isBefore(today, window.opensOn) ? null : 'ask'
  return stepsAhead(facts).findLast(({ on }) => !isAfter(on, today))?.step ?? null
}

/**
 * The first day from today on when {@link stepToTake} has something to say, if nobody answers before; null when it never
 * will. What asks at night looks at this day alone, so that a report that wants nothing costs nothing.
 */
export function nextStepOn(facts: RequestFacts, today: Day): Day | null {
  const { window, isAnswered, taken, askableFrom } = facts
  if (isAnswered) return null
  const first = taken.size === 0 ? latest(window.opensOn, askableFrom) : stepsAhead(facts)[0]?.on
  if (!first) return null
  const on = latest(first, today)
  return isAfter(on, window.closesOn) ? null : on
}

function isAskable({ window, isAnswered, askableFrom }: RequestFacts, today: Day): boolean {
  return !isAnswered && !isBefore(today, askableFrom) && !isAfter(today, window.closesOn)
}

/** The steps that may still be taken after those taken so far, with their days, in order. */
function stepsAhead({ window, taken, askableFrom }: RequestFacts): readonly { step: LadderStep; on: Day }[] {
  if (isAfter(askableFrom, window.dueOn)) return []
  const furthest = LADDER.findLastIndex((step) => taken.has(step))
  const lastOn = [...taken.values()].reduce(latest)
  return LADDER.slice(furthest + 1).flatMap((step) => {
    const on = dayOfStep(window, step)
    return on && isAfter(on, lastOn) ? [{ step, on }] : []
  })
}

function dayOfStep(window: RequestWindow, step: LadderStep): Day | null {
  switch (step) {
    case 'ask':
      return window.opensOn
    case 'remind':
      return window.remindsOn
    case 'due':
      return window.dueStepOn
    case 'chair':
      return window.chairOn
    case 'manager':
      return window.managerOn
  }
}

function latest(a: Day, b: Day): Day {
  return isBefore(a, b) ? b : a
}
