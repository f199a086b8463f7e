import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { type Period, period } from '../../../kernel/period.ts'
import type { TimescaleKind } from '../plan-reading.ts'
import { readTimescale } from './read-timescale.ts'

const YEAR = period('2014-04-01', '2015-04-01')
const THREE_YEARS = period('2024-04-01', '2027-04-01')
const SHARED = new URL('../../../../../shared/examples/timescales.tsv', import.meta.url)

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

  test('a window says when it starts', () => {
    assert.equal(readTimescale('May 2014 - July 2014', YEAR).starts, '2014-05-01')
  })

  test('long or hostile words are answered at once', () => {
    const starts = performance.now()
    for (const words of ['Jan 2015 '.repeat(50_000), 'q1 '.repeat(100_000), '<s>'.repeat(50_000), '1-'.repeat(100_000)])
      readTimescale(words, YEAR)
    assert.ok(performance.now() - starts < 1_000)
  })
})

test('every timescale of the two plans Trellis began with is read as its careful reader did', {
  skip: shared() === null ? 'the shared documents are not here' : false,
}, (t) => {
  const rows = (shared() ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  const wrong = rows.filter(([words = '', span = '', wanted = '{}']) => {
    const want: { kind?: string; due?: string[] } = JSON.parse(wanted)
    const column = rows
      .filter((row) => row[3] === rows.find((each) => each[0] === words)?.[3])
      .map((row) => row[0] ?? '')
    const read = readTimescale(words, periodOf(span), column)
    const due = read.due.map((each, index) => each.on.slice(0, want.due?.[index]?.length ?? 10))
    return read.kind !== want.kind || due.join() !== want.due?.join()
  })
  t.diagnostic(`${rows.length - wrong.length} of ${rows.length} real timescales agree with their careful reading`)
  assert.deepEqual(
    wrong.filter((row) => /seed/.test(row[3] ?? '')).map((row) => row[0]),
    [],
  )
  assert.ok(wrong.length <= rows.length * 0.2)
})

function dates(words: string, plan: Period, column: readonly string[] = []): string {
  return readTimescale(words, plan, column)
    .due.map((due) => due.on)
    .join(' ')
}

function periodOf(span: string): Period | null {
  const found = /(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)/.exec(span)
  if (!found) return null
  return period(`${found[1]}-${found[2]}-01`, Temporal.PlainDate.from(`${found[3]}-${found[4]}-01`).add({ months: 1 }))
}

function shared(): string | null {
  try {
    return readFileSync(SHARED, 'utf8')
  } catch {
    return null
  }
}
