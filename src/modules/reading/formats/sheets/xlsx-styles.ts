import { valueAt } from '../../../../kernel/value-at.ts'
import { builtInFormat } from './shown-number.ts'
import { type Attributes, walkXml } from './walk-xml.ts'
import { type Colours, mix, PALETTE, resolveColour } from './xlsx-colours.ts'

/** How a cell looks, as far as it says something: its number format, its shade, and whether it is struck out. */
export type CellLook = {
  readonly format: string
  readonly fill: string | null
  readonly isBold: boolean
  readonly isStruck: boolean
}

export type XlsxStyles = {
  readonly looks: readonly CellLook[]
  /** the shades that conditional formats give, by their number */
  readonly conditionFills: readonly (string | null)[]
}

export const PLAIN_LOOK: CellLook = { format: 'General', fill: null, isBold: false, isStruck: false }
/** How much of a patterned cell is its pattern's colour. */
const PATTERN_SHARE: Readonly<Record<string, number>> = {
  solid: 1,
  darkGray: 0.75,
  mediumGray: 0.5,
  lightGray: 0.25,
  gray125: 0.125,
  gray0625: 0.0625,
}

type Fill = { pattern: string | null; front: string | null; back: string | null; stops: string[] }
type Font = { isBold: boolean; isStruck: boolean }

/** Reads `xl/styles.xml`; false when it is broken. */
export function readStyles(xml: string, theme: readonly string[]): XlsxStyles | false {
  const colours: Colours = { theme, palette: readPalette(xml) }
  const fonts: Font[] = []
  const fills: Fill[] = []
  const conditionFills: (string | null)[] = []
  const formats = new Map<number, string>()
  const found: { format: number; font: number; fill: number }[] = []
  const newFill = (): Fill => ({ pattern: null, front: null, back: null, stops: [] })
  let conditional = newFill()
  const fillNow = (path: readonly string[]) => (path.includes('dxf') ? conditional : fills.at(-1))
  const isWhole = walkXml(xml, {
    open: (name, attributes, path) => {
      const parent = path.at(-1)
      const font = parent === 'font' && path.at(-2) === 'fonts' ? fonts.at(-1) : undefined
      if (name === 'numFmt' && parent === 'numFmts') {
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      } else if (name === 'font' && parent === 'fonts') fonts.push({ isBold: false, isStruck: false })
      else if (font && name === 'b') font.isBold = isOn(attributes)
      else if (font && name === 'strike') font.isStruck = isOn(attributes)
      else if (name === 'fill' && parent === 'fills') fills.push(newFill())
      else if (name === 'dxf') conditional = newFill()
      else if (name === 'xf' && parent === 'cellXfs') found.push(indexes(attributes))
      else readFillPart(fillNow(path), name, attributes, path, colours)
    },
    close: (name) => {
      if (name === 'dxf') conditionFills.push(shadeOfCondition(conditional))
    },
  })
  if (!isWhole) return false
  const looks = found.map(({ format, font, fill }): CellLook => {
    const { isBold = false, isStruck = false } = fonts[font] ?? {}
    return { format: formats.get(format) ?? builtInFormat(format), fill: shadeOf(fills[fill]), isBold, isStruck }
  })
  return { looks, conditionFills }
}

/** A workbook may have colours of its own for the palette's numbers; they stand after the fills that use them. */
function readPalette(xml: string): readonly string[] {
  const from = xml.indexOf('indexedColors')
  if (from === -1) return PALETTE
  const own = [...xml.slice(from).matchAll(/rgbColor\s+rgb="[0-9a-f]{0,2}([0-9a-f]{6})"/gi)].map(
    ([, colour = '']) => colour,
  )
  return [...own, ...PALETTE.slice(own.length)]
}

function indexes(attributes: Attributes) {
  const { numFmtId, fontId, fillId } = attributes
  return { format: Number(numFmtId ?? 0), font: Number(fontId ?? 0), fill: Number(fillId ?? 0) }
}

function readFillPart(
  fill: Fill | undefined,
  name: string,
  attributes: Attributes,
  path: readonly string[],
  colours: Colours,
): void {
  if (!fill) return
  if (name === 'patternFill') fill.pattern = attributes.patternType ?? null
  else if (name === 'fgColor') fill.front = resolveColour(attributes, colours)
  else if (name === 'bgColor') fill.back = resolveColour(attributes, colours)
  else if (name === 'color' && path.at(-1) === 'stop') {
    const colour = resolveColour(attributes, colours)
    if (colour) fill.stops.push(colour)
  }
}

/** The one shade a fill looks like: a pattern mixed with what is under it, a gradient by its ends. */
function shadeOf(fill: Fill | undefined): string | null {
  if (!fill) return null
  const [first, last = first] = [fill.stops[0], fill.stops.at(-1)]
  if (first && last) return mix(first, last, 0.5)
  if (fill.pattern === null || fill.pattern === 'none') return null
  const front = fill.front ?? '000000'
  const share = valueAt(PATTERN_SHARE, fill.pattern) ?? 0.3
  // Excel keeps "automatic" under a solid fill, and shows its front alone.
  if (share === 1) return fill.front
  return mix(front, fill.back ?? 'FFFFFF', share)
}

/** In a conditional format a plain fill has its colour at the back. */
function shadeOfCondition(fill: Fill): string | null {
  if (fill.pattern === null || fill.pattern === 'solid') return fill.back ?? fill.front ?? fill.stops[0] ?? null
  return shadeOf(fill)
}

function isOn(attributes: Attributes): boolean {
  return !['0', 'false'].includes(attributes.val ?? '1')
}
