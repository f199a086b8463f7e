import { parseDay } from '../../../../kernel/day.ts'
import { MONTH_NAMES } from '../../../../kernel/month-names.ts'

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{2}|\d{4})$/i

/**
 * A day as people and spreadsheet programs write it ("31/03/2015", "31 Mar 15", "2015-03-31"), the day before the month, as
 * `2015-03-31`; null for what is no day of the calendar.
 */
export function dayAsTyped(text: string): string | null {
  const said = text.trim()
  const numbers = NUMBERS.exec(said)
  const named = NAMED.exec(said)
  const [, date = '', month = '', year = ''] = numbers ?? named ?? []
  const typed =
    numbers || named ? [longYear(year), numbers ? month : monthOf(month), date].map(twoDigits).join('-') : said
  return parseDay(typed) ? typed : null
}

function monthOf(name: string): string {
  return String(MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1)
}

function longYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

function twoDigits(text: string): string {
  return text.padStart(2, '0')
}
