import type { GlossaryEntry } from '../../plan-reading.ts'
import type { Line, Lines } from './document-lines.ts'

export type FoundGlossary = {
  readonly entries: readonly (GlossaryEntry & { readonly lines: readonly Line[] })[]
  readonly heading: Line
}
type Entry = FoundGlossary['entries'][number]

const HEADING = /\b(?:glossary|abbreviations|acronyms|jargon(?: buster)?)\b/i
const FEWEST = 4

/** A glossary in lines: under a heading that says so, terms and meanings by turns, or both on a line. The longest is the glossary. */
export function findGlossary(lines: Lines): FoundGlossary | null {
  const found = lines.flatMap((line, at): FoundGlossary[] => {
    if (!line || line.text.length > 60 || line.marker !== null || !HEADING.test(line.text)) return []
    const region = regionFrom(lines, at + 1)
    const entries = onOneLine(region) ?? byTurns(region)
    return isGlossary(entries) ? [{ entries, heading: line }] : []
  })
  return found.reduce<FoundGlossary | null>(
    (top, next) => (next.entries.length > (top?.entries.length ?? 0) ? next : top),
    null,
  )
}

function regionFrom(lines: Lines, from: number): Line[] {
  const end = lines.findIndex((line, at) => at >= from && (line === null || line.block.kind === 'heading'))
  return lines.slice(from, end === -1 ? undefined : end).flatMap((line) => (line ? [line] : []))
}

/** Several terms are the first letters of what they mean, as in no list of chapters. */
function isGlossary(entries: readonly Entry[]): boolean {
  const initials = entries.filter(({ term, meaning }) => isInitialsOf(term, meaning)).length
  return entries.length >= FEWEST && initials >= Math.max(2, 0.15 * entries.length)
}

function isInitialsOf(term: string, meaning: string): boolean {
  if (!/^[A-Z][A-Za-z&]{1,7}$/.test(term)) return false
  const initials = [...meaning.matchAll(/(?<![\p{L}’'])\p{L}/gu)].map(([letter]) => letter.toUpperCase()).join('')
  const wanted = term.toUpperCase().replace('&', 'A')
  return initials.startsWith(wanted) || initials.replace(/[AOTF]/g, '').startsWith(wanted.replace(/[AOTF]/g, '') || '?')
}

function onOneLine(region: readonly Line[]): Entry[] | null {
  const read = region.flatMap((line): Entry[] => {
    const found = /^(\S.{0,48}?)(?:\s*[–—=]\s*|\s+-\s+|:\s+|\t)(\S.*)$/.exec(line.text)
    return found ? [{ term: found[1] ?? '', meaning: found[2] ?? '', where: line.block.where, lines: [line] }] : []
  })
  return read.length >= FEWEST && read.length >= 0.7 * region.length ? read : null
}

/** Term and meaning by turns. A term whose meaning is a list of lines has them all, up to the next term in initials. */
function byTurns(region: readonly Line[]): Entry[] {
  const entries: Entry[] = []
  let at = 0
  while (at + 1 < region.length) {
    const term = region[at]
    if (!term || !looksLikeTerm(term)) break
    let end = at + 2
    while (end < region.length && !endsMeaning(region, end, end > at + 2)) end++
    const meaning = region.slice(at + 1, end)
    const text = meaning.map((line) => line.text).join(meaning.length > 2 ? '; ' : ' ')
    entries.push({ term: term.text, meaning: text, where: term.block.where, lines: [term, ...meaning] })
    at = end
  }
  return entries
}

function endsMeaning(region: readonly Line[], at: number, isList: boolean): boolean {
  const line = region[at]
  if (!line) return true
  return isList ? /^[\p{Lu}&]{2,8}$/u.test(line.text) : looksLikeTerm(line)
}

function looksLikeTerm({ text, marker }: Line): boolean {
  return marker === null && text.length <= 40 && text.split(' ').length <= 4 && !/[.;:,]$/.test(text)
}
