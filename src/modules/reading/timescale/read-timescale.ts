import type { Period } from '../../../kernel/period.ts'
import { squeeze } from '../formats/inline-text.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import { addDoubts } from './add-doubts.ts'
import { cleanWords } from './clean-words.ts'
import { type ColumnOfTimes, describeTimes, NO_COLUMN } from './column-of-times.ts'
import { decideMeaning } from './decide-meaning.ts'
import { gatherFacts } from './facts.ts'
import { parsePhrases } from './grammar/parse-phrases.ts'
import { cellAbove, likeAbove } from './see-above.ts'

export { datesInWords, whenInWords } from './timescale-words.ts'

/**
 * Understands a plan's own words for when as dated duties; the words are kept beside the reading. A month alone is due on its last day.
 *
 * @param text  the cell as it stands; words between `~~` or `<s>` are struck out and give no date
 * @param plan  the plan's period, from which missing years are taken; null leaves them open
 * @param column  the cells of the whole column in their order, which settle "March 26" and "see above"
 * @see docs/methods/timescales.md
 */
export function readTimescale(text: string, plan: Period | null, column: readonly string[] = []): TimescaleReading {
  return timescaleReader(plan, column)(text)
}

/**
 * Reads the cells of one column, each as {@link readTimescale} does. The column is looked over once and cells that say the same are read
 * once, so that thousands of actions are read in the time it takes to read the few things they say.
 */
export function timescaleReader(plan: Period | null, column: readonly string[]): (text: string) => TimescaleReading {
  const times = column.length === 0 ? NO_COLUMN : describeTimes(column)
  return readEachOnce((text) => {
    const above = cellAbove(text, column)
    return above === null ? readTimescaleIn(text, plan, times) : likeAbove(text, readTimescaleIn(above, plan, times))
  })
}

/** The same, in the light of a column that was looked over before. */
export function readTimescaleIn(text: string, plan: Period | null, column: ColumnOfTimes): TimescaleReading {
  const clean = cleanWords(text)
  const phrases = parsePhrases(clean.live, column.isMonthFirst ? 'month-first' : 'day-first')
  const facts = gatherFacts(clean.live, phrases, plan, column)
  return { text: squeeze(text), ...addDoubts(decideMeaning(facts), facts, clean) }
}

/** A column says the same few times over and over; each is read once. */
export function readEachOnce<Reading>(read: (words: string) => Reading): (words: string) => Reading {
  const known = new Map<string, Reading>()
  return (words) => {
    const reading = known.get(words) ?? read(words)
    known.set(words, reading)
    return reading
  }
}
