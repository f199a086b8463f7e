import { type Day, dayOf, daysBetween, isAfter } from '../../../kernel/day.ts'
import type { ActionId, ReportingPointId } from '../../../kernel/id.ts'

/** One duty that fell due, with what is known of how it was asked for and answered. */
export type DutyRecord = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly body: string | null
  readonly organisations: readonly string[]
  readonly dueOn: Day
  /** the last day of grace */
  readonly graceEndsOn: Day
  /** the day it should have been asked for by the plan's rules */
  readonly opensOn: Day
  readonly askedAt: Temporal.Instant | null
  readonly sentAt: Temporal.Instant | null
  /** a message about it had no address, was refused or given up */
  readonly bounced: boolean
  /** its only lead is a post that nobody holds, or nobody leads it */
  readonly vacant: boolean
  readonly narrative: string | null
  readonly lastTime: string | null
  /** the last day of its action, where the work is late: another fact than its report */
  readonly lateSince: Day | null
}

export const OUTCOMES = ['in-time', 'late', 'within-grace', 'not-reported'] as const
export type ReportingOutcome = (typeof OUTCOMES)[number]

/** Sent by the last day of grace is in time; unsent, it is waited for until then and not reported after. */
export function outcomeOf(
  { sentAt, graceEndsOn }: Pick<DutyRecord, 'sentAt' | 'graceEndsOn'>,
  today: Day,
): ReportingOutcome {
  if (sentAt) return isAfter(dayOf(sentAt), graceEndsOn) ? 'late' : 'in-time'
  return isAfter(today, graceEndsOn) ? 'not-reported' : 'within-grace'
}

export type ResponseDays = {
  /** the middle of the days from asking to sending; of an even number, the mean of the two in the middle */
  readonly median: number
  readonly least: number
  readonly most: number
  /** how many duties were both asked for and answered */
  readonly of: number
}

export type ReportingTally = {
  readonly name: string
  readonly due: number
  readonly outcomes: Readonly<Record<ReportingOutcome, number>>
  /** null where none was both asked for and answered */
  readonly response: ResponseDays | null
  readonly askedLate: number
  readonly notAsked: number
  readonly bounced: number
  readonly vacant: number
}

/** How some duties were reported on; the outcomes add up to those due, in whatever order they come. */
export function tallyOfReporting(name: string, duties: readonly DutyRecord[], today: Day): ReportingTally {
  const outcomes = duties.map((duty) => outcomeOf(duty, today))
  const count = (of: ReportingOutcome) => outcomes.filter((each) => each === of).length
  const number = (is: (duty: DutyRecord) => boolean) => duties.filter(is).length
  return {
    name,
    due: duties.length,
    outcomes: {
      'in-time': count('in-time'),
      late: count('late'),
      'within-grace': count('within-grace'),
      'not-reported': count('not-reported'),
    },
    response: responseDays(duties),
    askedLate: number(({ askedAt, opensOn }) => askedAt !== null && isAfter(dayOf(askedAt), opensOn)),
    notAsked: number(({ askedAt }) => askedAt === null),
    bounced: number(({ bounced }) => bounced),
    vacant: number(({ vacant }) => vacant),
  }
}

function responseDays(duties: readonly DutyRecord[]): ResponseDays | null {
  const days = duties
    .flatMap(({ askedAt, sentAt }) => (askedAt && sentAt ? [daysBetween(dayOf(askedAt), dayOf(sentAt))] : []))
    .filter((each) => each >= 0)
    .toSorted((a, b) => a - b)
  const [least, most] = [days[0], days.at(-1)]
  if (least === undefined || most === undefined) return null
  const [low, high] = [days[Math.floor((days.length - 1) / 2)] ?? least, days[Math.ceil((days.length - 1) / 2)] ?? most]
  return { median: (low + high) / 2, least, most, of: days.length }
}

/** By body: each duty once, those of no body together. */
export function byBody(duties: readonly DutyRecord[], today: Day): readonly ReportingTally[] {
  return tallies(
    Map.groupBy(duties, ({ body }) => body ?? 'No lead group'),
    today,
  )
}

/** By organisation of the leads: a duty that two organisations share counts for each, so these do not add up to all. */
export function byOrganisation(duties: readonly DutyRecord[], today: Day): readonly ReportingTally[] {
  const pairs = duties.flatMap((duty) =>
    (duty.organisations.length > 0 ? duty.organisations : ['No organisation']).map((name) => ({ name, duty })),
  )
  const groups = Map.groupBy(pairs, ({ name }) => name)
  return tallies(new Map([...groups].map(([name, of]) => [name, of.map(({ duty }) => duty)])), today)
}

function tallies(groups: ReadonlyMap<string, readonly DutyRecord[]>, today: Day): readonly ReportingTally[] {
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, duties]) => tallyOfReporting(name, duties, today))
}
