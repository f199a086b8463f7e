import type { Box, PageInk, Rule, Word } from './page-ink.ts'
import type { RawInk } from './take-ink.ts'
import type { RunningWord } from './word-maker.ts'

type Sheet = { readonly page: number; readonly width: number; readonly height: number }
type Turn = 'none' | 'right' | 'left' | 'over'

/** The page as most of its words want to be read: a table printed sideways is turned upright, with its lines. */
export function turnPage(sheet: Sheet, ink: RawInk): PageInk {
  const turn = turnOf(ink.words.words)
  const isSideways = turn === 'left' || turn === 'right'
  const turned = {
    page: sheet.page,
    width: isSideways ? sheet.height : sheet.width,
    height: isSideways ? sheet.width : sheet.height,
  }
  const point = (x: number, y: number) => turnPoint(x, y, sheet, turn)
  return {
    ...turned,
    words: ink.words.words.map((word) => toWord(word, point)),
    rules: turn === 'none' ? ink.rules : ink.rules.map((rule) => turnRule(rule, point)),
    shades: turn === 'none' ? ink.shades : ink.shades.map((shade) => ({ ...shade, ...turnBox(shade, point) })),
    unknownLetters: ink.words.unknownLetters,
    holdsPicture: ink.holdsPicture,
  }
}

type TurnedPoint = (x: number, y: number) => { readonly x: number; readonly y: number }

/** Which way the page must be turned so that most of its letters run to the right. */
function turnOf(words: readonly RunningWord[]): Turn {
  const counts: Record<Turn, number> = { none: 0, right: 0, left: 0, over: 0 }
  for (const word of words) {
    const way = wayOf(word)
    if (way) counts[way] += word.text.length
  }
  const most = Math.max(...Object.values(counts))
  if (counts.none >= most) return 'none'
  return counts.right === most ? 'right' : counts.left === most ? 'left' : 'over'
}

function wayOf({ dx, dy }: RunningWord): Turn | null {
  if (Math.abs(dy) < 0.05 * Math.abs(dx)) return dx > 0 ? 'none' : 'over'
  if (Math.abs(dx) < 0.05 * Math.abs(dy)) return dy < 0 ? 'right' : 'left'
  return null
}

function turnPoint(x: number, y: number, { width, height }: Sheet, turn: Turn): { x: number; y: number } {
  switch (turn) {
    case 'none':
      return { x, y }
    case 'right':
      return { x: height - y, y: x }
    case 'left':
      return { x: y, y: width - x }
    case 'over':
      return { x: width - x, y: height - y }
  }
}

/** How far letters reach above and below the line they stand on, as shares of their size. */
const ABOVE = 0.75
const BELOW = 0.22

function toWord(word: RunningWord, point: TurnedPoint): Word {
  const { style } = word
  const from = point(word.x, word.y)
  const to = point(word.x + word.dx * word.length, word.y + word.dy * word.length)
  const isTurned = Math.abs(to.y - from.y) > 0.05 * Math.abs(to.x - from.x) + 0.01 || to.x < from.x - 0.01
  const box = isTurned
    ? boxAround(from, to)
    : { left: from.x, right: to.x, top: from.y - ABOVE * style.size, bottom: from.y + BELOW * style.size }
  return { ...box, ...style, text: word.text, base: isTurned ? box.bottom : from.y, isTurned }
}

function boxAround(from: { x: number; y: number }, to: { x: number; y: number }): Box {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  }
}

function turnBox(box: Box, point: TurnedPoint): Box {
  return boxAround(point(box.left, box.top), point(box.right, box.bottom))
}

function turnRule(rule: Rule, point: TurnedPoint): Rule {
  const isAcross = rule.axis === 'across'
  const from = isAcross ? point(rule.from, rule.at) : point(rule.at, rule.from)
  const to = isAcross ? point(rule.to, rule.at) : point(rule.at, rule.to)
  const box = boxAround(from, to)
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y)
    ? { axis: 'across', at: box.top, from: box.left, to: box.right }
    : { axis: 'down', at: box.left, from: box.top, to: box.bottom }
}
