import { type CheerioAPI, load } from 'cheerio/slim'

type HtmlDocument = NonNullable<ReturnType<CheerioAPI['root']>[0]>
export type HtmlNode = HtmlDocument['children'][number]
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>

/** A page as a tree; each node knows where it starts in the text. */
export function parseHtml(text: string): readonly HtmlNode[] {
  return (
    load(text, { xml: { xmlMode: false, withStartIndices: true, decodeEntities: true } }, false).root()[0]?.children ??
    []
  )
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'tag'
}

/** The elements among some nodes, without comments and text. */
export function elementsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter(isElement)
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attribs[name] ?? ''
}

/** Whether an element, or one inside it, has one of these names. */
export function holds(element: HtmlElement, names: ReadonlySet<string>): boolean {
  const waiting: HtmlNode[] = [...element.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue
    if (names.has(node.name)) return true
    for (const child of node.children) waiting.push(child)
  }
  return false
}

/** Whether elements stand inside each other more than this many times: those whose ends may be left out are only told in the tree. */
export function isDeeperThan(nodes: readonly HtmlNode[], most: number): boolean {
  let level = nodes.filter(isElement)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((element) => element.children.filter(isElement))
  }
  return false
}
