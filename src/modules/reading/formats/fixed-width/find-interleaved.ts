import type { Finding } from '../../plan-reading.ts'
import { isColumnName, readColumnNames } from '../../tables/column-names.ts'

/** Where in a text the columns of a table run into each other: from the first line, counted from 0. */
export type Interleaved = { readonly from: number }

/** Within so many lines with words, the names of one table's columns stand when they were taken apart. */
const NEAR = 45
const LONGEST_NAME = 30

/**
 * Finds where a careless extraction has mixed the columns of a table: the names of its columns stand one under another, each alone on
 * a line, or all on one line with single blanks between them, and no table holds them.
 *
 * @param isTaken  whether a line belongs to a table that was read
 */
export function findInterleaved(lines: readonly string[], isTaken: (index: number) => boolean): Interleaved | null {
  let recent: { readonly at: number; readonly index: number; readonly name: string }[] = []
  let count = 0
  for (const [index, line] of lines.entries()) {
    if (isTaken(index)) {
      recent = []
      continue
    }
    const text = line.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    count++
    if (isNamesInOneLine(text)) return { from: index }
    // "Lead: Ann Lee" has its words beside it, and is no name that was torn from them.
    if (text.length > LONGEST_NAME || /:\s*\S/.test(text) || !/^\p{Lu}/u.test(text) || !isColumnName(text)) continue
    recent = [
      ...recent.filter((each) => count - each.at < NEAR && each.name !== text.toLowerCase()),
      { at: count, index, name: text.toLowerCase() },
    ]
    if (recent.length >= 3 && areNames(recent.map(({ name }) => name))) return { from: recent[0]?.index ?? index }
  }
  return null
}

/** The action's name, and two of when, who and how it is judged: a list may hold "Actions" and "Outcomes" and be no table. */
function areNames(texts: readonly string[]): boolean {
  const names = readColumnNames(texts.map((text, column) => ({ text, column })))
  const roles = new Set(names?.map((name) => name.role))
  return roles.has('action') && WITH_ACTION.filter((role) => roles.has(role)).length >= 2
}

const WITH_ACTION = ['measure', 'timescale', 'lead'] as const

/** The names of all columns in one line, one after another: "Action Measure Lead By when". */
function isNamesInOneLine(text: string): boolean {
  const words = text.split(' ')
  if (words.length < 3 || words.length > 14) return false
  const names: string[] = []
  let known = 0
  for (let at = 0; at < words.length; ) {
    let length = Math.min(4, words.length - at)
    while (length > 0 && !isColumnName(words.slice(at, at + length).join(' '))) length--
    if (length > 0) names.push(words.slice(at, at + length).join(' '))
    known += length
    at += Math.max(1, length)
  }
  return (
    known >= 0.5 * words.length &&
    areNames(names) &&
    words.every((word) => /^[\p{Lu}#(&/]|^(?:of|and|by|for|we|will|do|to|the|no)$/u.test(word))
  )
}

export function interleavedFinding({ from }: Interleaved): Finding {
  return {
    code: 'columns-interleaved',
    severity: 'warning',
    action: null,
    words: null,
    message: `From line ${from + 1} on, the columns of a table run into each other, as happens when a PDF is copied as text. Which words belong to which action cannot be told, so none was read from there. Choose the PDF, the Word document or the spreadsheet itself.`,
    where: { line: from + 1 },
  }
}
