import { bare, endsGroup, isInitials, looksLikePerson } from './lead-words.ts'

/** Names of groups as the whole document gives them, also without their last word: "stay safe" of "Stay Safe group". */
export type KnownGroups = ReadonlySet<string>

/** A longer cell names nobody; it is kept as it stands. */
export const LONGEST_CELL = 2_000

/** Collects the groups that some cell names in full, so that a cell which leaves out "group" is read too. */
export function findGroups(cells: readonly string[]): KnownGroups {
  const known = new Set<string>()
  for (const cell of cells) {
    if (cell.length > LONGEST_CELL) continue
    for (const segment of cell.split(/[/,;]/))
      for (const name of namesIn(segment.trim().split(' '))) known.add(name.toLowerCase())
  }
  return known
}

function namesIn(words: readonly string[]): string[] {
  const end = words.findLastIndex(endsGroup)
  const [first = ''] = words
  if (end <= 0) return end < 0 && isInitials(first) && looksLikePerson(words.slice(1)) ? [first] : []
  const names = [words.slice(0, end).join(' ')]
  if (end < words.length - 1) names.push(words.slice(0, end + 1).join(' '))
  const last = words[end] ?? ''
  if (/^\(.*\)$/.test(last) && isInitials(last)) names.push(bare(last))
  return names
}
