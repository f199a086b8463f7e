import { least, most } from '../columns/extremes.ts'
import type { Box, Word } from './page-ink.ts'

/** Words on one line, left to right. */
export type Line = Box & { readonly words: readonly Word[]; readonly base: number; readonly size: number }

/**
 * Words as lines, from the top down. A word belongs to a line when it shares half of its height with it, so that raised figures
 * ("31st") stay where they stand. Takes time by the number of words, not by its square.
 */
export function gatherLines(words: readonly Word[]): Line[] {
  const open: { words: Word[]; top: number; bottom: number; base: number; size: number }[] = []
  let first = 0
  for (const word of [...words].sort((a, b) => a.base - b.base || a.left - b.left)) {
    while (first < open.length && (open[first]?.bottom ?? 0) < word.top - word.size) first++
    const line = open.slice(first).findLast((each) => sharesLine(each, word))
    if (line) {
      line.words.push(word)
      if (word.size > line.size * 1.15)
        Object.assign(line, { top: word.top, bottom: word.bottom, base: word.base, size: word.size })
    } else open.push({ words: [word], top: word.top, bottom: word.bottom, base: word.base, size: word.size })
  }
  return open.map(closeLine).sort((a, b) => a.base - b.base)
}

function sharesLine(line: { top: number; bottom: number }, word: Word): boolean {
  const shared = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top)
  return shared > 0.55 * Math.min(line.bottom - line.top, word.bottom - word.top)
}

function closeLine(line: { words: Word[]; base: number; size: number; top: number; bottom: number }): Line {
  const words = line.words.sort((a, b) => a.left - b.left)
  return {
    words,
    base: line.base,
    size: line.size,
    top: line.top,
    bottom: line.bottom,
    left: least(words, (word) => word.left),
    right: most(words, (word) => word.right),
  }
}

/** A gap narrower than this share of the size is none: the words are one, drawn in two. */
const GLUE = 0.1

/** The words of a line as text; words drawn twice in the same place, as some programs make them bold, are taken once. */
export function textOfLine(words: readonly Word[]): string {
  let text = ''
  let before: Word | null = null
  for (const word of words) {
    if (before && isDrawnAgain(before, word)) continue
    const isGlued = before !== null && word.left - before.right < GLUE * Math.max(word.size, before.size)
    text += before === null || (isGlued && !isBesideTurned(before, word)) ? word.text : ` ${word.text}`
    before = word
  }
  return text.replaceAll('~~ ~~', ' ').replaceAll('~~~~', '')
}

function isDrawnAgain(before: Word, word: Word): boolean {
  return (
    word.text === before.text &&
    Math.abs(word.left - before.left) < 0.12 * word.size &&
    Math.abs(word.base - before.base) < 0.12 * word.size
  )
}

function isBesideTurned(before: Word, word: Word): boolean {
  return before.isTurned || word.isTurned
}
