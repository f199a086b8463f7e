import type { PageInk, Rule, Shade, Word } from './page-ink.ts'

const MOST_MARKS = 5_000

/**
 * The words of a page with what is drawn at them and not typed: a line through words is put into tildes, as struck words are in every
 * format, and a dot before a line, as browsers print the items of a list, is the item's mark.
 */
export function wordsWithMarks({ words, rules, shades }: PageInk): readonly Word[] {
  const lines = rules.filter((rule) => rule.axis === 'across' && rule.to - rule.from < LONGEST_STRIKE)
  const dots = shades.filter((shade) => shade.isRound)
  if (lines.length + dots.length === 0) return words
  const byHeight = words.toSorted((a, b) => a.base - b.base)
  const struck = new Set(
    lines.slice(0, MOST_MARKS).flatMap((rule) => near(byHeight, rule.at).filter((word) => isThrough(rule, word))),
  )
  const marked = words.map((word) => (struck.has(word) ? { ...word, text: `~~${word.text}~~` } : word))
  const bullets = dots.slice(0, MOST_MARKS).flatMap((dot) => {
    const word = itemOf(dot, near(byHeight, (dot.top + dot.bottom) / 2))
    return word ? [bulletAt(dot, word)] : []
  })
  return [...marked, ...bullets]
}

/** A line as long as this rules a table or a page. */
const LONGEST_STRIKE = 400
/** Letters whose line is farther below a place than this have nothing drawn there. */
const TALLEST = 60

/** The words that may stand at a height: those whose line is not far below it. */
function near(byHeight: readonly Word[], height: number): Word[] {
  let [low, high] = [0, byHeight.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((byHeight[middle]?.base ?? 0) < height) low = middle + 1
    else high = middle
  }
  const found: Word[] = []
  for (let at = low; at < byHeight.length && (byHeight[at]?.base ?? 0) < height + TALLEST; at++) {
    const word = byHeight[at]
    if (word && word.base - height < word.size) found.push(word)
  }
  return found
}

/** Whether a line goes through the middle of a word's small letters, from end to end, and not far beyond its line's words. */
function isThrough(rule: Rule, word: Word): boolean {
  const above = (word.base - rule.at) / word.size
  const covered = Math.min(rule.to, word.right) - Math.max(rule.from, word.left)
  return !word.isTurned && above > 0.12 && above < 0.45 && covered > 0.85 * (word.right - word.left)
}

/** The word that a small dot in its own colour stands before, with nothing else between. */
function itemOf(dot: Shade, words: readonly Word[]): Word | null {
  const size = Math.max(dot.right - dot.left, dot.bottom - dot.top)
  const middle = (dot.top + dot.bottom) / 2
  const level = words.filter(
    (word) => !word.isTurned && word.base - middle > 0.1 * word.size && word.base - middle < 0.6 * word.size,
  )
  const right = level.filter((word) => word.left >= dot.right)
  const first = right.reduce<Word | null>(
    (nearest, word) => (nearest && nearest.left <= word.left ? nearest : word),
    null,
  )
  if (!first || first.left - dot.right > 2.5 * first.size || size > 0.6 * first.size || size < 0.12 * first.size)
    return null
  const isLedIn = level.some((word) => word.right <= dot.left + 1 && dot.left - word.right < 2.5 * word.size)
  return !isLedIn && dot.fill === first.colour ? first : null
}

function bulletAt(dot: Shade, word: Word): Word {
  return { ...word, text: '•', left: dot.left, right: dot.right }
}
