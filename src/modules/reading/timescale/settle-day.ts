import { type Day, lastDayOfMonth, longDay } from '../../../kernel/day.ts'
import { easterSunday } from '../../../kernel/easter.ts'
import type { DatePrecision } from '../plan-reading.ts'
import type { Doubt, Part, Time } from './phrase.ts'

/** The days of a time once its year is known: `first` is where it begins, `on` when it falls due. */
export type Settled = {
  readonly first: Day
  readonly on: Day
  readonly precision: DatePrecision
  readonly doubts: readonly Doubt[]
}

/** Settles a time in the calendar year its stretch ends in; null where the calendar has no such day. */
export function settleDay(time: Time, year: number): Settled | null {
  if (year < 1900 || year > 2199 || time.month === 0) return null
  if (time.named === 'feast' && time.day === null) {
    const sunday = easterSunday(year)
    return { first: sunday, on: sunday, precision: 'term', doubts: [] }
  }
  const last = lastDayOfMonth(year, time.month)
  if (time.day !== null) {
    if (time.day > last.day) return null
    const on = last.with({ day: time.day })
    return { first: on, on, precision: time.precision, doubts: wrongWeekday(on, time.weekday) }
  }
  const first = last.with({ day: 1 }).subtract({ months: time.back })
  return takePart({ first, on: last, precision: time.precision, doubts: [] }, time)
}

function wrongWeekday(on: Day, weekday: number | null): Doubt[] {
  const isWrong = weekday !== null && weekday !== on.dayOfWeek
  return isWrong ? [{ words: 'The day of the week and the date do not go together.', makes: 'unsure' }] : []
}

const SAID: Readonly<Record<Part, string>> = {
  beginning: 'The beginning',
  early: 'The early part',
  mid: 'The middle',
  late: 'Late',
  end: 'The end',
}

/** "early 2025", "mid-June", "beginning of the school year": a part of the stretch, and said to be a rule of ours. */
function takePart(whole: Settled, { part, back, named }: Time): Settled {
  if (part === null || part === 'end' || part === 'late') {
    const doubts: Doubt[] =
      part === 'late'
        ? [{ words: 'Late is taken as the end of the time named.', makes: back > 2 ? 'unsure' : 'likely' }]
        : []
    return { ...whole, doubts }
  }
  const on = partOf(whole, part, back)
  const isVague = back > 2 && !(part === 'beginning' && named !== 'year' && named !== 'financial-year')
  const doubt: Doubt = {
    words: `${SAID[part]} of that time is taken as ${longDay(on)}.`,
    makes: isVague ? 'unsure' : 'likely',
  }
  return { ...whole, on, precision: back === 0 || part === 'beginning' ? 'month' : 'quarter', doubts: [doubt] }
}

function partOf({ first }: Settled, part: Part, back: number): Day {
  if (part === 'beginning') return back === 11 ? endOfMonth(first, 0) : first
  if (back === 0) return first.with({ day: part === 'early' ? 10 : 15 })
  const months = part === 'early' ? Math.max(0, Math.floor((back + 1) / 4) - 1) : Math.ceil((back + 1) / 2) - 1
  return endOfMonth(first, months)
}

function endOfMonth(from: Day, months: number): Day {
  const on = from.add({ months })
  return lastDayOfMonth(on.year, on.month)
}
