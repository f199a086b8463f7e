import { isBefore, longDay } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import { squeeze } from '../formats/inline-text.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import { type ColumnOfTimes, describeTimes, NO_COLUMN } from './column-of-times.ts'
import { findDates } from './dates.ts'
import { type Facts, type Meaning, startOf, unknownTime } from './facts.ts'
import { comesEachYear, readRecurring } from './read-recurring.ts'
import { readDuration, readOnce, readOngoing, readSpan } from './read-single.ts'
import { resolveYears } from './resolve-years.ts'
import { BEGINS_ONLY, ONGOING, RELATIVE, STATUS, takeRhythm, UNDECIDED } from './words.ts'

const STRUCK = /~~[^~]*~~|<s>.*?<\/s>/gi
const TAG = /<\/?[a-z]{1,6}>/gi

/**
 * Understands a plan's own words for when as dated duties; the words are kept beside the reading. A month alone is due on its last day.
 *
 * @param text  the cell as it stands; words between `~~` or `<s>` are struck out and give no date
 * @param plan  the plan's period, from which missing years are taken; null leaves them open
 * @param column  the other cells of the column, which settle "March 26"
 */
export function readTimescale(text: string, plan: Period | null, column: readonly string[] = []): TimescaleReading {
  return readTimescaleIn(text, plan, column.length === 0 ? NO_COLUMN : describeTimes(column))
}

/** The same, in the light of a column that was looked over before. */
export function readTimescaleIn(text: string, plan: Period | null, column: ColumnOfTimes): TimescaleReading {
  const words = squeeze(text)
  const live = squeeze(words.slice(0, 2_000).replace(STRUCK, ' ').replace(TAG, ' '))
  const { rhythm, rest } = takeRhythm(live)
  const written = findDates(live, column.isMonthFirst ? 'month-first' : 'day-first')
  const facts: Facts = { text: words, live, rest, rhythm, written, dates: resolveYears(written, plan, column), plan }
  return withDoubts(decideMeaning(facts), facts)
}

function decideMeaning(facts: Facts): Meaning {
  const { live, rhythm, dates, written } = facts
  if (live === '') return unknownTime('There are no words for when.')
  if (STATUS.test(live)) return unknownTime(`“${live}” says how it stands, not when it is due.`)
  if (rhythm) return readRecurring(facts, rhythm)
  const whole =
    readSpan(facts) ?? (RELATIVE.test(live) && written.length === 0 ? dependsOnAnother() : readDuration(facts))
  if (whole) return whole
  if (UNDECIDED.test(live)) return readUndecided(facts)
  if (/^as at\b/i.test(live)) return unknownTime('“As at” says when the figure was taken, not when the action is due.')
  if (ONGOING.test(live)) return readOngoing(facts)
  if (/^[SML](?:\/[SML])*$/.test(live)) {
    return unknownTime('These letters stand for short, medium and long term; the document’s key says how long each is.')
  }
  if (BEGINS_ONLY.test(live) && !/\bby\b/i.test(live) && dates.length === 1) {
    return { ...unknownTime('It says when the work starts, not when it is due.'), ...startOf(dates[0]) }
  }
  return readOnce(facts)
}

function dependsOnAnother(): Meaning {
  return {
    kind: 'relative',
    due: [],
    confidence: 'unsure',
    notes: ['It depends on another event; the date must be set by hand.'],
  }
}

/** "TBC" is no date; "Start: TBD End: January 2019" has an end all the same. */
function readUndecided(facts: Facts): Meaning {
  const endsAt = /\b(?:end|finish|by|due)\b[^a-z]*/i.exec(facts.live)?.index ?? -1
  const hasEnd = facts.dates.some((date) => endsAt >= 0 && date.written.from > endsAt)
  return hasEnd || (facts.dates.length > 0 && !BEGINS_ONLY.test(facts.live))
    ? readOnce(facts)
    : unknownTime('The plan has not settled when.')
}

/** Adds what a careful reader would doubt: a year taken from elsewhere, a date outside the plan, words that are not firm. */
function withDoubts(meaning: Meaning, { text, live, dates, plan, rhythm }: Facts): TimescaleReading {
  const doubts = [...outsidePlan(meaning, plan)]
  const guessed = dates.filter((date) => date.yearFrom === 'plan-guess' && !(rhythm && comesEachYear(date, rhythm)))
  if (meaning.due.length > 0 && guessed.length > 0) {
    doubts.push('The year is a guess from the plan’s period, which has several.')
  }
  if (meaning.due.length > 0 && /\b(?:provisional|approx\w*|circa|about|tb[acd])\b/i.test(live))
    doubts.push('The words say the date is not firm.')
  const notes = [...meaning.notes, ...doubts]
  if (meaning.kind === 'once' && dates.some((date) => date.yearFrom === 'plan'))
    notes.push('The year is taken from the plan’s period.')
  if (/~~|<s>/.test(text)) notes.push('Struck-out words are left aside.')
  const confidence = doubts.length > 0 && meaning.confidence === 'sure' ? 'likely' : meaning.confidence
  return { text, ...meaning, confidence, notes }
}

function outsidePlan(meaning: Meaning, plan: Period | null): string[] {
  if (!plan) return []
  return meaning.due.flatMap(({ on }) => {
    const due = Temporal.PlainDate.from(on)
    if (includes(plan, due)) return []
    if (isBefore(due, plan.starts)) return [`${longDay(due)} is before the plan starts, ${longDay(plan.starts)}.`]
    return [`${longDay(due)} is after the plan ends, ${longDay(lastDay(plan))}.`]
  })
}
