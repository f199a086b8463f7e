import { readPartHeading } from '../../plan/part-heading.ts'
import { isColumnName, readColumnNames } from '../../tables/column-names.ts'
import { segmentsOf } from '../columns/spans.ts'
import { type Line, textOfLine } from './gather-lines.ts'
import type { Box } from './page-ink.ts'
import type { SortedPage } from './sort-page.ts'

/** The share of a page's height, from its top and from its bottom, in which headers and footers stand. */
const MARGIN = 0.13
/** On a small page the margins take a greater share: an inch, in points. */
const INCH = 72
/** As many lines as this at each end of a page may be a header or footer. */
const MOST = 4
const PAGE = /^[-–—|]?\s*page\s*\d{1,4}\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—|]?$/i
/** Lines further apart than this many times their size are not of one text. */
const APART = 1.75

/**
 * The headers, footers and page numbers: lines near a page's edge that stand in the same place on other pages, with the same words but
 * for their numbers, or that the document itself marks as no part of its text. The first of a header in large letters is the title.
 */
export function findMarginLines(pages: readonly SortedPage[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  const alike = new Map<string, OnPage[]>()
  for (const page of pages) {
    for (const { line, isTop } of edgeLines(page)) {
      const text = textOfLine(line.words)
      if (isPart(line, text)) continue
      if (line.words.every((word) => word.isArtifact) || PAGE.test(text)) {
        found.add(line)
        continue
      }
      const key = `${isTop} ${Math.round((isTop ? line.base : page.height - line.base) / 6)} ${text.replace(/\d+/g, '#')}`
      const known = alike.get(key)
      const onPage = { line, page: page.page, number: /^[-–—|\s]*(\d{1,4})[-–—|\s]*$/.exec(text)?.[1] ?? null }
      if (known) known.push(onPage)
      else alike.set(key, [onPage])
    }
  }
  const usual = usualSize(pages)
  for (const lines of alike.values()) {
    if (lines.length < Math.max(2, Math.min(3, pages.length * 0.3)) || !countsPages(lines)) continue
    const [first, ...rest] = lines
    if (first && first.line.size <= 1.08 * usual && !first.line.words.every((word) => word.isBold))
      found.add(first.line)
    for (const { line } of rest) found.add(line)
  }
  return found
}

type OnPage = { readonly line: Line; readonly page: number; readonly number: string | null }

/** Numbers alone are those of pages only when they count them: "2026" at the foot of two pages may be the end of a date. */
function countsPages(lines: readonly OnPage[]): boolean {
  const from = lines.map(({ page, number }) => (number === null ? null : Number(number) - page))
  return from.every((each) => each === null || each === from[0])
}

/** The lines at each end of a page, as far as the white that sets them off from its text. */
function edgeLines(page: SortedPage): { line: Line; isTop: boolean }[] {
  const margin = Math.max(INCH, MARGIN * page.height)
  const lines = page.lines.filter((line) => !page.strips.some((strip) => strip.ys.length > 2 && isInside(line, strip)))
  const top = lines.slice(0, MOST + 1).filter((line) => line.base < margin)
  const bottom = lines.slice(-MOST - 1).filter((line) => line.top > page.height - margin)
  const next = lines[top.length]
  const above = lines[lines.length - bottom.length - 1]
  return [
    ...setOff([...top, ...(next ? [next] : [])], top.length).map((line) => ({ line, isTop: true })),
    ...setOff([...bottom.toReversed(), ...(above ? [above] : [])], bottom.length).map((line) => ({
      line,
      isTop: false,
    })),
  ]
}

/** What has lines drawn around it belongs to the text. */
function isInside(line: Line, box: Box): boolean {
  return line.left > box.left - 1 && line.right < box.right + 1 && line.top > box.top - 2 && line.base < box.bottom + 1
}

/** Of lines from the edge inwards, those before the last wide white; with no text after them, all. */
function setOff(lines: readonly Line[], count: number): readonly Line[] {
  let end = lines.length === count ? count : 0
  for (let at = 0; at < Math.min(count, MOST); at++) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (line && next && Math.abs(next.base - line.base) > APART * Math.min(line.size, next.size))
      end = Math.max(end, at + 1)
  }
  return lines.slice(0, Math.min(end, MOST)).concat(lines.slice(end, count).filter((line) => isMarked(line)))
}

function isMarked(line: Line): boolean {
  return PAGE.test(textOfLine(line.words)) || line.words.every((word) => word.isArtifact)
}

/** Headings of parts and names of columns come back on every page too, and belong to the plan. */
function isPart(line: Line, text: string): boolean {
  const segments = segmentsOf(line.words, 0.9 * line.size).map((segment, column) => ({ text: segment.text, column }))
  const areNames = segments.length > 1 && segments.every((segment) => isColumnName(segment.text))
  return areNames || readPartHeading(text) !== null || readColumnNames(segments) !== null
}

/** The size that most letters of the document have. */
export function usualSize(pages: readonly SortedPage[]): number {
  const letters = new Map<number, number>()
  const count = (size: number, length: number) => {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + length)
  }
  for (const page of pages) {
    for (const line of page.lines) for (const word of line.words) count(word.size, word.text.length)
    for (const table of page.tables) for (const word of table.words) count(word.size, word.text.length)
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [10, 0])[0]
}
