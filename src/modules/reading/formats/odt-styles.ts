import { SaxesParser } from 'saxes'
import { valueAt } from '../../../kernel/value-at.ts'
import type { ListCount, NumberFormat, NumberLevel } from './list-numbers.ts'

/** What the styles of an OpenDocument text say that matters to reading. */
export type OdtStyles = {
  /** shades of cells, by the style's name */
  readonly fills: ReadonlyMap<string, string>
  /** styles of letters that strike them out */
  readonly struck: ReadonlySet<string>
  /** how deep a heading a paragraph's style makes it, and which style it comes from */
  readonly depths: ReadonlyMap<string, number>
  readonly parents: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, readonly (NumberLevel | undefined)[]>
  /** how headings are numbered, where they are */
  readonly outline: readonly (NumberLevel | undefined)[]
}

export type OdtCounts = Map<string, ListCount>

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** Reads the styles of `styles.xml` and of `content.xml`; what stands later wins. */
export function readOdtStyles(parts: readonly string[]): OdtStyles {
  const styles = {
    fills: new Map<string, string>(),
    struck: new Set<string>(),
    depths: new Map<string, number>(),
    parents: new Map<string, string>(),
    lists: new Map<string, (NumberLevel | undefined)[]>(),
    outline: [] as (NumberLevel | undefined)[],
  }
  for (const xml of parts) {
    let style = ''
    let levels: (NumberLevel | undefined)[] = []
    const parser = new SaxesParser()
    parser.on('error', () => {})
    parser.on('opentag', ({ name, attributes }) => {
      const value = (key: string) => attributes[key] ?? ''
      switch (name) {
        case 'style:style': {
          style = value('style:name')
          styles.parents.set(style, value('style:parent-style-name'))
          const depth = Number(value('style:default-outline-level'))
          if (depth >= 1 && depth <= 6) styles.depths.set(style, depth)
          break
        }
        case 'style:table-cell-properties': {
          const fill = /^#([0-9a-f]{6})$/i.exec(value('fo:background-color'))?.[1]
          if (fill) styles.fills.set(style, fill.toUpperCase())
          break
        }
        case 'style:text-properties':
          if (isStruck(value('style:text-line-through-style'), value('style:text-line-through-type')))
            styles.struck.add(style)
          break
        case 'text:outline-style':
          levels = styles.outline
          break
        case 'text:list-style':
          levels = []
          styles.lists.set(value('style:name'), levels)
          break
        case 'text:outline-level-style':
        case 'text:list-level-style-number':
        case 'text:list-level-style-bullet':
          levels[Number(value('text:level')) - 1] = levelOf(value)
      }
    })
    // The body has no styles in it, and is long.
    const end = xml.indexOf('<office:body')
    parser.write(end === -1 ? xml : xml.slice(0, end))
  }
  return styles
}

function levelOf(value: (key: string) => string): NumberLevel | undefined {
  const level = Number(value('text:level'))
  const format = valueAt(FORMATS, value('style:num-format'))
  if (!format || !(level >= 1 && level <= 10)) return undefined
  const shown = Math.min(level, Math.max(1, Number(value('text:display-levels')) || 1))
  const places = Array.from({ length: shown }, (_, at) => `%${level - shown + 1 + at}`)
  const pattern = `${value('style:num-prefix')}${places.join('.')}${value('style:num-suffix')}`
  return { format, pattern, start: Number(value('text:start-value')) || 1 }
}

function isStruck(style: string, type: string): boolean {
  return (style !== '' && style !== 'none') || (type !== '' && type !== 'none')
}
