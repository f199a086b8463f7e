import type { Finding } from '../../plan-reading.ts'
import { firstAtLeast } from './lines.ts'
import { type CellRange, columnName, type SheetCell } from './sheet.ts'
import type { Attributes } from './walk-xml.ts'

/** A rule that shades cells by what they hold. */
export type ConditionRule = {
  readonly ranges: readonly CellRange[]
  readonly attributes: Attributes
  readonly formulas: readonly string[]
}

/** Whether a rule holds for a cell; `textAt` gives the words of another cell of the sheet. */
type Test = (
  text: string,
  textAt: (row: number, column: number) => string,
  at: { row: number; column: number },
) => boolean

type Rows = Map<number, SheetCell[]>

const MOST_VISITS = 2_000_000

/**
 * Answers a function that puts what `change` answers in place of each cell of some ranges. It answers false once it was used beyond what
 * a plan needs: rules over rules may else take minutes.
 */
export function visitCells(
  rows: Rows,
): (ranges: readonly CellRange[], change: (cell: SheetCell) => SheetCell) => boolean {
  const numbers = [...rows.keys()]
  let left = MOST_VISITS
  return (ranges, change) => {
    for (const range of ranges) {
      left--
      for (let at = firstAtLeast(numbers, range.rows.first); at < numbers.length; at++) {
        const row = numbers[at] ?? 0
        if (row > range.rows.last) break
        const cells = rows.get(row) ?? []
        left -= cells.length
        if (left < 0) return false
        for (const [index, cell] of cells.entries())
          if (cell.column >= range.columns.first && cell.column <= range.columns.last) cells[index] = change(cell)
      }
      if (left < 0) return false
    }
    return true
  }
}

/**
 * Shades the cells that conditional formats shade: rules on what a cell, or another cell of its row, is equal to or contains. Rules of
 * other kinds are left aside, and told.
 *
 * @param fills  the shades that rules give, by number
 */
export function applyConditions(
  rows: Rows,
  rules: readonly ConditionRule[],
  fills: readonly (string | null)[],
  sheet: string,
): Finding[] {
  const untold: CellRange[] = []
  const shaded = new Set<SheetCell>()
  const visit = visitCells(rows)
  const textAt = (row: number, column: number) => rows.get(row)?.find((cell) => cell.column === column)?.text ?? ''
  for (const rule of byPriority(rules)) {
    const fill = fills[Number(rule.attributes.dxfId)] ?? null
    const test = testOf(rule)
    if (fill === null && !/^(?:iconSet|colorScale|dataBar)$/.test(rule.attributes.type ?? '')) continue
    const isDone =
      test !== null &&
      visit(rule.ranges, (cell) => {
        if (shaded.has(cell) || !test(cell.text, textAt, cell)) return cell
        const painted = { ...cell, fill }
        shaded.add(painted)
        return painted
      })
    if (!isDone) untold.push(...rule.ranges.slice(0, 6))
  }
  return untold.length === 0 ? [] : [notWorkedOut(untold, sheet)]
}

/** Says which cells are coloured by rules that were not worked out. */
export function notWorkedOut(ranges: readonly CellRange[], sheet: string): Finding {
  const where = [...new Set(ranges.map(nameOfRange))].slice(0, 6).join(', ')
  const message = `On sheet “${sheet}”, colours or signs of ${where} are worked out by rules that were not read. Do they say something that no word says?`
  return { code: 'colours-by-rule', severity: 'question', action: null, words: null, message, where: { sheet } }
}

function byPriority(rules: readonly ConditionRule[]): readonly ConditionRule[] {
  return rules.toSorted((a, b) => Number(a.attributes.priority ?? 0) - Number(b.attributes.priority ?? 0))
}

function testOf({ attributes, formulas, ranges }: ConditionRule): Test | null {
  const { type, operator } = attributes
  const words = attributes.text?.toLowerCase()
  const first = constantOf(formulas[0])
  switch (type) {
    case 'cellIs':
      if (first === null) return null
      if (operator === 'equal') return (text) => text.toLowerCase() === first
      if (operator === 'notEqual') return (text) => text.toLowerCase() !== first
      return null
    case 'containsText':
      return words === undefined ? null : (text) => text.toLowerCase().includes(words)
    case 'notContainsText':
      return words === undefined ? null : (text) => !text.toLowerCase().includes(words)
    case 'beginsWith':
      return words === undefined ? null : (text) => text.toLowerCase().startsWith(words)
    case 'endsWith':
      return words === undefined ? null : (text) => text.toLowerCase().endsWith(words)
    case 'expression':
      return testOfExpression(formulas[0] ?? '', ranges[0])
    default:
      return null
  }
}

/** `$H2="Red"`: another cell of the sheet, counted from the first cell of the rule's range. */
function testOfExpression(formula: string, range: CellRange | undefined): Test | null {
  const found = /^\s*(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\s*=\s*("[^"]*"|-?[\d.]+)\s*$/i.exec(formula)
  const wanted = constantOf(found?.[5])
  if (!found || !range || wanted === null) return null
  const column = columnNumberOf(found[2] ?? '')
  const row = Number(found[4]) - 1
  return (_, textAt, at) =>
    textAt(
      found[3] === '$' ? row : row + at.row - range.rows.first,
      found[1] === '$' ? column : column + at.column - range.columns.first,
    ).toLowerCase() === wanted
}

/** `"Green"` or `2` in lower case; null for anything that must be worked out. */
function constantOf(formula: string | undefined): string | null {
  const found = /^\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?))\s*$/.exec(formula ?? '')
  if (!found) return null
  return (found[1]?.replaceAll('""', '"') ?? found[2] ?? '').toLowerCase()
}

function columnNumberOf(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function nameOfRange({ rows, columns }: CellRange): string {
  const first = `${columnName(columns.first)}${rows.first + 1}`
  const last = `${columnName(columns.last)}${rows.last + 1}`
  return first === last ? first : `${first}:${last}`
}
