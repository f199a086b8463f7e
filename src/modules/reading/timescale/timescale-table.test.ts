import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Period, period } from '../../../kernel/period.ts'
import { readTimescale } from './read-timescale.ts'
import { IN_2024_25, IN_THREE_YEARS, WITHOUT_A_PLAN } from './timescale-cases.factory.ts'

const TABLES: readonly (readonly [name: string, table: string, plan: Period | null])[] = [
  ['a plan for 2024/25', IN_2024_25, period('2024-04-01', '2025-04-01')],
  ['a plan for three years', IN_THREE_YEARS, period('2024-04-01', '2027-04-01')],
  ['a plan whose period is not known', WITHOUT_A_PLAN, null],
]

for (const [name, table, plan] of TABLES) {
  describe(`timescales in ${name}`, () => {
    for (const [words = '', kind = '', due = '', confidence = ''] of rowsOf(table)) {
      test(`“${words}” is ${kind}${due ? ` on ${due}` : ''}, ${confidence}`, () => {
        const read = readTimescale(words, plan)
        const said = { kind: read.kind, due: read.due.map(({ on }) => on).join(' '), confidence: read.confidence }
        assert.deepEqual(said, { kind, due, confidence })
        if (confidence !== 'sure') assert.ok(read.notes.length > 0, 'a doubt has its reason')
      })
    }
  })
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}
