import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Comparable, ComparableRow } from './comparable.ts'
import { aDocument, aPlanOf, aRow, reportOn } from './invented-documents.factory.ts'
import { type Matching, matchDocuments } from './match-documents.ts'

const PLAN = aPlanOf(60)
const shuffled = fc.shuffledSubarray([...PLAN.rows.keys()], { minLength: 60 })
const some = fc.shuffledSubarray([...PLAN.rows.keys()])

describe('pairing a report with its plan', () => {
  test('the same document pairs each row with itself, sure, and nothing changed', () => {
    const { pairs, planOnly, reportOnly } = matchDocuments(PLAN, PLAN)
    assert.deepEqual([planOnly, reportOnly], [[], []])
    assert.ok(pairs.every((pair) => pair.plan === pair.report && pair.confidence === 'sure'))
    assert.ok(pairs.every((pair) => !pair.renumbered && !pair.reworded && pair.changes.length === 0))
  })

  test('rows in any order, numbered anew, find their own', () => {
    fc.assert(
      fc.property(shuffled, (order) => {
        const { pairs } = matchDocuments(
          PLAN,
          reportOn(PLAN, order, (_, at) => `${at + 1}`),
        )
        assert.equal(pairs.length, 60)
        assert.ok(pairs.every(isRight))
        assert.ok(pairs.every((pair) => pair.renumbered && !pair.reworded))
      }),
      { numRuns: 12 },
    )
  })

  test('numbers handed on to the next row lead nobody astray', () => {
    const refs = PLAN.rows.map(({ ref }) => ref)
    const { pairs } = matchDocuments(
      PLAN,
      reportOn(PLAN, undefined, (_, at) => refs[(at + 1) % 60] ?? null),
    )
    assert.ok(pairs.length === 60 && pairs.every(isRight))
  })

  test('it pairs the same rows whichever document comes first', () => {
    fc.assert(
      fc.property(some, fc.nat(6), (order, every) => {
        const report = mapRows(reportOn(PLAN, order), (row, at) =>
          at % (every + 2) === 0 ? { ...row, text: `${row.text} and further afield` } : row,
        )
        const there = matchDocuments(PLAN, report).pairs.map(({ plan, report: other }) => `${plan} ${other}`)
        const back = matchDocuments(report, PLAN).pairs.map(({ plan: other, report: plan }) => `${plan} ${other}`)
        assert.deepEqual(there.sort(), back.sort())
      }),
      { numRuns: 12 },
    )
  })

  test('no row is lost and none is in two pairs, whatever the documents hold', () => {
    const text = fc.array(fc.constantFrom('Annual', 'report', 'hub', 'open', 'the', '<b>', 'é', '1.2'), {
      maxLength: 5,
    })
    const document = fc
      .array(fc.record({ text, ref: fc.option(fc.constantFrom('1', '1.1', '2')) }), { maxLength: 12 })
      .map((rows) => aDocument(rows.map((row, at) => aRow({ id: `${at}`, ref: row.ref, text: row.text.join(' ') }))))
    fc.assert(
      fc.property(document, document, (plan, report) => {
        const matching = matchDocuments(plan, report)
        assert.deepEqual(idsOf(matching, 'plan'), plan.rows.map(({ id }) => id).sort())
        assert.deepEqual(idsOf(matching, 'report'), report.rows.map(({ id }) => id).sort())
      }),
      { numRuns: 100 },
    )
  })

  test('rows dropped and rows added are said so, and not forced together', () => {
    const strangers = [
      'Appoint a designated doctor for looked-after health',
      'Sign the information sharing protocol',
      'Refurbish the contact centre',
    ]
    const order = [...PLAN.rows.keys()].filter((at) => ![4, 5, 30].includes(at))
    const report = reportOn(PLAN, order)
    const added = strangers.map((text, at) =>
      aRow({ id: `new${at}`, ref: `1.${5 + at}`, text, trail: ['A good start'] }),
    )
    const rows = [...report.rows.slice(0, 4), ...added, ...report.rows.slice(4)]
    const { pairs, planOnly, reportOnly } = matchDocuments(PLAN, { ...report, rows })
    assert.deepEqual(planOnly, ['p5', 'p6', 'p31'])
    assert.deepEqual(reportOnly, ['new0', 'new1', 'new2'])
    assert.ok(pairs.every(isRight))
  })

  test('ten rows that say the same are told apart by the aims they stand under', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      aRow({ id: `p${at}`, ref: `${at + 1}.1`, text: 'Annual report', trail: [`Aim ${AIM_NAMES[at]}`] }),
    )
    const plan = aDocument(rows)
    const { pairs } = matchDocuments(
      plan,
      reportOn(plan, [7, 2, 9, 0, 4, 1, 8, 3, 6, 5], (_, at) => `${at + 1}.1`),
    )
    assert.ok(pairs.length === 10 && pairs.every(isRight))
    assert.ok(pairs.every(({ confidence }) => confidence !== 'unsure'))
  })

  test('rows that nothing tells apart keep their order, and nobody is sure of them', () => {
    const plan = aDocument(Array.from({ length: 6 }, (_, at) => aRow({ id: `p${at}`, text: 'Progress report' })))
    const { pairs } = matchDocuments(plan, reportOn(plan))
    assert.ok(pairs.length === 6 && pairs.every(isRight))
    assert.ok(pairs.every(({ confidence }) => confidence !== 'sure'))
  })

  const rewordings: readonly (readonly [how: string, before: string, after: string])[] = [
    [
      'cut short',
      'Open a toy library in every ward by spring, with the libraries service',
      'Open a toy library in every ward',
    ],
    [
      'spun out',
      'Train forty foster carers',
      'Train forty foster carers in life story work, with the virtual school and two charities',
    ],
    ['another verb', 'Publish a leaflet about speech clinics', 'Produce a leaflet about speech clinics'],
    ['misspelt', 'Review paediatric audiology pathways', 'Review peadiatric audiolgy pathways'],
    ['turned round', 'Evaluate breakfast clubs in primary schools', 'Primary schools’ breakfast clubs evaluated'],
  ]
  for (const [how, before, after] of rewordings) {
    test(`a row ${how} is found, and what changed is shown`, () => {
      const plan = mapRows(PLAN, (row, at) => (at === 20 ? { ...row, text: before } : row))
      const report = mapRows(reportOn(PLAN), (row, at) => (at === 20 ? { ...row, text: after } : row))
      const pair = matchDocuments(plan, report).pairs.find((each) => each.plan === 'p21')
      assert.equal(pair?.report, 'r-p21')
      assert.ok(pair?.reworded && pair.changes.some(({ kind }) => kind !== 'same'))
    })
  }

  test('when every row is reworded, some are dropped and some are new, nobody is given a wrong partner', () => {
    const change = fc.constantFrom('cut', 'fill', 'keep', 'keep', 'keep')
    const changes = fc.array(fc.array(change, { minLength: 12, maxLength: 12 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(some, changes, (order, how) => {
        const report = mapRows(
          reportOn(PLAN, order, (_, at) => `${at + 1}`),
          (row, at) => ({
            ...row,
            text: reworded(row.text, how[at] ?? []),
          }),
        )
        const { pairs } = matchDocuments(PLAN, report)
        const wrong = pairs.filter((pair) => !isRight(pair))
        assert.deepEqual(
          wrong.filter(({ confidence }) => confidence === 'sure'),
          [],
        )
        assert.ok(wrong.length <= 2, `${wrong.length} of ${pairs.length} are wrong`)
        assert.ok(pairs.length - wrong.length >= 0.9 * order.length, `${pairs.length} of ${order.length}`)
      }),
      { numRuns: 10 },
    )
  })

  test('nothing pairs with an empty document', () => {
    const empty = aDocument([])
    assert.deepEqual(matchDocuments(empty, empty), { pairs: [], planOnly: [], reportOnly: [] })
    assert.equal(matchDocuments(PLAN, empty).planOnly.length, 60)
    assert.equal(matchDocuments(empty, PLAN).reportOnly.length, 60)
  })

  test('a thousand rows in another order, numbered anew, all find their own', () => {
    const plan = aPlanOf(1000)
    const order = [...plan.rows.keys()].sort((a, b) => ((a * 7919) % 1000) - ((b * 7919) % 1000))
    const { pairs } = matchDocuments(
      plan,
      reportOn(plan, order, (_, at) => `${at}`),
    )
    assert.ok(pairs.length === 1000 && pairs.every(isRight))
  })
})

describe('a row told in two, and two told in one', () => {
  const whole = 'Train forty foster carers in life story work and recruit ten mentors for care leavers'
  const pieces = ['Train forty foster carers in life story work', 'Recruit ten mentors for care leavers'] as const
  const told = (texts: readonly string[], id: string) => texts.map((text, at) => aRow({ id: `${id}${at}`, text }))
  const around = (rows: readonly ComparableRow[], from: Comparable) => ({
    ...from,
    rows: [...from.rows.slice(0, 10), ...rows, ...from.rows.slice(10)],
  })

  test('a plan’s row that the report tells in two is one pair with a row beside it', () => {
    const matching = matchDocuments(around(told([whole], 'w'), PLAN), around(told(pieces, 'x'), reportOn(PLAN)))
    const pair = matching.pairs.find(({ plan }) => plan === 'w0')
    assert.deepEqual([pair?.report, ...(pair?.alsoReport ?? [])].sort(), ['x0', 'x1'])
    assert.deepEqual([matching.planOnly, matching.reportOnly], [[], []])
  })

  test('two rows that the report tells in one are one pair with a row beside it', () => {
    const matching = matchDocuments(around(told(pieces, 'x'), PLAN), around(told([whole], 'w'), reportOn(PLAN)))
    const pair = matching.pairs.find(({ report }) => report === 'w0')
    assert.deepEqual([pair?.plan, ...(pair?.alsoPlan ?? [])].sort(), ['x0', 'x1'])
    assert.deepEqual([matching.planOnly, matching.reportOnly], [[], []])
  })
})

const AIM_NAMES = 'health schooling safety voice work play housing care money culture'.split(' ')

function isRight({ plan, report }: { readonly plan: string; readonly report: string }): boolean {
  return report === `r-${plan}`
}

/** Drops a word here and puts a word of no account in there; a first and a last word are kept, and two of three words. */
function reworded(text: string, how: readonly string[]): string {
  const words = text.split(' ')
  const mayGo = [...how.keys()].filter((at) => how[at] === 'cut' && at > 0 && at < words.length - 1)
  const gone = new Set(mayGo.slice(0, Math.floor(words.length / 3)))
  return words
    .flatMap((word, at) => (gone.has(at) ? [] : how[at] === 'fill' && at > 0 ? [word, 'partnership'] : [word]))
    .join(' ')
}

function mapRows(document: Comparable, change: (row: ComparableRow, at: number) => ComparableRow): Comparable {
  return { ...document, rows: document.rows.map(change) }
}

function idsOf({ pairs, planOnly, reportOnly }: Matching, side: 'plan' | 'report'): readonly string[] {
  const paired = pairs.flatMap((pair) => [pair[side], ...(side === 'plan' ? pair.alsoPlan : pair.alsoReport)])
  return [...paired, ...(side === 'plan' ? planOnly : reportOnly)].sort()
}
