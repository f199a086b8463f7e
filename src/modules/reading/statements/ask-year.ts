import { lastDay, longPeriod } from '../../../kernel/period.ts'
import { quote } from './quote.ts'
import { type Asker, questionOn } from './statement.ts'

const IS_NOW = /\b(?:most recent|latest|currently|current|at present|this year|today|now stands)\b/i
const IS_AHEAD =
  /\b(?:by|until|target|set to|expected|projected|forecast|will|from|plan(?:s|ned)?|strategy|onwards|due)\b/i
const IS_PAST = /\b(?:was|were|had|achieved|rose|fell|increased|decreased|reached|dropped|improved)\b/i

/** A year that does not belong to the year reported on: old figures called the latest, and what happened after its end. */
export const askYear: Asker = (sentence, _passage, { period }) => {
  if (!period || sentence.figures.length === 0) return []
  const years = yearsIn(sentence.text)
  const newest = Math.max(...years)
  if (years.length === 0) return []
  const about = longPeriod(period)
  const old = IS_NOW.test(sentence.text) && newest < period.starts.year
  const ahead = newest > lastDay(period).year + 1 && IS_PAST.test(sentence.text) && !IS_AHEAD.test(sentence.text)
  if (!old && !ahead) return []
  const message = old
    ? `The figures in ${quote(sentence.text)} are called recent and are of ${newest}; the report is for ${about}. Are newer ones out?`
    : `${quote(sentence.text)} tells of ${newest}; the report is for ${about}. Is the year mistyped?`
  return [questionOn(sentence, { code: 'statement-year', message })]
}

/** Years named, a financial year by its second half: 2012/13 is 2013. */
function yearsIn(text: string): number[] {
  return [...text.matchAll(/\b((?:19|20)\d\d)(?: ?[-/–] ?((?:20)?\d\d))?\b/g)].map(([, first = '', second]) =>
    second === undefined ? Number(first) : Number(second.length === 2 ? first.slice(0, 2) + second : second),
  )
}
