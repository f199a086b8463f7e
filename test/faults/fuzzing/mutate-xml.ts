import type { Chance } from './chance.ts'
import { HOSTILE } from './hostile-words.ts'

type Span = { readonly from: number; readonly to: number }

/** Changes XML or HTML by its structure: attributes, text, tags and whole elements, which are lost, doubled, moved or nested. */
export function mutateXml(xml: string, chance: Chance): string {
  const hostile = chance.oneOf(HOSTILE) ?? ''
  switch (chance.below(9)) {
    case 0:
      return replaced(xml, pick(xml, /="[^"]*"/g, chance), `="${hostile}"`)
    case 1:
      return replaced(xml, pick(xml, /="[^"]*"/g, chance), textAt(xml, pick(xml, /="[^"]*"/g, chance)))
    case 2:
      return replaced(xml, pick(xml, /(?<=>)[^<]+(?=<)/g, chance), hostile)
    case 3:
      return replaced(xml, pick(xml, /<[^>]*>/g, chance), chance.onceIn(2) ? '' : hostile)
    case 4: {
      const element = elementOf(xml, chance)
      const times = element && element.to - element.from < 2_000 ? 1 + chance.below(400) : 2
      return replaced(xml, element, textAt(xml, element).repeat(times))
    }
    case 5:
      return replaced(xml, elementOf(xml, chance), '')
    case 6: {
      const moved = textAt(xml, elementOf(xml, chance))
      const place = pick(xml, /<[^>]*>/g, chance)
      return replaced(xml, place, textAt(xml, place) + moved)
    }
    case 7: {
      const element = elementOf(xml, chance)
      const name = /^<([^\s/>]+)/.exec(textAt(xml, element))?.[1] ?? 'x'
      const times = 1 + chance.below(chance.onceIn(3) ? 3_000 : 20)
      return replaced(xml, element, `<${name}>`.repeat(times) + textAt(xml, element) + `</${name}>`.repeat(times))
    }
    default: {
      const name = pick(xml, /(?<=<)[a-z][\w:-]*/gi, chance)
      return xml.replaceAll(`<${textAt(xml, name)}`, `<${textAt(xml, pick(xml, /(?<=<)[a-z][\w:-]*/gi, chance))}`)
    }
  }
}

/** One of the places that a pattern fits, looked for from a chance place on, so that long files are quick. */
function pick(text: string, pattern: RegExp, chance: Chance): Span | null {
  const from = chance.below(text.length)
  const window = text.slice(from, from + 20_000)
  const found = [...window.matchAll(pattern)].slice(0, 40)
  const one = chance.oneOf(found)
  return one ? { from: from + one.index, to: from + one.index + one[0].length } : null
}

/** An element without another of its name in it, from its first tag to its last. */
function elementOf(xml: string, chance: Chance): Span | null {
  const open = pick(xml, /<([a-z][\w:-]*)(?:\s[^>]*)?>/gi, chance)
  const name = open && /^<([^\s/>]+)/.exec(textAt(xml, open))?.[1]
  if (!open || !name) return null
  if (textAt(xml, open).endsWith('/>')) return open
  const end = xml.indexOf(`</${name}>`, open.to)
  return end === -1 ? open : { from: open.from, to: end + name.length + 3 }
}

function textAt(text: string, span: Span | null): string {
  return span ? text.slice(span.from, span.to) : ''
}

function replaced(text: string, span: Span | null, by: string): string {
  return span ? text.slice(0, span.from) + by + text.slice(span.to) : text
}
