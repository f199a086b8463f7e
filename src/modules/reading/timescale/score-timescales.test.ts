import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { type Period, period } from '../../../kernel/period.ts'
import type { TimescaleReading } from '../plan-reading.ts'
import { sharedFolder, skipWithout } from '../shared-documents.factory.ts'
import { readTimescale } from './read-timescale.ts'

type Row = { words: string; plan: Period | null; source: string; want: { kind: string; due: string[]; note: string } }
type Scored = Row & { read: TimescaleReading; isExact: boolean; isRight: boolean }

const shared = sharedFolder('examples')

/** Real strings with a careful reader's interpretation: the misses are printed, and none may be confident. */
describe('the timescales of real plans are read as a careful reader read them', { skip: skipWithout(shared) }, () => {
  const scored =
    shared.names.length === 0 ? [] : score(rowsOf(readFileSync(new URL('timescales.tsv', shared.url), 'utf8')))

  test('at least 97 of a hundred have the right kind and dates', (t) => {
    for (const row of scored.filter(({ isExact }) => !isExact)) t.diagnostic(describeMiss(row))
    const [exact, right] = [
      scored.filter(({ isExact }) => isExact).length,
      scored.filter(({ isRight }) => isRight).length,
    ]
    t.diagnostic(`${exact} of ${scored.length} agree to the letter; ${right} agree where a low confidence is respected`)
    assert.ok(right >= scored.length * 0.97)
    assert.ok(exact >= scored.length * 0.95)
  })

  test('every one that is not right to the letter is flagged unsure', () => {
    const confident = scored.filter(({ isExact, read }) => !isExact && read.confidence !== 'unsure')
    assert.deepEqual(confident.map(describeMiss), [])
  })

  test('every one that the careful reader doubted is flagged unsure', () => {
    const bold = scored.filter(({ want, read }) => /low confidence/.test(want.note) && read.confidence !== 'unsure')
    assert.deepEqual(bold.map(describeMiss), [])
  })

  test('without the rest of the column none is confidently wrong either', () => {
    const alone = score(scored, () => [])
    assert.deepEqual(
      alone.filter(({ isExact, read }) => !isExact && read.confidence !== 'unsure').map(describeMiss),
      [],
    )
  })
})

function rowsOf(tsv: string): Row[] {
  const lines = tsv.trim().split('\n').slice(1)
  return lines.map((line) => {
    const [words = '', span = '', wanted = '{}', source = ''] = line.split('\t')
    return { words, plan: periodOf(span), source, want: JSON.parse(wanted) }
  })
}

function score(
  rows: readonly Row[],
  columnOf = (row: Row) => rows.filter(({ source }) => source === row.source).map(({ words }) => words),
): Scored[] {
  return rows.map((row) => {
    const read = readTimescale(row.words, row.plan, columnOf(row))
    const due = read.due.map(({ on }, index) => on.slice(0, row.want.due[index]?.length ?? 10)).join()
    const isExact = read.kind === row.want.kind && due === row.want.due.join()
    return { ...row, read, isExact, isRight: isExact || isRespected(row, read) }
  })
}

/** A low confidence of the careful reader's is met by the same kind, unsure; an "event-relative" unknown is the kind `relative`. */
function isRespected({ want }: Row, read: TimescaleReading): boolean {
  if (read.confidence !== 'unsure') return false
  return /low confidence/.test(want.note)
    ? read.kind === want.kind
    : /event-relative/.test(want.note) && read.kind === 'relative' && read.due.length === 0
}

function describeMiss({ words, want, read }: Scored): string {
  const said = read.due.map(({ on }) => on).join(' ')
  return `“${words}” wanted ${want.kind} ${want.due.join(' ')}; read ${read.kind} ${said} (${read.confidence})`
}

function periodOf(span: string): Period | null {
  const found = /(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)/.exec(span)
  return (
    found &&
    period(`${found[1]}-${found[2]}-01`, Temporal.PlainDate.from(`${found[3]}-${found[4]}-01`).add({ months: 1 }))
  )
}
