import { readColumnNames } from '../../tables/column-names.ts'
import { findColumns } from './find-columns.ts'
import { type Column, columnOf, type Measure, type Span, type SpanLine, segmentsOf } from './spans.ts'

/** Lines that make a table by standing in columns: from the first, up to but without `to`. */
export type Region = {
  readonly from: number
  readonly to: number
  readonly columns: readonly Column[]
  /** lines that reach across the columns: bands of the table */
  readonly bands: ReadonlySet<number>
}

/** A white space of this many lines ends a table. */
const FAR = 4.5
/** A line of one part after so wide a space is a heading or text. */
const HEADING = 2.6
const LONGEST_NAME = 60

/**
 * The tables among lines: each begins with a line of three or more parts, and goes on while the white between the parts does.
 *
 * @param earlier  the columns of the table that the page before ended with, which may go on here without its names
 */
export function findRegions(lines: readonly SpanLine[], measure: Measure, earlier: readonly Column[] | null): Region[] {
  const regions: Region[] = []
  let known = earlier
  for (let from = 0; from < lines.length; ) {
    const region = regionAt(lines, from, measure, known)
    if (!region) {
      from++
      continue
    }
    const columns = region.columns.length > 0 ? region.columns : null
    if (columns) {
      regions.push({ ...region, columns })
      known = columns
    }
    from = region.to
  }
  return regions
}

type Gap = readonly Column[]

function regionAt(
  lines: readonly SpanLine[],
  from: number,
  measure: Measure,
  known: readonly Column[] | null,
): Region | null {
  const first = segmentsOf(lines[from]?.words ?? [], measure.wide)
  const isNamed = namesIn(first)
  const goesOn =
    !isNamed &&
    known !== null &&
    (standsIn(first, known, measure, 2) ||
      wanders(first, known, measure) ||
      (from === 0 && opensWithRest(lines, known, measure)))
  if (first.length < 3 && !goesOn && !isNamed) return null
  let expected: readonly Column[] | null = goesOn ? known : isNamed ? first : null
  let gaps: Gap[] = goesOn ? gapsBetween(known.map(({ left }) => ({ left, right: left + 1 }))) : gapsBetween(first)
  const bands = new Set<number>()
  let to = from + 1
  let unfit = 0
  let hasOwn = false
  for (let at = to; at < lines.length && (lines[at]?.gap ?? 0) <= FAR; at++) {
    const words = lines[at]?.words ?? []
    const left = gaps.map((gap) => without(gap, words, measure.narrow))
    const killed = left.filter((gap) => gap.length === 0).length
    const segments = segmentsOf(words, measure.wide)
    if (segments.length === 1 && (lines[at]?.gap ?? 0) > HEADING) break
    const isStray = (segments.length >= 3 && killed <= 0.3 * gaps.length) || wandersIn(segments, expected, measure)
    if (killed === 0 || isStray) {
      if (at > to && namesIn(segments)) break
      if (killed === 0) gaps = left
      if (goesOn && !hasOwn && segments.length === known.length && measure.wander > 0) {
        hasOwn = true
        expected = segments
        gaps = gapsBetween(segments)
      }
      for (let band = to; band < at; band++) bands.add(band)
      to = at + 1
      unfit = 0
    } else if (segments.length > 2 || ++unfit > 2) break
  }
  const end = trimEnd(lines, from, to, measure)
  const own = lines.slice(from, end).filter((_, index) => !bands.has(from + index))
  const words = own.map((line) => line.words)
  const found = findColumns(words, measure)
  const columns = chooseColumns(own, found, { expected, isNamed, isOwn: isNamed || hasOwn, known }, measure)
  return { from, to: end, bands, columns: isTable(words, columns, measure, { isNamed, goesOn }) ? columns : [] }
}

/** A page may open with the rest of one cell: lines of one part that keep to a column, before lines that stand in several. */
function opensWithRest(lines: readonly SpanLine[], known: readonly Column[], measure: Measure): boolean {
  const slack = Math.max(measure.near, measure.wander)
  for (const [index, line] of lines.slice(0, 8).entries()) {
    const segments = segmentsOf(line.words, measure.wide)
    const [only] = segments
    if (!only || (index > 0 && line.gap > 1.6)) return false
    if (segments.length > 1)
      return index > 0 && (standsIn(segments, known, measure, 2) || wanders(segments, known, measure))
    const at = known.findLastIndex((column) => column.left <= only.left + slack)
    const [own, next] = [known[at], known[at + 1]]
    if (!own || Math.abs(only.left - own.left) > slack || (next && only.right > next.left + measure.near)) return false
  }
  return false
}

/** Whether parts go on from columns on the page before, whose places this page has moved a little. */
function wanders(segments: readonly Span[], columns: readonly Column[], { wander }: Measure): boolean {
  if (wander === 0 || segments.length < 2) return false
  const off = segments.map((part) => Math.min(...columns.map((column) => Math.abs(part.left - column.left))))
  return off.every((each) => each <= 3 * wander) && off.some((each) => each <= 1)
}

type Hints = {
  readonly expected: readonly Column[] | null
  readonly isNamed: boolean
  /** what is expected stands on this page itself */
  readonly isOwn: boolean
  readonly known: readonly Column[] | null
}

/** The columns found, unless the names above them, or the page before, know of more and the words agree. */
function chooseColumns(
  lines: readonly SpanLine[],
  found: readonly Column[],
  { expected, isNamed, isOwn, known }: Hints,
  measure: Measure,
): readonly Column[] {
  if (isOwn && expected && expected.length > found.length && holdsUnder(lines, expected, measure)) {
    return expected.map(({ left, right }, index) => ({ left, right: (expected[index + 1]?.left ?? right + 2) - 1 }))
  }
  const fits = known && !isNamed && known.length >= found.length
  const agrees = (line: SpanLine) =>
    standsIn(line.words, known ?? [], measure, 1) || wandersIn(segmentsOf(line.words, measure.wide), known, measure)
  return fits && lines.every(agrees) ? known : found
}

/** Whether the words of a column begin under its name: always so where starts wander, for then the names are the best that is known. */
function holdsUnder(lines: readonly SpanLine[], names: readonly Column[], { wander, near }: Measure): boolean {
  if (wander > 0) return true
  return names.every(({ left }, index) => {
    const end = names[index + 1]?.left ?? Number.POSITIVE_INFINITY
    const inside = lines.filter(({ words }) => words.some((word) => word.left >= left - near && word.right < end))
    const begin = inside.filter(({ words }) => words.some((word) => Math.abs(word.left - left) <= near))
    return begin.length >= 0.8 * inside.length
  })
}

/** Whether the parts of a line begin about where columns do. */
function wandersIn(segments: readonly Span[], columns: readonly Column[] | null, { wander }: Measure): boolean {
  if (!columns || wander === 0) return false
  const begin = segments.filter((part) => columns.some((column) => Math.abs(part.left - column.left) <= wander))
  const [only] = segments
  if (segments.length === 1 && only) {
    const at = columns.findLastIndex((column) => column.left <= only.left + wander)
    const next = columns[at + 1]
    return begin.length === 1 && (next ? only.right <= next.left + 1 : false)
  }
  return begin.length >= 2 && begin.length >= 0.6 * segments.length
}

/** Whether a line's parts are names of columns, among them the action's, and none of them a sentence. */
function namesIn(segments: readonly Span[]): boolean {
  if (segments.some(({ text }) => text.length > LONGEST_NAME || /\p{L}\.(?:\s|$)/u.test(text))) return false
  return readColumnNames(segments.map((segment, column) => ({ text: segment.text, column }))) !== null
}

/** Whether all words keep to the columns, and at least so many parts begin where columns do. */
function standsIn(words: readonly Span[], columns: readonly Column[], measure: Measure, least: number): boolean {
  const begun = new Set<number>()
  for (const word of words) {
    const at = columnOf(word, columns)
    const column = columns[at]
    const next = columns[at + 1]
    if (!column || word.left < column.left - measure.near || (next && word.right > next.left + measure.near))
      return false
    if (Math.abs(word.left - column.left) <= measure.near) begun.add(at)
  }
  return begun.size >= least
}

function gapsBetween(segments: readonly Column[]): Gap[] {
  return segments.slice(1).map((segment, index) => [{ left: segments[index]?.right ?? 0, right: segment.left }])
}

/** What is left of a white stretch when words are laid over it. */
function without(gap: Gap, words: readonly Span[], narrow: number): Gap {
  let left: Column[] = [...gap]
  for (const word of words) {
    if (left.length === 0) break
    left = left.flatMap((part) => {
      if (word.right <= part.left || word.left >= part.right) return [part]
      const pieces = [
        { left: part.left, right: word.left },
        { left: word.right, right: part.right },
      ]
      return pieces.filter((piece) => piece.right - piece.left >= narrow)
    })
  }
  return left
}

/** Lines of one part that stand apart at a table's end are the text after it. */
function trimEnd(lines: readonly SpanLine[], from: number, to: number, measure: Measure): number {
  let end = to
  for (let at = to - 1; at > from; at--) {
    const line = lines[at]
    if (!line || segmentsOf(line.words, measure.wide).length > 1) break
    if (line.gap > 1.6) end = at
  }
  return end
}

function isTable(
  lines: readonly (readonly Span[])[],
  columns: readonly Column[],
  measure: Measure,
  { isNamed, goesOn }: { readonly isNamed: boolean; readonly goesOn: boolean },
): boolean {
  if (columns.length < 2 || (columns.length < 3 && !isNamed && !goesOn)) return false
  const parted = lines.filter(
    (words) => new Set(words.map((word) => columnOf(word, columns))).size >= Math.min(3, columns.length),
  )
  if (isNamed) return parted.length >= 1 && lines.length >= 2
  if (goesOn) return parted.length >= 1
  const apart = parted.filter((words) => segmentsOf(words, measure.wide).length >= 3)
  const aligned = apart.filter((words) => standsIn(segmentsOf(words, measure.wide), columns, measure, 3))
  return apart.length >= 3 && aligned.length >= 0.6 * parted.length
}
