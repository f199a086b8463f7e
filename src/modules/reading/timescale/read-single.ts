import { isAfter } from '../../../kernel/day.ts'
import type { DueDate } from '../plan-reading.ts'
import { dueOf, type Facts, type Meaning, startOf, unknownTime } from './facts.ts'
import { firstDayOf } from './resolve-years.ts'

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, six: 6, twelve: 12 }
const DURATION = /\b(?:(\d{1,2})\s*(?:-|–|to)\s*)?(\d{1,2}|one|two|three|six|twelve)\s+(month|year)s?\b/i

/** "September 2018 to March 2019", or a start and an end each named so; null when the words are no span. */
export function readSpan({ live, dates, written }: Facts): Meaning | null {
  const [first, second] = dates
  if (!first || !second || dates.length !== written.length || isAfter(first.on, second.on)) return null
  const between = live.slice(first.written.to, second.written.from)
  const isSpan = /^\s*(?:-|–|—|to|until|till)\s*$/i.test(between)
  if (!isSpan && !(/\bstart/i.test(live) && /\b(?:end|finish)/i.test(between))) return null
  const confidence = second.precision === 'year' ? 'unsure' : 'sure'
  return { kind: 'window', starts: firstDayOf(first).toString(), due: dueOf(dates.slice(1)), confidence, notes: [] }
}

/** "12 months", "1-2 years": counted from the start of the plan, and doubtful. */
export function readDuration({ live, plan, written }: Facts): Meaning | null {
  const found = DURATION.exec(live)
  if (!found || written.length > 0 || live.length > 60) return null
  const months = (word: string) =>
    (Number(word) || (NUMBERS[word.toLowerCase()] ?? 1)) * (found[3]?.toLowerCase() === 'year' ? 12 : 1)
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

/** Work with no end; a date beside "ongoing" is a due date all the same. */
export function readOngoing(facts: Facts): Meaning {
  const { dates, live } = facts
  const namesStart = /\bcommenced\b|\bonwards?\b|\bfrom\b|^\W*start|\bcontinuing\b|\bbegin/i.test(live)
  if (dates.length > 0 && !namesStart) {
    const once = readOnce(facts)
    return { ...once, confidence: 'likely', notes: [...once.notes, 'It goes on after the date named.'] }
  }
  const notes = ['No end is named: it is reported at the plan’s usual rhythm.']
  return { kind: 'ongoing', ...startOf(dates[0]), due: [], confidence: 'sure', notes }
}

/** One date, or several that stand in one cell. */
export function readOnce({ live, dates, written }: Facts): Meaning {
  if (dates.length === 0) {
    if (written.length === 0) return unknownTime('No date, rhythm or length of time was found in these words.')
    return {
      kind: 'once',
      due: [],
      confidence: 'unsure',
      notes: ['A time is named without a year, and the plan’s period gives none.'],
    }
  }
  const between = (index: number) => live.slice(dates[index]?.written.to ?? 0, dates[index + 1]?.written.from)
  const areJoined =
    dates.length > 1 && dates.slice(1).every((_, index) => /^[\s,]*(?:&|and|\/|,|\+)[\s,]*$/i.test(between(index)))
  const notes = dates.length > 1 && !areJoined ? ['Several dates stand in one cell; all are kept.'] : []
  if (written.length > dates.length) notes.push('A month is named without a year, and the plan’s period gives none.')
  if (dates.some((date) => date.precision === 'year' || date.precision === 'term')) {
    notes.push('The day is the end of the year or term named.')
  }
  return {
    kind: areJoined ? 'recurring' : 'once',
    due: dueOf(dates),
    confidence: notes.length > 0 ? 'likely' : 'sure',
    notes,
  }
}
