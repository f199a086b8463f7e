import type { Block } from '../blocks.ts'
import { checkHtml, DEEPEST, type HtmlProblem } from './check-html.ts'
import { gridTable, isGridLine } from './grid-table.ts'
import { htmlBlocks } from './html-blocks.ts'
import { lineFinder } from './html-lines.ts'
import { isDeeperThan, parseHtml } from './html-nodes.ts'

/**
 * Lines of a text in the plainest form of Markdown, each in its place; `made` holds the blocks that stand at a line, `problem` what makes
 * one of its tables of HTML unfit to be read.
 */
export type MarkedLines = {
  readonly lines: readonly string[]
  readonly made: ReadonlyMap<number, readonly Block[]>
  readonly problem: HtmlProblem | null
}

const RULE = /^\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+$/

/**
 * Puts the other ways in which Markdown is written into one: headings underlined, tables without bars around them, pandoc's tables of
 * plus signs, and tables of HTML. No line moves, so that every word keeps its line.
 *
 * @param isMarkdown  whether the text is said to be Markdown, so that a line of dashes under words makes a heading
 */
export function markedLines(text: string, isMarkdown: boolean): MarkedLines {
  const lines = text.split(/\r\n|\n|\r/)
  const made = new Map<number, readonly Block[]>()
  let isFenced = false
  const lastEnd = lines.findLastIndex((line) => /<\/table\s*>/i.test(line))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      isFenced = !isFenced
      lines[at] = line.replace(/^\s{0,3}(?:`{3,}|~{3,})[^`]*$/, (fence) => fence.replace(/[`~{}.]/g, ' '))
    } else if (isFenced) continue
    else if (RULE.test(line) && hasBar(lines[at - 1] ?? '')) at = addBars(lines, at)
    else if (isGridLine(line)) at = takeGrid(lines, at)
    else if (at <= lastEnd && /^\s{0,3}<table[\s>]/i.test(line)) {
      const taken = takeHtmlTable(lines, at, made)
      if (typeof taken === 'string') return { lines, made, problem: taken }
      at = taken
    } else if (isUnderline(lines, at, isMarkdown)) {
      lines[at - 1] = `${/=/.test(line) ? '#' : '##'} ${(lines[at - 1] ?? '').trim()}`
      lines[at] = ''
    }
  }
  return { lines, made, problem: null }
}

function isUnderline(lines: readonly string[], at: number, isMarkdown: boolean): boolean {
  const [line = '', words = '', before = ''] = [lines[at], lines[at - 1], lines[at - 2]]
  const isLine = /^ {0,3}=+\s*$/.test(line) || (isMarkdown && /^ {0,3}-{2,}\s*$/.test(line))
  return (
    isLine && before.trim() === '' && /^ {0,3}[^\s#>|*+-]/.test(words) && !words.includes('\t') && words.length <= 200
  )
}

function hasBar(line: string): boolean {
  return line.replaceAll('\\|', '').includes('|') && !line.trimStart().startsWith('|')
}

/** The rows of a table whose bars stand between cells only get the bars around them; the table ends with the first line that has none. */
function addBars(lines: string[], rule: number): number {
  lines[rule] = withBars(lines[rule] ?? '')
  lines[rule - 1] = withBars(lines[rule - 1] ?? '')
  let at = rule + 1
  while (hasBar(lines[at] ?? '')) {
    lines[at] = withBars(lines[at] ?? '')
    at++
  }
  return at - 1
}

function withBars(line: string): string {
  const trimmed = line.trim()
  return `| ${trimmed}${trimmed.endsWith('|') && !trimmed.endsWith('\\|') ? '' : ' |'}`
}

function takeGrid(lines: string[], from: number): number {
  let end = from
  while (/^\s*[+|]/.test(lines[end + 1] ?? '')) end++
  for (const [at, row] of gridTable(lines.slice(from, end + 1)).entries()) lines[from + at] = row
  return end
}

/** The last line of the table that begins here, or what makes it unfit to be read. */
function takeHtmlTable(lines: string[], from: number, made: Map<number, readonly Block[]>): number | HtmlProblem {
  let depth = 0
  let end = from
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    depth += (line.match(/<table[\s>]/gi) ?? []).length - (line.match(/<\/table\s*>/gi) ?? []).length
    if (depth <= 0) break
  }
  // A table that never ends stays as its lines are.
  if (end === lines.length) return lines.length
  const html = lines.slice(from, end + 1).join('\n')
  const problem = checkHtml(html)
  if (problem) return problem
  const nodes = parseHtml(html)
  if (isDeeperThan(nodes, DEEPEST)) return 'too-deep'
  const context = { sheet: new Map(), hidden: 0 }
  const lineInside = lineFinder(html)
  made.set(
    from,
    htmlBlocks(nodes, context, (node) => from + lineInside(node)),
  )
  lines.fill('', from, end + 1)
  return end
}
