import { lastDayOfMonth } from '../../../kernel/day.ts'
import type { Period } from '../../../kernel/period.ts'
import type { DueDate } from '../plan-reading.ts'
import { dueOf, type Facts, type Meaning, stepFrom } from './facts.ts'
import type { ResolvedDate } from './resolve-years.ts'
import { RELATIVE, type Rhythm } from './words.ts'

const FROM_FIRST = /\b(?:then|thereafter|start(?:s|ing)?|from|commenc\w+)\b/i

/** A timescale with a rhythm. Named months win over the rhythm's word, and where the two disagree that is noted. */
export function readRecurring(facts: Facts, rhythm: Rhythm): Meaning {
  const { dates, plan, rest, live, written } = facts
  const [first] = dates
  if (RELATIVE.test(rest) && !first)
    return undated('It comes round, but depends on another event; the dates must be set by hand.')
  if (FROM_FIRST.test(live) && first && dates.length === 1 && plan && rhythm.months > 0) {
    const due = stepFrom(first.on, rhythm.months, plan).map(
      (on): DueDate => ({ on: on.toString(), precision: first.precision }),
    )
    return {
      kind: 'recurring',
      due,
      confidence: 'likely',
      notes: [`Repeated ${rhythm.words} from the first date to the plan’s end.`],
    }
  }
  if (first) return readNamedMonths(dates, rhythm, plan)
  if (written.length > 0) return undated('The months are named, but no year can be found for them.')
  return readRhythmAlone(rhythm, plan)
}

function readNamedMonths(dates: readonly ResolvedDate[], rhythm: Rhythm, plan: Period | null): Meaning {
  const due = dueOf(
    plan ? dates.flatMap((date) => (comesEachYear(date, rhythm) ? everyYear(date, plan) : [date])) : dates,
  )
  const named = dates.length
  if (rhythm.isAmbiguous && named === 2) {
    const notes = [`“${rhythm.words}” can mean two things; the two months named settle it as twice a year.`]
    return { kind: 'recurring', due, confidence: 'sure', notes }
  }
  if (rhythm.timesAYear < 2 || named % rhythm.timesAYear === 0)
    return { kind: 'recurring', due, confidence: 'sure', notes: [] }
  const count = `${named} of ${rhythm.timesAYear}`
  const notes = [
    `It says ${rhythm.words}, which is ${rhythm.timesAYear} a year, and names ${named}: ${count}. The named months are used.`,
  ]
  return { kind: 'recurring', due, confidence: 'likely', notes }
}

function readRhythmAlone(rhythm: Rhythm, plan: Period | null): Meaning {
  if (rhythm.isAmbiguous)
    return undated(`“${rhythm.words}” can mean two things, and no month settles it. How often is it?`)
  if (!plan || rhythm.months === 0 || rhythm.months > 12) {
    return {
      kind: 'recurring',
      due: [],
      confidence: 'likely',
      notes: ['It comes round at the rhythm named; no date is named.'],
    }
  }
  const first = plan.starts.add({ months: rhythm.months - 1 })
  const days = stepFrom(lastDayOfMonth(first.year, first.month), rhythm.months, plan)
  const due = days.map((on): DueDate => ({ on: on.toString(), precision: 'month' }))
  const notes = [`No month is named: the dates are the ends of each step of the plan’s period, ${rhythm.words}.`]
  return { kind: 'recurring', due, confidence: 'likely', notes }
}

/** Whether a month comes round in each year of the plan: it has a rhythm, and neither it nor its neighbour has a year. */
export function comesEachYear({ written, yearFrom }: ResolvedDate, { timesAYear, months }: Rhythm): boolean {
  return timesAYear >= 1 && months > 0 && written.year === null && (yearFrom === 'plan' || yearFrom === 'plan-guess')
}

/** "Annually July" falls due each July of the plan. */
function everyYear(date: ResolvedDate, plan: Period): ResolvedDate[] {
  return stepFrom(date.on, 12, plan).map((on) => ({ ...date, on, yearFrom: 'plan' }))
}

function undated(note: string): Meaning {
  return { kind: 'recurring', due: [], confidence: 'unsure', notes: [note] }
}
