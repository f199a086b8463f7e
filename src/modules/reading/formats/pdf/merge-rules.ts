import type { Rule } from './page-ink.ts'

/** Pieces of line that were drawn as one. */
export type Ruling = Rule

/** Pieces nearer than this, in points, are drawn as one line. */
const NEAR = 1.6
const JOINS = 3.5
/** A line shorter than this is a mark, and parts no cells. */
const SHORTEST = 6

/** Joins the pieces that make one line: borders are drawn cell by cell, and often twice. */
export function mergeRules(rules: readonly Rule[]): Ruling[] {
  return (['across', 'down'] as const).flatMap((axis) => mergeAxis(rules.filter((rule) => rule.axis === axis)))
}

function mergeAxis(rules: readonly Rule[]): Ruling[] {
  const merged: Ruling[] = []
  for (const level of levelsOf(rules)) {
    const at = level.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from + 0.01), 0)
    const weight = level.reduce((sum, rule) => sum + (rule.to - rule.from + 0.01), 0)
    let open: { axis: Rule['axis']; at: number; from: number; to: number } | null = null
    for (const rule of level.sort((a, b) => a.from - b.from)) {
      if (open && rule.from <= open.to + JOINS) open.to = Math.max(open.to, rule.to)
      else {
        open = { axis: rule.axis, at: at / weight, from: rule.from, to: rule.to }
        merged.push(open)
      }
    }
  }
  return merged.filter((rule) => rule.to - rule.from >= SHORTEST)
}

function levelsOf(rules: readonly Rule[]): Rule[][] {
  const levels: Rule[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    if (rule.at - last > NEAR) levels.push([])
    levels.at(-1)?.push(rule)
    last = rule.at
  }
  return levels
}
