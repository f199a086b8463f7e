import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>
export type XmlEvents = {
  /** `path` holds the elements around, outermost first, without this one; names have no prefix */
  readonly open?: (name: string, attributes: Attributes, path: readonly string[]) => void
  readonly close?: (name: string, path: readonly string[]) => void
  readonly text?: (text: string, path: readonly string[]) => void
}

/** No spreadsheet nests its elements deeper; a hostile one may. */
const DEEPEST = 200

/**
 * Walks through XML in pieces, by names without their prefixes. A document type, which could define entities, is refused.
 *
 * @param isEnough  asked between pieces; true ends the walk early
 * @returns false when the XML is broken or defines what it should not
 */
export function walkXml(xml: string, events: XmlEvents, isEnough: () => boolean = () => false): boolean {
  const parser = new SaxesParser()
  const path: string[] = []
  let isWhole = true
  const stop = () => {
    isWhole = false
  }
  parser.on('error', stop)
  parser.on('doctype', stop)
  parser.on('opentag', ({ name, attributes }) => {
    const bare = withoutPrefix(name)
    if (isWhole) events.open?.(bare, attributes, path)
    path.push(bare)
    if (path.length > DEEPEST) stop()
  })
  parser.on('closetag', () => {
    const bare = path.pop() ?? ''
    if (isWhole) events.close?.(bare, path)
  })
  parser.on('text', (text) => {
    if (isWhole) events.text?.(text, path)
  })
  const { text } = events
  if (text) parser.on('cdata', (words) => text(words, path))
  for (let at = 0; at < xml.length && isWhole; at += 65_536) {
    parser.write(xml.slice(at, at + 65_536))
    if (isEnough()) return isWhole
  }
  if (isWhole) parser.close()
  return isWhole
}

/** An attribute whatever the prefix of its name: `r:id` and `rel:id` are both "id". */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  const prefixed = Object.keys(attributes).find((each) => each.endsWith(`:${name}`))
  return prefixed === undefined ? undefined : attributes[prefixed]
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
