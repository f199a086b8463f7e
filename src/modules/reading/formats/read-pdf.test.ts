import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBytes } from '../reading.factory.ts'
import { printedTable, printPdf, type TableStyle } from './pdf/printed.factory.ts'
import { inventedActions, PRINTED_NAMES, PRINTED_WIDTHS, printedFields } from './pdf/printed-plan.factory.ts'

const STYLES: readonly (readonly [string, TableStyle])[] = [
  ['a full grid', { stroke: 'grid' }],
  ['a full grid, its cells in the middle', { stroke: 'grid', middle: true }],
  ['a grid whose names are not repeated', { stroke: 'grid', repeats: false }],
  ['lines between rows alone', { stroke: 'across' }],
  ['lines between columns alone', { stroke: 'down' }],
  ['no lines', { stroke: 'none' }],
  ['no lines, its cells in the middle', { stroke: 'none', middle: true }],
  ['stripes and no lines', { stroke: 'none', shades: 'zebra' }],
  ['stripes and lines', { stroke: 'grid', shades: 'zebra' }],
]

describe('a printed plan comes back action by action, field by field', () => {
  const actions = inventedActions(40)
  for (const [what, style] of STYLES) {
    test(`with ${what}`, async () => {
      const rows = actions.map((action) => [action.ref, action.text, action.measure, action.when, action.lead])
      const table = printedTable({ widths: PRINTED_WIDTHS, names: PRINTED_NAMES, rows, style })
      const reading = await readBytes(printPdf(`= Delivery plan 2026/27\n\n${table}`), 'plan.pdf')
      assert.deepEqual(reading.actions.map(printedFields), rows)
    })
  }
})
