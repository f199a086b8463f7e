import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { combine, type Matrix, toMatrix } from './matrix.ts'
import type { Rule, Shade } from './page-ink.ts'
import { takePath } from './take-paths.ts'
import { type FontFacts, moveLine, newTextState, setTextMatrix, showLetters, type TextState } from './text-state.ts'
import { makeWords, type WordMaker } from './word-maker.ts'

/** A page's drawing, as the library lists it. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

export type RawInk = {
  readonly words: WordMaker
  readonly rules: readonly Rule[]
  readonly shades: readonly Shade[]
  /** a picture that reaches over a good part of the page, whose words nobody can read here */
  readonly holdsPicture: boolean
}

/** More lines than this are a drawing, and no table. */
const MOST_RULES = 20_000

/**
 * Follows a page's drawing and takes its letters, lines and filled areas, each where it stands on the page.
 *
 * @param start  from the drawing's own places to the page's, as it is looked at
 * @param area  of the page, in square points
 * @param fontOf  what is known of a font by the library's name for it
 */
export function takeInk(drawing: Drawing, start: Matrix, area: number, fontOf: (name: string) => FontFacts): RawInk {
  const pen = newPen(start, area)
  for (const [index, operation] of drawing.fnArray.entries()) {
    const listed = drawing.argsArray[index]
    const args: readonly unknown[] = Array.isArray(listed) ? listed : []
    takeText(pen, operation, args, fontOf)
    takeDrawing(pen, operation, args)
  }
  return pen
}

type Look = { matrix: Matrix; fill: string | null; stroke: string | null; lineWidth: number; text: TextState }
type Pen = { -readonly [Key in keyof RawInk]: RawInk[Key] } & {
  rules: Rule[]
  shades: Shade[]
  look: Look
  readonly kept: Look[]
  readonly marks: boolean[]
  readonly area: number
}

function newPen(matrix: Matrix, area: number): Pen {
  const look = { matrix, fill: '000000', stroke: '000000', lineWidth: 1, text: newTextState() }
  return { words: makeWords(), rules: [], shades: [], holdsPicture: false, look, kept: [], marks: [], area }
}

function takeText(pen: Pen, operation: number, args: readonly unknown[], fontOf: (name: string) => FontFacts): void {
  const { text } = pen.look
  const number = typeof args[0] === 'number' ? args[0] : 0
  const second = typeof args[1] === 'number' ? args[1] : 0
  switch (operation) {
    case OPS.beginText:
      setTextMatrix(text, [1, 0, 0, 1, 0, 0])
      return
    case OPS.setTextMatrix:
      setTextMatrix(text, toMatrix(args[0]) ?? toMatrix(args) ?? text.matrix)
      return
    case OPS.moveText:
      moveLine(text, number, second)
      return
    case OPS.setLeadingMoveText:
      text.leading = second
      moveLine(text, number, second)
      return
    case OPS.nextLine:
      moveLine(text, 0, text.leading)
      return
    case OPS.setLeading:
      text.leading = -number
      return
    case OPS.setCharSpacing:
      text.spacing = number
      return
    case OPS.setWordSpacing:
      text.wordSpacing = number
      return
    case OPS.setHScale:
      text.stretch = number / 100
      return
    case OPS.setTextRise:
      text.rise = number
      return
    case OPS.setFont:
      text.font = fontOf(String(args[0]))
      text.size = second
      return
    case OPS.showText: {
      const letters: readonly unknown[] = Array.isArray(args[0]) ? args[0] : []
      const colour = pen.look.fill ?? '000000'
      showLetters(text, letters, pen.look.matrix, { colour, isArtifact: pen.marks.includes(true) }, pen.words)
      return
    }
  }
}

function takeDrawing(pen: Pen, operation: number, args: readonly unknown[]): void {
  const { look } = pen
  switch (operation) {
    case OPS.save:
      pen.kept.push({ ...look, text: { ...look.text } })
      return
    case OPS.restore:
    case OPS.paintFormXObjectEnd:
      pen.look = pen.kept.pop() ?? look
      return
    case OPS.paintFormXObjectBegin:
      pen.kept.push({ ...look, text: { ...look.text } })
      move(pen, toMatrix(args[0]))
      return
    case OPS.transform:
      move(pen, toMatrix(args))
      return
    case OPS.setLineWidth:
      look.lineWidth = typeof args[0] === 'number' ? args[0] : look.lineWidth
      return
    case OPS.setFillRGBColor:
      look.fill = toColour(args[0])
      return
    case OPS.setFillColorN:
    case OPS.setFillTransparent:
      look.fill = null
      return
    case OPS.setStrokeRGBColor:
      look.stroke = toColour(args[0])
      return
    case OPS.beginMarkedContent:
    case OPS.beginMarkedContentProps:
      pen.marks.push(String(args[0]) === 'Artifact')
      return
    case OPS.endMarkedContent:
      pen.marks.pop()
      return
    case OPS.constructPath:
      takeConstructed(pen, args)
  }
}

/** A picture is drawn by stretching the unit square over its place. */
function move(pen: Pen, matrix: Matrix | null): void {
  if (!matrix) return
  pen.look.matrix = combine(pen.look.matrix, matrix)
  const [a, b, c, d] = pen.look.matrix
  const [wide, high] = [Math.hypot(a, b), Math.hypot(c, d)]
  if (wide > 40 && high > 40 && wide * high > 0.12 * pen.area) pen.holdsPicture = true
}

function takeConstructed(pen: Pen, args: readonly unknown[]): void {
  const paint = typeof args[0] === 'number' ? args[0] : OPS.endPath
  if (paint === OPS.endPath || pen.rules.length > MOST_RULES) return
  const data = Array.isArray(args[1]) ? args[1][0] : null
  const isOnlyStroked = paint === OPS.stroke || paint === OPS.closeStroke
  const { matrix, lineWidth, fill, stroke } = pen.look
  const [a, b] = matrix
  const { rules, shades } = takePath(data, matrix, {
    strokes: paint !== OPS.fill && paint !== OPS.eoFill,
    fills: !isOnlyStroked,
    lineWidth: lineWidth * Math.hypot(a, b),
    fill: isOnlyStroked ? stroke : fill,
  })
  for (const rule of rules) pen.rules.push(rule)
  for (const shade of shades) pen.shades.push(shade)
}

function toColour(value: unknown): string | null {
  const found = /^#([0-9a-f]{6})$/i.exec(String(value))
  return found ? (found[1] ?? '').toUpperCase() : null
}
