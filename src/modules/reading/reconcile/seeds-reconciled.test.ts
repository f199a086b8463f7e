import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readShared, sharedFolder, skipWithout } from '../shared-documents.factory.ts'
import { comparableFrom } from './comparable.ts'
import { type Reconciliation, reconcileDocuments } from './reconcile-documents.ts'
import { reconciliationJson } from './reconciliation-json.ts'

const SEEDS = sharedFolder('seeds')

async function reconcileSeeds(first: string, second: string): Promise<Reconciliation> {
  const [plan, report] = await Promise.all([readShared(SEEDS, first), readShared(SEEDS, second)])
  return reconcileDocuments(comparableFrom(plan.reading), comparableFrom(report.reading))
}

describe('a real plan and its real report', { skip: skipWithout(SEEDS) }, () => {
  let result: Reconciliation
  before(async () => {
    result = await reconcileSeeds('000', '001')
  })

  test('82 of 82 rows are paired, 39 of them renumbered, and all are sure', () => {
    assert.equal(result.pairs.length, 82)
    assert.equal(result.pairs.filter(({ renumbered }) => renumbered).length, 39)
    assert.deepEqual([result.planOnly, result.reportOnly], [[], []])
    assert.ok(result.pairs.every(({ confidence }) => confidence === 'sure'))
  })

  test('none is wrong: by bare letters, no other row of the report is as near to the plan’s row', () => {
    const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
    const textOf = (side: 'plan' | 'report', id: string) =>
      letters(result[side].rows.find((row) => row.id === id)?.text ?? '')
    for (const { plan, report } of result.pairs) {
      const own = editsBetween(textOf('plan', plan), textOf('report', report))
      const nearest = Math.min(
        ...result.report.rows
          .filter(({ id }) => id !== report)
          .map(({ text }) => editsBetween(textOf('plan', plan), letters(text))),
      )
      assert.ok(3 * own < nearest, `${plan}: ${own} edits, another row ${nearest}`)
    }
  })

  test('joining on the reference would have paired 27 rows wrongly', () => {
    const ref = (side: 'plan' | 'report', id: string) => result[side].rows.find((row) => row.id === id)?.ref
    const refs = new Set(result.report.rows.map((row) => row.ref))
    const wrong = result.pairs.filter(
      ({ plan, report }) => refs.has(ref('plan', plan) ?? '') && ref('plan', plan) !== ref('report', report),
    )
    assert.equal(wrong.length, 27)
  })

  test('18 are not reported, and 76, 55 and 5 do not agree with what is counted', () => {
    const { disposals, claims } = reconciliationJson(result)
    assert.equal(disposals['not-reported']?.length, 18)
    assert.deepEqual(
      claims.map(({ claimed, agrees }) => [claimed, agrees]),
      [
        [76, false],
        [55, false],
        [5, false],
      ],
    )
    assert.deepEqual(result.leftOver, { named: 60, ofClaimed: 16, ofCounted: 22 })
  })

  test('of the six items promised to the next plan, it has no trace', async () => {
    const { promised } = await reconcileSeeds('001', '002')
    assert.deepEqual(
      promised.map(({ answer }) => answer),
      Array.from({ length: 6 }, () => 'no-trace'),
    )
    for (const { words, nearest } of promised) assert.ok(words !== '' && nearest !== null && nearest.missing.length > 0)
  })
})

/** How many letters must be put in, taken out or changed to make one text the other (Levenshtein). */
function editsBetween(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, at) => at)
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1]
    for (const [at, other] of [...two].entries()) {
      const change = (row[at] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row[two.length] ?? 0
}
