import { squeeze } from '../inline-text.ts'
import { joinRuns, ownLines, type TextRun } from '../text-runs.ts'

/** A piece of a cell's words; `isStruck` null leaves it to the cell's own font. */
export type CellRun = { readonly text: string; readonly isStruck: boolean | null }

/** The words of a cell in one line of text; those struck out stand between tildes, so that no date is read from them. */
export function wordsOfRuns(runs: readonly CellRun[], cellIsStruck: boolean): string {
  const [only] = runs
  if (only && runs.length === 1 && !(only.isStruck ?? cellIsStruck)) return squeeze(only.text)
  const set = runs.map(({ text, isStruck }): TextRun => ({ text, isStruck: isStruck ?? cellIsStruck }))
  return joinRuns(set)
}

/** The lines of a cell that has several, struck out as its words are. */
export function linesOfRuns(runs: readonly CellRun[], cellIsStruck: boolean): { readonly lines?: readonly string[] } {
  return ownLines(runs.map(({ text, isStruck }) => ({ text, isStruck: isStruck ?? cellIsStruck })))
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => {
    const point = Number.parseInt(code, 16)
    return point < 32 || point === 127 ? ' ' : String.fromCharCode(point)
  })
}
