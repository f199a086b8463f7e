import { attribute, type HtmlElement, type HtmlNode, isElement } from './html-nodes.ts'
import { type StyleSheet, styleOf } from './html-style.ts'
import type { TextRun } from './text-runs.ts'

/** What a page is read by. `hidden` counts the passages that a browser would not show. */
export type HtmlContext = {
  readonly sheet: StyleSheet
  hidden: number
}
export type InlineState = { readonly isStruck: boolean; readonly isHidden: boolean }

const NO_WORDS = new Set(['script', 'style', 'template', 'head', 'audio', 'video', 'canvas', 'datalist'])
/** Stands between two lines of a cell: white space that no text of a page is likely to hold. */
export const LINE_END = '\u2028'
/** Elements that end the word before them, wherever they stand. */
const APART =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|label|legend|li|main|nav|ol|optgroup|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|button)$/

export function hasNoWords(node: HtmlNode): boolean {
  return node.type === 'script' || node.type === 'style' || (isElement(node) && NO_WORDS.has(node.name))
}

export function standsApart(element: HtmlElement): boolean {
  return APART.test(element.name)
}

export function stateInside(element: HtmlElement, outside: InlineState, context: HtmlContext): InlineState {
  const style = styleOf(element, context.sheet)
  const isHidden = outside.isHidden || style.isHidden
  if (isHidden && !outside.isHidden) context.hidden++
  return { isStruck: outside.isStruck || style.isStruck, isHidden }
}

/** The words of a node and all in it, those a browser hides too; pictures give the words that stand for them. */
export function runsOf(node: HtmlNode, outside: InlineState, context: HtmlContext): TextRun[] {
  if (node.type === 'text') return [{ text: node.data.replace(/\u00ad/g, ''), isStruck: outside.isStruck }]
  if (!isElement(node))
    return 'children' in node && !hasNoWords(node)
      ? node.children.flatMap((child) => runsOf(child, outside, context))
      : []
  if (hasNoWords(node)) return []
  const said = wordsOfControl(node)
  if (said !== null) return [{ text: said, isStruck: outside.isStruck }]
  const state = stateInside(node, outside, context)
  const inside = node.children.flatMap((child) => runsOf(child, state, context))
  const space: TextRun = { text: LINE_END, isStruck: false }
  return standsApart(node) ? [space, ...inside, space] : inside
}

function wordsOfControl(element: HtmlElement): string | null {
  switch (element.name) {
    case 'img':
      return attribute(element, 'alt')
    case 'input':
      return wordsOfInput(element)
    default:
      return null
  }
}

function wordsOfInput(element: HtmlElement): string {
  const kind = attribute(element, 'type').toLowerCase()
  if (kind === 'checkbox' || kind === 'radio') return 'checked' in element.attribs ? '☑' : '☐'
  return kind === 'hidden' || kind === 'password' ? '' : ` ${attribute(element, 'value')} `
}
