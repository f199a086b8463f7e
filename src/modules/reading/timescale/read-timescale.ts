import { type Day, isAfter, isBefore, lastDayOfMonth, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import { squeeze } from '../formats/inline-text.ts'
import type { DueDate, TimescaleReading } from '../plan-reading.ts'
import { findDates, type WrittenDate } from './dates.ts'
import { firstDayOf, type ResolvedDate, resolveYears } from './resolve-years.ts'
import { BEGINS_ONLY, ONGOING, RELATIVE, type Rhythm, STATUS, takeRhythm, UNDECIDED } from './words.ts'

/**
 * Understands a plan's own words for when as dated duties; the words are kept beside the reading. A month alone is due on its last day.
 *
 * @param text  the cell as it stands; words between `~~` or `<s>` are struck out and give no date
 * @param plan  the plan's period, from which missing years are taken; null leaves them open
 * @param column  the other cells of the column, which settle "March 26"
 * @see docs/methods/timescales.md
 */
export function readTimescale(text: string, plan: Period | null, column: readonly string[] = []): TimescaleReading {
  const words = squeeze(text)
  const live = squeeze(words.replace(/~~[^~]*~~|<s>.*?<\/s>|<\/?[a-z]{1,6}>/gi, ' '))
  const order =
    /\b\p{L}{3,9} \d{1,2}, 20\d\d/u.test(column.join(' ')) || hasMonthFirst(column) ? 'month-first' : 'day-first'
  const { rhythm, rest } = takeRhythm(live)
  const written = findDates(rest, order)
  const dates = resolveYears(written, plan, column)
  const facts: Facts = { text: words, live, rest, rhythm, written, dates, plan, wasStruck: live.length < words.length }
  return withDoubts(classify(facts), facts)
}

type Facts = {
  readonly text: string
  readonly live: string
  readonly rest: string
  readonly rhythm: Rhythm | null
  readonly written: readonly WrittenDate[]
  readonly dates: readonly ResolvedDate[]
  readonly plan: Period | null
  readonly wasStruck: boolean
}
type Kind = Pick<TimescaleReading, 'kind' | 'due' | 'confidence' | 'notes' | 'starts'>

function classify(facts: Facts): Kind {
  const { live, rhythm, dates, rest } = facts
  if (live === '') return unknown('There are no words for when.')
  if (STATUS.test(live)) return unknown(`“${live}” says how it stands, not when it is due.`)
  if (rhythm) return readRecurring(facts, rhythm)
  const span = readSpan(facts)
  if (span) return span
  if (RELATIVE.test(live) && dates.length === 0)
    return {
      kind: 'relative',
      due: [],
      confidence: 'unsure',
      notes: ['It depends on another event; the date must be set by hand.'],
    }
  const duration = readDuration(facts)
  if (duration) return duration
  if (UNDECIDED.test(live))
    return dates.length > 0 && !BEGINS_ONLY.test(live) ? readOnce(facts) : unknown('The plan has not settled when.')
  if (/^as at\b/i.test(live)) return unknown('“As at” says when the figure was taken, not when the action is due.')
  if (ONGOING.test(live)) return readOngoing(facts)
  if (/^[SML](?:\/[SML])*$/.test(live))
    return unknown('These letters stand for short, medium and long term; the document’s key says how long each is.')
  if (BEGINS_ONLY.test(live) && !/\bby\b/i.test(rest) && dates.length === 1)
    return { ...unknown('It says when the work starts, not when it is due.'), ...startOf(dates[0]) }
  return dates.length > 0 ? readOnce(facts) : noDate(facts)
}

function readRecurring(facts: Facts, rhythm: Rhythm): Kind {
  const { dates, plan, rest } = facts
  const notes: string[] = []
  if (RELATIVE.test(rest) && dates.length === 0)
    return {
      kind: 'recurring',
      due: [],
      confidence: 'unsure',
      notes: ['It comes round, but depends on another event; the dates must be set by hand.'],
    }
  if (
    /\b(?:then|thereafter|start(?:s|ing)?|from|commenc\w+)\b/i.test(facts.live) &&
    dates.length === 1 &&
    plan &&
    rhythm.months > 0
  ) {
    return {
      kind: 'recurring',
      due: stepFrom(dates[0]?.on, rhythm.months, plan),
      confidence: 'likely',
      notes: [`Repeated ${rhythm.words} from the first date to the plan’s end.`],
    }
  }
  if (dates.length > 0) {
    const due = dueOf(rhythm.timesAYear === 1 && plan ? everyYear(dates, plan) : dates)
    const named = dates.length
    const years = plan
      ? Math.max(1, Math.ceil(plan.starts.until(plan.endsBefore, { largestUnit: 'months' }).months / 12))
      : 1
    const expected = rhythm.timesAYear * (dates.some((date) => date.yearFrom === 'written') ? 1 : years)
    if (rhythm.isAmbiguous && named === 2)
      return {
        kind: 'recurring',
        due,
        confidence: 'sure',
        notes: [`“${rhythm.words}” can mean two things; the two months named settle it as twice a year.`],
      }
    if (rhythm.timesAYear >= 2 && named !== rhythm.timesAYear && named !== expected) {
      notes.push(
        `It says ${rhythm.words}, which is ${rhythm.timesAYear} a year, and names ${named}: ${named} of ${rhythm.timesAYear}. The named months are used.`,
      )
    }
    return { kind: 'recurring', due, confidence: notes.length > 0 ? 'likely' : 'sure', notes }
  }
  if (facts.written.length > 0)
    return {
      kind: 'recurring',
      due: [],
      confidence: 'unsure',
      notes: ['The months are named, but no year can be found for them.'],
    }
  return rhythmAlone(rhythm, plan)
}

function rhythmAlone(rhythm: Rhythm, plan: Period | null): Kind {
  if (rhythm.isAmbiguous)
    return {
      kind: 'recurring',
      due: [],
      confidence: 'unsure',
      notes: [`“${rhythm.words}” can mean two things, and no month settles it. How often is it?`],
    }
  if (!plan || rhythm.months === 0 || rhythm.months > 12)
    return {
      kind: 'recurring',
      due: [],
      confidence: 'likely',
      notes: ['It comes round at the rhythm named; no date is named.'],
    }
  const first = plan.starts.add({ months: rhythm.months - 1 })
  const due = stepFrom(lastDayOfMonth(first.year, first.month), rhythm.months, plan)
  return {
    kind: 'recurring',
    due,
    confidence: 'likely',
    notes: [`No month is named: the dates are the ends of each step of the plan’s period, ${rhythm.words}.`],
  }
}

function readSpan({ live, dates, written }: Facts): Kind | null {
  const [first, second] = dates
  if (!first || !second || dates.length !== written.length) return null
  const between = live.slice(first.written.to, second.written.from)
  const isSpan =
    /^\s*(?:-|–|—|to|until|till)\s*$/i.test(between) || (/\bstart/i.test(live) && /\b(?:end|finish)/i.test(between))
  if (!isSpan || isAfter(first.on, second.on)) return null
  const confidence = second.precision === 'year' ? 'unsure' : 'sure'
  return { kind: 'window', starts: firstDayOf(first).toString(), due: dueOf(dates.slice(1)), confidence, notes: [] }
}

function readDuration({ live, plan, dates }: Facts): Kind | null {
  const found = /\b(?:(\d{1,2})\s*(?:-|–|to)\s*)?(\d{1,2}|one|two|three|six|twelve)\s+(month|year)s?\b/i.exec(live)
  if (!found || dates.length > 0 || live.length > 60) return null
  const number = (word: string) =>
    Number(word) || ({ one: 1, two: 2, three: 3, six: 6, twelve: 12 }[word.toLowerCase()] ?? 1)
  const months = (word: string) => number(word) * (found[3]?.toLowerCase() === 'year' ? 12 : 1)
  const notes = ['Only a length of time is named: it is counted from the start of the plan.']
  if (!plan) return { kind: found[1] ? 'window' : 'once', due: [], confidence: 'unsure', notes }
  const after = (count: number) => plan.starts.add({ months: count }).subtract({ days: 1 })
  const due: DueDate[] = [{ on: after(months(found[2] ?? '')).toString(), precision: 'month' }]
  if (!found[1]) return { kind: 'once', due, confidence: 'unsure', notes }
  return {
    kind: 'window',
    starts: after(months(found[1])).add({ days: 1 }).toString(),
    due,
    confidence: 'unsure',
    notes,
  }
}

function readOngoing(facts: Facts): Kind {
  const { dates, live } = facts
  const isStart = /\bcommenced\b|\bonwards?\b|\bfrom\b|^\W*start|\bcontinuing\b/i.test(live)
  if (dates.length > 0 && !isStart) {
    const once = readOnce(facts)
    return { ...once, confidence: 'likely', notes: [...once.notes, 'It goes on after the date named.'] }
  }
  return {
    kind: 'ongoing',
    ...startOf(dates[0]),
    due: [],
    confidence: 'sure',
    notes: ['No end is named: it is reported at the plan’s usual rhythm.'],
  }
}

function readOnce({ live, dates, written }: Facts): Kind {
  const joined =
    dates.length > 1 &&
    dates
      .slice(1)
      .every((date, index) =>
        /^[\s,]*(?:&|and|\/|,|\+)[\s,]*$/i.test(live.slice(dates[index]?.written.to ?? 0, date.written.from)),
      )
  const notes = dates.length > 1 && !joined ? ['Several dates stand in one cell; all are kept.'] : []
  const missing = written.length - dates.length
  if (missing > 0) notes.push('A month is named without a year, and the plan’s period gives none.')
  const isLoose = dates.some((date) => date.precision === 'year' || date.precision === 'term')
  if (isLoose) notes.push('The day is the end of the year or term named.')
  const confidence = notes.length > 0 ? 'likely' : 'sure'
  return { kind: joined ? 'recurring' : 'once', due: dueOf(dates), confidence, notes }
}

function noDate({ written }: Facts): Kind {
  if (written.length > 0)
    return {
      kind: 'once',
      due: [],
      confidence: 'unsure',
      notes: ['A time is named without a year, and the plan’s period gives none.'],
    }
  return unknown('No date, rhythm or length of time was found in these words.')
}

/** Adds what a careful reader would doubt: a year taken from elsewhere, a date outside the plan, words left over. */
function withDoubts(kind: Kind, facts: Facts): TimescaleReading {
  const { plan, dates } = facts
  const notes = [...kind.notes]
  let confidence = kind.confidence
  const doubt = (note: string) => {
    notes.push(note)
    if (confidence === 'sure') confidence = 'likely'
  }
  if (kind.due.length > 0 && dates.some((date) => date.yearFrom === 'plan-guess'))
    doubt('The year is a guess from the plan’s period, which has several.')
  if (kind.kind === 'once' && dates.some((date) => date.yearFrom === 'plan'))
    notes.push('The year is taken from the plan’s period.')
  for (const due of kind.due) {
    const on = dates.find((date) => date.on.toString() === due.on)?.on
    if (!on || !plan || includes(plan, on)) continue
    doubt(
      isBefore(on, plan.starts)
        ? `${longDay(on)} is before the plan starts, ${longDay(plan.starts)}.`
        : `${longDay(on)} is after the plan ends, ${longDay(lastDay(plan))}.`,
    )
  }
  if (facts.wasStruck) notes.push('Struck-out words are left aside.')
  if (kind.due.length > 0 && /\b(?:provisional|approx\w*|circa|c\.|about|tb[acd])\b/i.test(facts.live))
    doubt('The words say the date is not firm.')
  const { starts, ...rest } = kind
  return { text: facts.text, ...rest, ...(starts === undefined ? {} : { starts }), confidence, notes }
}

function unknown(note: string): Kind {
  return { kind: 'unknown', due: [], confidence: 'unsure', notes: [note] }
}

function startOf(date: ResolvedDate | undefined): { starts?: string } {
  return date ? { starts: firstDayOf(date).toString() } : {}
}

/** Dates as duties: in order of time, each once. */
function dueOf(dates: readonly ResolvedDate[]): DueDate[] {
  const byDay = new Map(
    dates.map((date) => [date.on.toString(), { on: date.on.toString(), precision: date.precision }]),
  )
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** "Annually July" falls due each July of the plan. */
function everyYear(dates: readonly ResolvedDate[], plan: Period): ResolvedDate[] {
  return dates.flatMap((date) => {
    if (date.yearFrom === 'written') return [date]
    const years: ResolvedDate[] = []
    for (let on = date.on; isBefore(on, plan.endsBefore); on = sameMonthEnd(on, 12))
      years.push({ ...date, on, yearFrom: 'plan' })
    return years
  })
}

function stepFrom(first: Day | undefined, months: number, plan: Period): DueDate[] {
  const due: DueDate[] = []
  for (let on = first; on && isBefore(on, plan.endsBefore) && due.length < 120; on = sameMonthEnd(on, months)) {
    due.push({ on: on.toString(), precision: 'month' })
  }
  return due
}

function sameMonthEnd(on: Day, months: number): Day {
  const next = on.with({ day: 1 }).add({ months })
  return on.day === on.daysInMonth
    ? lastDayOfMonth(next.year, next.month)
    : next.with({ day: Math.min(on.day, next.daysInMonth) })
}

function hasMonthFirst(column: readonly string[]): boolean {
  return column.some((cell) => /\b\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{2,4}\b/.test(cell))
}
