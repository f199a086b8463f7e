/** What makes a page unfit to be read, found before a tree is built of it. */
export type HtmlProblem = 'too-deep' | 'too-many-elements' | 'swollen-element'

const LONGEST_TAG = 100_000
const MOST_ELEMENTS = 2_000_000
export const DEEPEST = 400
const MOST_ATTRIBUTES = 500
/** Elements that end by themselves, or whose end may be left out. */
const ENDS_ITSELF =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup|body|html|head|o:p)$/

/**
 * Looks through a page for what would make its tree swell: elements nested without end, and elements with thousands of attributes.
 * The text is walked once and nothing is kept.
 */
export function checkHtml(text: string): HtmlProblem | null {
  const tag = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi
  const endless = new Set<string>()
  let depth = 0
  let elements = 0
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const name = (found[2] ?? '').toLowerCase()
    const end = endOfTag(text, tag.lastIndex)
    if (end.attributes > MOST_ATTRIBUTES || end.bareLength > LONGEST_TAG) return 'swollen-element'
    tag.lastIndex = end.at
    if (++elements > MOST_ELEMENTS) return 'too-many-elements'
    if (ENDS_ITSELF.test(name) || text[end.at - 1] === '/') continue
    depth = found[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return 'too-deep'
    if (!isRaw(name) || found[1] === '/' || endless.has(name)) continue
    const after = text.indexOf(`</${name}`, end.at)
    // Text without an end is not searched for one again: a page may hold a million such beginnings.
    if (after === -1) endless.add(name)
    else tag.lastIndex = after
  }
  return null
}

/** Where a tag ends, how many attributes it seems to have, and how long it is without what stands in quotes. */
function endOfTag(text: string, from: number): { at: number; attributes: number; bareLength: number } {
  let attributes = 0
  let bareLength = 0
  let wasBlank = false
  let at = from
  for (; at < text.length; at++) {
    const letter = text[at]
    if (letter === '>') break
    if ((letter === '"' || letter === "'") && text[at - 1] === '=') {
      const close = text.indexOf(letter, at + 1)
      if (close === -1) return { at: text.length, attributes, bareLength: bareLength + text.length - at }
      at = close
      wasBlank = true
      continue
    }
    const isBlank = letter === ' ' || letter === '\n' || letter === '\t' || letter === '\r'
    if (wasBlank && !isBlank && letter !== '/') attributes++
    wasBlank = isBlank
    if (++bareLength > LONGEST_TAG) break
  }
  return { at, attributes, bareLength }
}

function isRaw(name: string): boolean {
  return name === 'script' || name === 'style'
}
