import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Correction, correctMatching } from './correct-matching.ts'
import { aDocument, aPlanOf, aRow, reportOn } from './invented-documents.factory.ts'
import { matchDocuments } from './match-documents.ts'
import { compareDocuments, reconciliationOf } from './reconcile-documents.ts'

const PLAN = aPlanOf(8)
const REPORT = reportOn(PLAN)
const MATCHING = matchDocuments(PLAN, REPORT)

function aCorrection(kind: Correction['kind'], plan: string, report: string): Correction {
  return { id: `${kind} ${plan} ${report}`, kind, plan, report, by: 'Mina Manager' }
}

describe('a pair corrected by a person', () => {
  test('unpaired rows are each in one document only', () => {
    const { planOnly, reportOnly, pairs } = correctMatching(PLAN, REPORT, MATCHING, [
      aCorrection('unpair', 'p3', 'r-p3'),
    ])
    assert.deepEqual([planOnly, reportOnly, pairs.length], [['p3'], ['r-p3'], 7])
  })

  test('rows paired by hand leave the pairs they were in, and say who paired them', () => {
    const { planOnly, reportOnly, pairs, correctedBy } = correctMatching(PLAN, REPORT, MATCHING, [
      aCorrection('pair', 'p3', 'r-p5'),
    ])
    assert.deepEqual([planOnly, reportOnly], [['p5'], ['r-p3']])
    assert.deepEqual(pairs.find(({ plan }) => plan === 'p3')?.reasons, ['Paired by Mina Manager.'])
    assert.deepEqual([...correctedBy.keys()], ['p3'])
  })

  test('without corrections nothing changes', () => {
    const { pairs } = correctMatching(PLAN, REPORT, MATCHING, [])
    assert.deepEqual(pairs, MATCHING.pairs)
  })

  test('whatever is corrected, no row is lost and none is in two pairs', () => {
    const row = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p9')
    const corrections = fc.array(
      fc
        .record({ kind: fc.constantFrom('pair' as const, 'unpair' as const), plan: row, report: row })
        .map(({ kind, plan, report }) => aCorrection(kind, plan, `r-${report}`)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(corrections, (given) => {
        const { pairs, planOnly, reportOnly } = correctMatching(PLAN, REPORT, MATCHING, given)
        assert.deepEqual([...pairs.map(({ plan }) => plan), ...planOnly].sort(), PLAN.rows.map(({ id }) => id).sort())
        assert.deepEqual(
          [...pairs.map(({ report }) => report), ...reportOnly].sort(),
          REPORT.rows.map(({ id }) => id).sort(),
        )
      }),
    )
  })

  test('a promise found by a person is taken up', () => {
    const from = aDocument([aRow({ id: 'p1', text: 'Open a toy library', narrative: 'Carried forward to 2027/28' })])
    const next = aDocument([aRow({ id: 'n1', text: 'Lend games to families' })])
    const compared = compareDocuments(from, next)
    assert.equal(reconciliationOf(compared, []).promised[0]?.answer, 'no-trace')
    assert.equal(reconciliationOf(compared, [aCorrection('pair', 'p1', 'n1')]).promised[0]?.answer, 'taken-up')
  })
})
