import { combine, type Matrix, place, SAME } from './matrix.ts'
import type { WordMaker } from './word-maker.ts'

/** What the words say of a font. */
export type FontFacts = {
  readonly isBold: boolean
  readonly isVertical: boolean
  /** how much of a unit of text one unit of a letter's width is */
  readonly perUnit: number
}

/** Where the next letter goes, as PDF's text operators keep it. */
export type TextState = {
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  font: FontFacts
  size: number
  spacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

export const NO_FONT: FontFacts = { isBold: false, isVertical: false, perUnit: 0.001 }

export function newTextState(): TextState {
  return {
    matrix: SAME,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: NO_FONT,
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  }
}

export function moveLine(state: TextState, dx: number, dy: number): void {
  state.lineX += dx
  state.lineY += dy
  state.x = state.lineX
  state.y = state.lineY
}

export function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

/** Shows letters: each goes to its place, and the state moves on by their widths. */
export function showLetters(
  state: TextState,
  letters: readonly unknown[],
  page: Matrix,
  look: { readonly colour: string; readonly isArtifact: boolean },
  words: WordMaker,
): void {
  const whole = combine(page, state.matrix)
  const [a, b, c, d] = whole
  const across = Math.hypot(a, b)
  const size = Math.abs(state.size) * Math.hypot(c, d)
  const direction = state.size < 0 ? -1 : 1
  const step = state.stretch * direction
  for (const letter of letters) {
    if (typeof letter === 'number') {
      advance(state, (state.font.isVertical ? 1 : -1) * (letter / 1000) * Math.abs(state.size), step)
      continue
    }
    if (!isLetter(letter)) continue
    const width = letter.width * state.font.perUnit * Math.abs(state.size)
    const gap = state.spacing + (letter.isSpace ? state.wordSpacing : 0)
    const from = place(whole, state.x, state.y + state.rise)
    const style = { ...look, size, isBold: state.font.isBold }
    words.add({
      text: letter.unicode,
      from,
      dx: (a / across) * step,
      dy: (b / across) * step,
      width: width * across,
      style,
    })
    advance(state, state.font.isVertical ? -verticalStep(letter, state) : width + gap, step)
  }
}

type Letter = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: unknown
}

function isLetter(value: unknown): value is Letter {
  if (typeof value !== 'object' || value === null) return false
  if (!('unicode' in value) || !('width' in value)) return false
  return typeof value.unicode === 'string' && typeof value.width === 'number'
}

function advance(state: TextState, by: number, step: number): void {
  if (state.font.isVertical) state.y += by
  else state.x += by * step
}

/** How far down a letter of upright writing takes the pen. */
function verticalStep({ vmetric }: Letter, state: TextState): number {
  const height = Array.isArray(vmetric) && typeof vmetric[0] === 'number' ? Math.abs(vmetric[0]) : 1000
  return height * state.font.perUnit * Math.abs(state.size) + state.spacing
}
