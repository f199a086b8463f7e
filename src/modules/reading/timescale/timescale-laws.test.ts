import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Day, longDay, monthName, shortDay } from '../../../kernel/day.ts'
import { period } from '../../../kernel/period.ts'
import { LONGEST_TIMESCALE } from './clean-words.ts'
import { readTimescale } from './read-timescale.ts'
import { IN_2024_25 } from './timescale-cases.factory.ts'
import { datesInWords, whenInWords } from './timescale-words.ts'

const PLAN = period('2024-04-01', '2027-04-01')
const two = (number: number) => String(number).padStart(2, '0')
const short = (on: Day) => monthName(on.month).slice(0, 3)
const nth = (date: number) =>
  `${date}${date % 10 === 1 && date !== 11 ? 'st' : date % 10 === 2 && date !== 12 ? 'nd' : date % 10 === 3 && date !== 13 ? 'rd' : 'th'}`

/** Ways in which plans write a day and a month. */
const DAY_STYLES: readonly ((on: Day) => string)[] = [
  longDay,
  shortDay,
  (on) => `${nth(on.day)} ${monthName(on.month)} ${on.year}`,
  (on) => `the ${nth(on.day)} of ${monthName(on.month)}, ${on.year}`,
  (on) => `${monthName(on.month)} ${nth(on.day)}, ${on.year}`,
  (on) => `${monthName(on.month)} ${on.day}, ${on.year}`,
  (on) => `${two(on.day)}/${two(on.month)}/${on.year}`,
  (on) => `${on.day}.${on.month}.${two(on.year % 100)}`,
  (on) => `${two(on.day)}-${two(on.month)}-${on.year}`,
  (on) => `${on.day}-${short(on)}-${two(on.year % 100)}`,
  (on) => `${on.day} ${short(on).toUpperCase()} ’${two(on.year % 100)}`,
  (on) => on.toString(),
]
const MONTH_STYLES: readonly ((on: Day) => string)[] = [
  (on) => `${monthName(on.month)} ${on.year}`,
  (on) => `${short(on)} ${on.year}`,
  (on) => `${short(on)}. ${on.year}`,
  (on) => `${monthName(on.month).toUpperCase()} ${on.year}`,
  (on) => `${monthName(on.month)} ’${two(on.year % 100)}`,
  (on) => `${short(on)}-${two(on.year % 100)}`,
  (on) => `${two(on.month)}/${on.year}`,
  (on) => `end of ${monthName(on.month)} ${on.year}`,
]
const BEFORE = ['', 'by ', 'due ', 'by the end of ', 'Deadline: ', '(', 'no later than ']
const days = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((count) => Temporal.PlainDate.from('2019-01-01').add({ days: count }))

describe('whatever is written as the time', () => {
  test('a day in any style reads back as that day, or is unsure', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...DAY_STYLES), fc.constantFrom(...BEFORE), (on, style, before) => {
        const read = readTimescale(`${before}${style(on)}`, PLAN)
        if (read.confidence === 'unsure') return
        assert.deepEqual(read.due, [{ on: on.toString(), precision: 'day' }])
        assert.equal(read.kind, 'once')
      }),
      { numRuns: 600 },
    )
  })

  test('a month in any style is due on its last day, or is unsure', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...MONTH_STYLES), fc.constantFrom(...BEFORE), (on, style, before) => {
        const read = readTimescale(`${before}${style(on)}`, PLAN)
        if (read.confidence === 'unsure') return
        assert.deepEqual(read.due, [{ on: on.with({ day: on.daysInMonth }).toString(), precision: 'month' }])
      }),
      { numRuns: 600 },
    )
  })

  test('two days with “to” between them are a window from the first to the second', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 900 }), fc.constantFrom(longDay, shortDay), (from, more, style) => {
        const to = from.add({ days: more })
        const read = readTimescale(`${style(from)} to ${style(to)}`, null)
        assert.deepEqual([read.kind, read.starts, read.due[0]?.on], ['window', from.toString(), to.toString()])
      }),
    )
  })

  test('the words that show a reading read back to the same dates', () => {
    for (const [words = '', kind] of tableRows()) {
      const read = readTimescale(words, PLAN)
      const dates = read.due.map(({ on }) => on)
      if (dates.length === 0) continue
      assert.deepEqual(
        readTimescale(datesInWords(read), PLAN).due.map(({ on }) => on),
        dates,
        words,
      )
      if (kind !== 'window')
        assert.deepEqual(
          readTimescale(whenInWords(read), PLAN).due.map(({ on }) => on),
          dates,
          words,
        )
    }
  })

  test('words that mean nothing never make a doubtful reading sure, nor a sure one wrong', () => {
    const noise = fc
      .array(fc.stringMatching(/^[b-z]{4,9}$/), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '))
    const known = fc.constantFrom('the', 'report', 'for the board', 'meeting', 'draft', ':', '*', 'in', 'and')
    fc.assert(
      fc.property(
        fc.constantFrom(...tableRows()),
        fc.oneof(noise, known),
        fc.boolean(),
        ([words = '', , due = '', sure = ''], more, isFirst) => {
          const read = readTimescale(
            isFirst ? `${more} ${words}` : `${words} ${more}`,
            period('2024-04-01', '2025-04-01'),
          )
          if (read.confidence === 'unsure') return
          assert.equal(read.due.map(({ on }) => on).join(' '), due)
          assert.ok(sure !== 'unsure' || due === '' || read.confidence !== 'sure')
        },
      ),
      { numRuns: 600 },
    )
  })

  test('no date contradicts the only year that is written', () => {
    const vocabulary = fc.constantFrom(...VOCABULARY)
    fc.assert(
      fc.property(
        fc.array(vocabulary, { maxLength: 6 }),
        fc.array(vocabulary, { maxLength: 6 }),
        fc.integer({ min: 2015, max: 2035 }),
        (before, after, year) => {
          const words = [...before, String(year), ...after].join(' ')
          const read = readTimescale(words, PLAN)
          const years = [...read.due.map(({ on }) => on), read.starts ?? '']
            .filter(Boolean)
            .map((on) => Number(on.slice(0, 4)))
          for (const each of years) assert.ok(Math.abs(each - year) <= 1, `${words}: ${years}`)
          if (read.confidence !== 'unsure') assert.ok(years.length === 0 || years.includes(year), `${words}: ${years}`)
        },
      ),
      { numRuns: 600 },
    )
  })

  test('any text at all is answered, with days of the calendar and a reason for each doubt', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...VOCABULARY, ...MARKS),
        fc.string({ maxLength: 12, unit: 'binary' }),
        fc.nat(99_999).map(String),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(pieces, fc.boolean(), (words, isSpaced) => {
        const read = readTimescale(words.join(isSpaced ? ' ' : ''), PLAN)
        const dates = read.due.map(({ on }) => Temporal.PlainDate.from(on, { overflow: 'reject' }).toString())
        assert.deepEqual(dates, [...new Set(dates)].sort())
        assert.ok(read.confidence === 'sure' || read.notes.length > 0)
        assert.ok(!['unknown', 'relative'].includes(read.kind) || (read.confidence === 'unsure' && dates.length === 0))
      }),
      { numRuns: 600 },
    )
  })

  test('long and hostile words are answered, and no more than a cell’s worth of them is read', {
    timeout: 20_000,
  }, () => {
    const units = [
      'Jan 2015 ',
      'q1 ',
      '<s>',
      '~~',
      '1-',
      '1 - 2 ',
      '[a',
      "' ",
      'the ',
      'end of the ',
      'mid ',
      '(((',
      '12 ',
      'half term ',
      'every ',
      'sept/',
      '&#1',
      'á́́',
      'january'.repeat(9),
    ]
    for (const unit of units) {
      for (const words of [
        unit.repeat(LONGEST_TIMESCALE),
        `${unit.repeat(Math.floor(LONGEST_TIMESCALE / unit.length))}!`,
      ]) {
        const read = readTimescale(words, PLAN)
        assert.equal(read.confidence, 'unsure')
      }
    }
  })
})

const VOCABULARY =
  'by end of mid early late start ongoing quarterly annually March Sept June 26 3rd 12 Q3 autumn term spring Easter half and to - / , ( ) : from until before after TBC completed week commencing financial year academic review report the month within 6 months'
    .split(' ')
    .filter((word) => !['quarterly', 'annually', '6', '26', '12', 'year'].includes(word))
const MARKS = [
  '~~',
  '<s>',
  '</s>',
  '[',
  ']',
  '%',
  "'",
  '’',
  '&',
  '.',
  '2',
  '31/12/',
  '20',
  '/15',
  '1st',
  'every',
  'monthly',
  'twice a year',
  'Febuary',
  'may',
]

function tableRows(): string[][] {
  const rows = IN_2024_25.trim().split('\n')
  return rows.map((line) => line.split('|').map((cell) => cell.trim()))
}
