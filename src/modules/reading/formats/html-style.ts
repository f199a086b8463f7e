import { readColour } from './html-colours.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlNode } from './html-nodes.ts'

/** What a style says that matters to reading. */
export type HtmlStyle = {
  readonly fill: string | null
  readonly isHidden: boolean
  readonly isStruck: boolean
}
type Rule = { readonly tag: string; readonly mark: string; readonly style: Partial<HtmlStyle> }
export type StyleSheet = ReadonlyMap<string, readonly Rule[]>

const STRUCK = new Set(['s', 'del', 'strike'])
const MOST_RULES = 5_000
const LONGEST_SHEET = 2_000_000
const LONGEST_SELECTORS = 2_000
const LONGEST_NAME = 200

/** The rules of a page's own style sheets that colour, hide or strike, by the class, id or name of an element they are for. */
export function styleSheetOf(css: string): StyleSheet {
  const sheet = new Map<string, Rule[]>()
  let counted = 0
  for (const { selectors, body } of rulesOf(withoutComments(css.slice(0, LONGEST_SHEET)))) {
    const style = declared(body)
    if (Object.keys(style).length === 0) continue
    for (const selector of selectors.slice(-LONGEST_SELECTORS).split(',')) {
      const last = /([a-z][a-z0-9]*)?([.#][\w-]+)?$/i.exec(selector.trim().slice(-LONGEST_NAME))
      const [tag = '', mark = ''] = [last?.[1]?.toLowerCase(), last?.[2]]
      if ((tag === '' && mark === '') || ++counted > MOST_RULES) continue
      const key = mark || tag
      const rules = sheet.get(key)
      if (rules) rules.push({ tag, mark, style })
      else sheet.set(key, [{ tag, mark, style }])
    }
  }
  return sheet
}

/** Each pair of braces with what stands before it, outermost braces (of `@media`) left aside; walked once, whatever is not closed. */
function* rulesOf(css: string): Generator<{ readonly selectors: string; readonly body: string }> {
  let from = 0
  for (let close = css.indexOf('}'); close !== -1; close = css.indexOf('}', from)) {
    const inside = css.slice(from, close)
    const open = inside.lastIndexOf('{')
    if (open > 0) {
      const selectors = inside.slice(0, open)
      yield { selectors: selectors.slice(selectors.lastIndexOf('{') + 1), body: inside.slice(open + 1) }
    }
    from = close + 1
  }
}

/** A comment that is not closed goes on to the end, as a browser has it. */
function withoutComments(css: string): string {
  const kept: string[] = []
  let from = 0
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', from)) {
    kept.push(css.slice(from, open))
    const close = css.indexOf('*/', open + 2)
    from = close === -1 ? css.length : close + 2
  }
  return [...kept, css.slice(from)].join(' ').replace(/<!--|-->/g, ' ')
}

/** The style of one element: by its name, then its classes, its id, and last what is written on it. */
export function styleOf(element: HtmlElement, sheet: StyleSheet): HtmlStyle {
  const classes = attribute(element, 'class').split(/\s+/).slice(0, 20)
  const id = attribute(element, 'id')
  const keys = [element.name, ...classes.map((name) => `.${name}`), `#${id}`]
  const rules = keys.flatMap((key) => sheet.get(key) ?? []).filter(({ tag }) => tag === '' || tag === element.name)
  const inAttributes: Partial<HtmlStyle> = {
    ...given('fill', readColour(attribute(element, 'bgcolor'))),
    ...('hidden' in element.attribs ? { isHidden: true } : {}),
    ...(STRUCK.has(element.name) ? { isStruck: true } : {}),
  }
  const none: HtmlStyle = { fill: null, isHidden: false, isStruck: false }
  const own = declared(attribute(element, 'style'))
  return Object.assign(none, inAttributes, ...rules.map(({ style }) => style), own)
}

/** The text of every style sheet in a page. */
export function cssOf(nodes: readonly HtmlNode[]): string {
  const sheets: string[] = []
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'style') sheets.push(node.children.map((child) => ('data' in child ? child.data : '')).join(''))
    else if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child)
  }
  return sheets.join('\n')
}

function declared(body: string): Partial<HtmlStyle> {
  let style: Partial<HtmlStyle> = {}
  for (const line of body.slice(0, 5_000).split(';')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase()
    if (name === 'background' || name === 'background-color') style = { ...style, ...given('fill', colourIn(value)) }
    else if (name === 'display') style = { ...style, isHidden: value === 'none' }
    else if (name === 'visibility' && value === 'hidden') style = { ...style, isHidden: true }
    else if (name === 'mso-hide' && value === 'all') style = { ...style, isHidden: true }
    else if (name === 'text-decoration' || name === 'text-decoration-line')
      style = { ...style, isStruck: value.includes('line-through') }
  }
  return style
}

/** `background: red url(x) no-repeat` is red; a colour in brackets stays one word. */
function colourIn(value: string): string | null {
  const whole = readColour(value)
  if (whole) return whole
  for (const word of value
    .slice(0, LONGEST_NAME)
    .match(/[a-z]+\([^)]*\)|[^\s()]+/g)
    ?.slice(0, 12) ?? []) {
    const colour = readColour(word)
    if (colour) return colour
  }
  return null
}

function given(name: 'fill', value: string | null): Partial<HtmlStyle> {
  return value === null ? {} : { [name]: value }
}

/** The first shade on an element inside a cell that holds all of the cell's words. */
export function innerFill(cell: HtmlElement, sheet: StyleSheet): string | null {
  let at = cell
  for (let depth = 0; depth < 6; depth++) {
    const inner = at.children.filter((child) => child.type !== 'text' || child.data.trim() !== '')
    const [only] = elementsOf(inner)
    if (inner.length !== 1 || !only) return null
    const { fill } = styleOf(only, sheet)
    if (fill) return fill
    at = only
  }
  return null
}
