import type { Day } from '../../src/kernel/day.ts'
import type { RatingKey } from '../../src/modules/reading/index.ts'
import type { PersonKey } from '../people.ts'
import type { PlanYear } from '../plan-year.ts'
import { COMING, type Coming } from './coming.ts'

export type DemoEvidence = {
  readonly name: string
  readonly mediaType: 'text/plain' | 'text/csv'
  readonly text: string
}

export type DemoVerdict = {
  readonly kind: 'accepted' | 'sent-back'
  readonly on: Day
  readonly by: PersonKey
  readonly note?: string
}

/** One submission at the reporting point that falls due in `dueMonth` of the plan year, counted from 0. */
export type DemoUpdate = {
  readonly actionRef: string
  readonly dueMonth: number
  readonly submittedOn: Day
  readonly by: PersonKey
  readonly narrative: string
  readonly progress: RatingKey
  readonly impact: RatingKey
  readonly coming: Coming
  readonly evidence?: DemoEvidence
  readonly verdict?: DemoVerdict
}

/** What one lead said of one action through the year. */
export type Arc = {
  readonly action: string
  readonly by: PersonKey
  readonly chair: PersonKey
  readonly told: readonly Told[]
}

export type Told = {
  readonly month: number
  readonly progress: RatingKey
  readonly impact: RatingKey
  readonly narrative: string
  /** days after the last day of the month; before it when negative */
  readonly days?: number
  readonly evidence?: DemoEvidence
  /** the chair sent it back with these words */
  readonly sentBack?: string
  /** the chair accepted it and added these words */
  readonly note?: string
  /** days the chair took; a verdict that would fall after the story's end is still awaited */
  readonly chairDays?: number
}

const MONTHS_TOLD = 11
const USUAL_DAYS = -4
const USUAL_CHAIR_DAYS = 6

/** The updates of one arc, with days in place of months; nothing is told from the twelfth month on. */
export function tell(arc: Arc, year: PlanYear): DemoUpdate[] {
  const storyEnds = year.starts.add({ months: MONTHS_TOLD })
  return arc.told.map((told, at) => {
    const submittedOn = year.lastDay(told.month).add({ days: told.days ?? USUAL_DAYS })
    const verdict = verdictOn(told, arc.chair, submittedOn.add({ days: told.chairDays ?? USUAL_CHAIR_DAYS }))
    const isGiven = Temporal.PlainDate.compare(verdict.on, storyEnds) < 0
    return {
      actionRef: arc.action,
      dueMonth: told.month,
      submittedOn,
      by: arc.by,
      narrative: told.narrative,
      progress: told.progress,
      impact: told.impact,
      coming: comingOf(arc.action, at),
      ...(told.evidence ? { evidence: told.evidence } : {}),
      ...(isGiven ? { verdict } : {}),
    }
  })
}

function comingOf(action: string, at: number): Coming {
  const coming = COMING[action]?.[at]
  if (!coming) throw new Error(`The demo does not say what comes after update ${at + 1} of ${action}`)
  return coming
}

function verdictOn(told: Told, by: PersonKey, on: Day): DemoVerdict {
  if (told.sentBack !== undefined) return { kind: 'sent-back', on, by, note: told.sentBack }
  return { kind: 'accepted', on, by, ...(told.note === undefined ? {} : { note: told.note }) }
}
