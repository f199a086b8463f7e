import { readPartHeading } from '../../plan/part-heading.ts'
import { readColumnNames } from '../../tables/column-names.ts'

/** As many lines as this at each end of a page may be a header or footer. */
const MOST = 3
const PAGE = /^[-–—|]?\s*page\s*\d{1,4}\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—|]?$/i
const NUMBER = /^[-–—|]?\s*(\d{1,4})\s*[-–—|]?$/

/**
 * The lines of a text that belong to its pages: "Page 3 of 9" wherever it stands; where form feeds end pages, a number that counts
 * them, and first and last lines that come back on other pages but for their figures.
 */
export function findPageLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, line] of lines.entries()) if (isPageNumber(line.trim())) found.add(index)
  const pages = pagesOf(lines)
  if (pages.length < 2) return found
  for (const [page, own] of pages.entries()) {
    const last = own.at(-1) ?? 0
    const number = NUMBER.exec((lines[last] ?? '').trim())?.[1]
    // Set off by white and counting this very page: the end of a cell is neither.
    if (Number(number) === page + 1 && (lines[last - 1] ?? '').trim() === '') found.add(last)
  }
  const alike = new Map<string, { index: number; number: number | null }[]>()
  for (const [page, own] of pages.entries()) {
    const ends = new Set([...own.slice(0, MOST), ...own.slice(-MOST)])
    for (const index of ends) {
      const text = (lines[index] ?? '').replace(/\s+/g, ' ').trim()
      if (text.length > 160 || isPart(lines[index] ?? '', text)) continue
      const number = NUMBER.exec(text)?.[1]
      const key = text.replace(/\d+/g, '#')
      const onPage = { index, number: number === undefined ? null : Number(number) - page }
      const known = alike.get(key)
      if (known) known.push(onPage)
      else alike.set(key, [onPage])
    }
  }
  for (const same of alike.values()) {
    const isCount = same.every(({ number }) => number === same[0]?.number)
    // the first may be the document's title
    if (same.length >= Math.max(2, pages.length * 0.3) && isCount)
      for (const [at, { index, number }] of same.entries()) if (at > 0 || number !== null || index > 2) found.add(index)
  }
  return found
}

function isPageNumber(text: string): boolean {
  return text.length < 40 && PAGE.test(text)
}

/** For each page, its lines that hold words. */
function pagesOf(lines: readonly string[]): number[][] {
  const pages: number[][] = [[]]
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('\f')) pages.push([])
    if (line.trim() !== '') pages.at(-1)?.push(index)
  }
  return pages.filter((page) => page.length > 0)
}

function isPart(line: string, text: string): boolean {
  const cells = line
    .trim()
    .split(/\s{2,}/)
    .map((cell, column) => ({ text: cell, column }))
  return readPartHeading(text) !== null || readColumnNames(cells) !== null
}
