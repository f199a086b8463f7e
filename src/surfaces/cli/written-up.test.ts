import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { comparableFrom, reconcileDocuments, reconciliationJson } from '../../modules/reading/index.ts'
import { markdownTable, readText } from '../../modules/reading/reading.factory.ts'

const PLAN = `# Plan for Testing 2025/26

The plan has a total of 9 actions.

Blue – finished

## Aim 1: Safe at home

Why this is important to us: homes are cold

${markdownTable([
  ['Ref', 'Action', 'Timescale', 'Measure', 'Lead: Ann Hill', 'Progress', 'RAG', 'Budget'],
  ['1.1', 'Open a hub', 'June 2025', 'Report', 'Bob Ray', 'Carried forward to next year', 'Blue', '£400'],
])}

${markdownTable([
  ['Risk', 'Likelihood', 'Impact', 'Mitigation'],
  ['No staff', 'High', 'High', 'Recruit early'],
])}
`

test('every field of the JSON that the commands print is written up', async () => {
  const said = await readFile(new URL('../../../docs/operations/command-line.md', import.meta.url), 'utf8')
  const reading = await readText(PLAN, 'plan.md')
  assert.ok(reading.actions.length > 0 && reading.claims.length > 0 && (reading.tables ?? []).length > 0)
  const sides = [
    comparableFrom(reading),
    comparableFrom(await readText(PLAN.replace('1.1 ', '2.1 '), 'report.md')),
  ] as const
  const printed = [reading, reconciliationJson(reconcileDocuments(...sides))]
  assert.deepEqual(
    [...new Set(printed.flatMap(keysOf))].filter((key) => !said.includes(`"${key}"`)),
    [],
  )
})

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [key, ...keysOf(inner)]))
}
