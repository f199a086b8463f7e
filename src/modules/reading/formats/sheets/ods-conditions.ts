import type { Finding } from '../../plan-reading.ts'
import { notWorkedOut, visitCells } from './conditions.ts'
import type { OdsStyles } from './ods-styles.ts'
import type { CellRange, SheetCell } from './sheet.ts'

/** A rule of a sheet's own, for some of its cells; `style` is the look it gives. */
export type OdsRangeCondition = { readonly ranges: readonly CellRange[]; readonly rule: string; readonly style: string }

/** Shades the cells that a sheet's rules shade; rules of kinds that are not worked out are told. */
export function applyOdsConditions(
  rows: Map<number, SheetCell[]>,
  conditions: readonly OdsRangeCondition[],
  styles: OdsStyles,
  sheet: string,
): Finding[] {
  const untold = conditions.filter(({ rule }) => !isKnownCondition(rule)).flatMap(({ ranges }) => ranges.slice(0, 6))
  const visit = visitCells(rows)
  for (const { ranges, rule, style } of conditions.filter((each) => isKnownCondition(each.rule))) {
    const { fill } = styles.lookOf(style)
    if (fill === null) continue
    const isDone = visit(ranges, (cell) => (conditionHolds(rule, cell.text) ? { ...cell, fill } : cell))
    if (!isDone) untold.push(...ranges.slice(0, 6))
  }
  return untold.length === 0 ? [] : [notWorkedOut(untold, sheet)]
}

/** Whether a rule on a cell's own words holds: `cell-content()="Green"`, `contains-text("late")`. Rules of other kinds never do. */
export function conditionHolds(rule: string, text: string): boolean {
  const words = text.toLowerCase()
  const equal = /^(?:of:)?\s*(?:cell-content\(\)|value\(\))?\s*(=|!=|<>)\s*(?:"([^"]*)"|(-?[\d.]+))\s*$/i.exec(rule)
  if (equal) return (words === (equal[2] ?? equal[3] ?? '').toLowerCase()) === (equal[1] === '=')
  const named = /^(?:of:)?\s*(contains-text|not-contains-text|begins-with|ends-with)\("([^"]*)"\)\s*$/i.exec(rule)
  const wanted = (named?.[2] ?? '').toLowerCase()
  switch (named?.[1]?.toLowerCase()) {
    case 'contains-text':
      return words.includes(wanted)
    case 'not-contains-text':
      return !words.includes(wanted)
    case 'begins-with':
      return words.startsWith(wanted)
    case 'ends-with':
      return words.endsWith(wanted)
    default:
      return false
  }
}

/** Whether a rule is of a kind that is worked out here. */
function isKnownCondition(rule: string): boolean {
  return /^(?:of:)?\s*(?:(?:cell-content\(\)|value\(\))?\s*(?:=|!=|<>)\s*(?:"[^"]*"|-?[\d.]+)|(?:not-)?contains-text\("[^"]*"\)|(?:begins|ends)-with\("[^"]*"\))\s*$/i.test(
    rule,
  )
}
