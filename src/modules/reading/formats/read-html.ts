import { ok } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { Finding } from '../plan-reading.ts'
import { checkHtml, DEEPEST } from './check-html.ts'
import { decodeHtml } from './decode-html.ts'
import type { FormatReader } from './format-reader.ts'
import { htmlBlocks } from './html-blocks.ts'
import { lineFinder } from './html-lines.ts'
import { elementsOf, type HtmlNode, isDeeperThan, parseHtml } from './html-nodes.ts'
import { cssOf, styleSheetOf } from './html-style.ts'
import { runsOf } from './html-text.ts'
import { refuseRows } from './read-text.ts'
import { refusePage } from './refuse-page.ts'
import { joinRuns } from './text-runs.ts'

/**
 * A web page, a page that Word saved, or a mail, as blocks. Scripts, styles and comments are not words; what a browser would hide is
 * kept, and said.
 */
export const readHtml: FormatReader = async (name, content, tell) => {
  const decoded = decodeHtml(name, content)
  if (!decoded.ok) return decoded
  const text = decoded.value
  const problem = checkHtml(text)
  if (problem) return refusePage(name, problem)
  tell?.('Finding tables and headings', 0.3)
  const nodes = parseHtml(text)
  if (isDeeperThan(nodes, DEEPEST)) return refusePage(name, 'too-deep')
  const context = { sheet: styleSheetOf(cssOf(nodes)), hidden: 0 }
  const blocks = htmlBlocks(nodes, context, lineFinder(text))
  if (countRows(blocks) > LIMITS.tableRows) return refuseRows(name)
  return ok({
    format: 'html',
    blocks: withPageTitle(nodes, blocks),
    findings: context.hidden > 0 ? [hiddenWords(context.hidden)] : [],
  })
}

/** The title in a page's head stands first where the page has no first heading, else last: it often names the site too. */
function withPageTitle(nodes: readonly HtmlNode[], blocks: readonly Block[]): readonly Block[] {
  const title = pageTitle(nodes)
  if (title === '' || blocks.some((block) => block.kind !== 'table' && block.text === title)) return blocks
  const piece: Block = { kind: 'paragraph', text: title, where: {} }
  const hasHeading = blocks.some((block) => block.kind === 'heading' && block.depth === 1)
  return hasHeading ? [...blocks, piece] : [piece, ...blocks]
}

function pageTitle(nodes: readonly HtmlNode[]): string {
  const tops = elementsOf(nodes).flatMap((element) => [element, ...elementsOf(element.children)])
  const heads = tops.flatMap((element) => [element, ...elementsOf(element.children)])
  const title = heads.find((element) => element.name === 'title')
  const none = { sheet: new Map(), hidden: 0 }
  return title ? joinRuns(runsOf(title, { isStruck: false, isHidden: false }, none)) : ''
}

function countRows(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
}

function hiddenWords(count: number): Finding {
  const message = `The page hides ${count === 1 ? 'a passage' : `${count} passages`} from its readers; the words were read with the rest. Do they belong to the plan?`
  return { code: 'hidden-words', severity: 'question', action: null, words: null, message, where: null }
}
