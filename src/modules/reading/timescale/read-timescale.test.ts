import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Period, period } from '../../../kernel/period.ts'
import type { TimescaleKind } from '../plan-reading.ts'
import { readTimescale, timescaleReader } from './read-timescale.ts'

const YEAR = period('2014-04-01', '2015-04-01')
const THREE_YEARS = period('2024-04-01', '2027-04-01')

type Case = readonly [words: string, kind: TimescaleKind, due: string]
const IN_ONE_YEAR: readonly Case[] = [
  ['June 2014', 'once', '2014-06-30'],
  ['Feb 2015', 'once', '2015-02-28'],
  ['by end of Sept. 2014', 'once', '2014-09-30'],
  ['January', 'once', '2015-01-31'],
  ['15 May 2014', 'once', '2014-05-15'],
  ['March 3rd, 2015', 'once', '2015-03-03'],
  ['01/12/2014', 'once', '2014-12-01'],
  ['2014-11-07', 'once', '2014-11-07'],
  ['Jun 2014 Jun 2014 Last report Dec 2014', 'once', '2014-06-30 2014-12-31'],
  ['Twice yearly June & Jan', 'recurring', '2014-06-30 2015-01-31'],
  ['Twice annual (May/November)', 'recurring', '2014-05-31 2014-11-30'],
  ['Biannual May & October 2014', 'recurring', '2014-05-31 2014-10-31'],
  ['Nov & Feb 2015', 'recurring', '2014-11-30 2015-02-28'],
  ['Quarterly July, Oct & Jan', 'recurring', '2014-07-31 2014-10-31 2015-01-31'],
  ['Annually August', 'recurring', '2014-08-31'],
  ['Annually Dec 2014', 'recurring', '2014-12-31'],
  ['Quarterly', 'recurring', '2014-06-30 2014-09-30 2014-12-31 2015-03-31'],
  ['every six months', 'recurring', '2014-09-30 2015-03-31'],
  ['Bi-monthly', 'recurring', ''],
  ['Weekly', 'recurring', ''],
  ['May 2014 to July 2014', 'window', '2014-07-31'],
  ['Start: May 2014 End: August 2014', 'window', '2014-08-31'],
  ['Q3 2014/15', 'once', '2014-12-31'],
  ['Q4 2014/15', 'once', '2015-03-31'],
  ['end of autumn term', 'once', '2014-12-31'],
  ['Ongoing', 'ongoing', ''],
  ['Commenced May 2013', 'ongoing', ''],
  ['TBC', 'unknown', ''],
  ['Completed', 'unknown', ''],
  ['In progress', 'unknown', ''],
  ['Start: June 2014', 'unknown', ''],
  ['within six months of the inspection', 'relative', ''],
  ['Following the peer review', 'relative', ''],
  ['six months', 'once', '2014-09-30'],
  ['~~May 2014~~ July 2014', 'once', '2014-07-31'],
  ['<s>May 2014</s>', 'unknown', ''],
  ['', 'unknown', ''],
]

describe('a timescale becomes dates', () => {
  for (const [words, kind, due] of IN_ONE_YEAR) {
    test(`“${words}” in a plan for 2014/15 is ${kind}${due ? `: ${due}` : ''}`, () => {
      const read = readTimescale(words, YEAR)
      assert.equal(read.kind, kind)
      assert.equal(dates(words, YEAR), due)
      assert.equal(read.text, words)
    })
  }

  test('a month each year falls due in each year of a longer plan', () => {
    assert.equal(dates('Annually July', THREE_YEARS), '2024-07-31 2025-07-31 2026-07-31')
  })

  test('months named with a rhythm fall due in each year of a longer plan; without one, or with a year, once', () => {
    const plan = period('2014-04-01', '2017-04-01')
    const each = '2014-09-30 2015-03-31 2015-09-30 2016-03-31 2016-09-30 2017-03-31'
    assert.equal(dates('Twice annually Sept & March', plan), each)
    assert.deepEqual(readTimescale('Twice annually Sept & March', plan).notes, [])
    assert.equal(
      dates('Quarterly Oct & Jan', plan),
      '2014-10-31 2015-01-31 2015-10-31 2016-01-31 2016-10-31 2017-01-31',
    )
    assert.equal(dates('Sept & March', plan), '2014-09-30 2015-03-31')
    assert.equal(dates('Biannual May & October 2014', plan), '2014-05-31 2014-10-31')
    assert.equal(dates('Every two years in June', plan), '2014-06-30')
  })

  test('a first date “then annually” is repeated to the plan’s end', () => {
    assert.equal(dates('March 2025 then annually', THREE_YEARS), '2025-03-31 2026-03-31 2027-03-31')
  })

  test('“March 26” is a year where the column holds months with years, and a day where it holds days', () => {
    assert.equal(dates('March 26', YEAR, ['May 2025', 'June 2026']), '2026-03-31')
    assert.equal(dates('March 26', YEAR, ['4th May', '12 June']), '2015-03-26')
    assert.equal(dates('June 26', THREE_YEARS), '2026-06-30')
    assert.equal(dates('26 June', THREE_YEARS), '2024-06-26')
  })

  test('April 1 and 4 January are told apart by the way the column writes', () => {
    assert.equal(dates('04/01/2015', YEAR), '2015-01-04')
    assert.equal(dates('04/01/2015', YEAR, ['05/31/2014']), '2015-04-01')
  })

  test('a date after the plan ends is kept, and noted', () => {
    const read = readTimescale('November 2015', YEAR)
    assert.deepEqual([read.due[0]?.on, read.confidence], ['2015-11-30', 'likely'])
    assert.match(read.notes.join(' '), /after the plan ends, 31 March 2015/)
  })

  test('months that do not add up to the rhythm are kept, and the mismatch is noted', () => {
    const read = readTimescale('Quarterly Oct & Jan', YEAR)
    assert.match(read.notes.join(' '), /2 of 4/)
    assert.equal(read.confidence, 'likely')
  })

  test('“biannual” is settled by two months, and asked about without them', () => {
    assert.equal(readTimescale('Bi Annual Aug/Feb', YEAR).confidence, 'sure')
    assert.equal(readTimescale('Biannual', YEAR).confidence, 'unsure')
  })

  test('without a plan’s period no year is invented', () => {
    assert.deepEqual(readTimescale('September', null).due, [])
    assert.deepEqual(readTimescale('Twice a year May & Nov', null).due, [])
  })

  test('a day that the calendar does not have is noted once', () => {
    const noDay = ['The calendar has no such day; it must be set by hand.']
    for (const words of ['31 June', '31 June 2014', '30 February', '31/06/2014']) {
      const { due, confidence, notes } = readTimescale(words, YEAR)
      assert.deepEqual([due, confidence, notes], [[], 'unsure', noDay], words)
    }
  })

  test('a window says when it starts', () => {
    assert.equal(readTimescale('May 2014 - July 2014', YEAR).starts, '2014-05-01')
  })
})

function dates(words: string, plan: Period, column: readonly string[] = []): string {
  return readTimescale(words, plan, column)
    .due.map((due) => due.on)
    .join(' ')
}

test('a column of thousands is looked over once, and each of its cells is read as it is alone', () => {
  const said = ['May', 'March 26', 'Sept & March', 'see above', 'Quarterly Oct & Jan', 'June 2025']
  const column = Array.from({ length: 20_000 }, (_, at) => said[at % said.length] ?? '')
  const read = timescaleReader(YEAR, column)
  const readings = new Set(column.map(read))
  assert.equal(readings.size, said.length, 'what was read before is read again')
  for (const text of said) assert.deepEqual(read(text), readTimescale(text, YEAR, column))
})
