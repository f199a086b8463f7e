import { SaxesParser } from 'saxes'
import { valueAt } from '../../../kernel/value-at.ts'
import { countItem, type ListCount, type NumberFormat, type NumberLevel } from './list-numbers.ts'

/** The numbered lists of a Word document, each by the id that paragraphs name it by. */
export type DocxLists = ReadonlyMap<string, DocxList>
type Levels = (NumberLevel | undefined)[]
type DocxList = {
  readonly levels: Levels
  /** the count goes on through every list of the same definition */
  readonly count: ListCount
  /** the level that paragraphs of a style stand on */
  readonly levelByStyle: ReadonlyMap<string, number>
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  decimalZero: 'decimal',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
}

/** Reads `word/numbering.xml`, in which the numbers stand that no word of the text holds: "1.1" before a heading or alone in a cell. */
export function readDocxLists(xml: string): DocxLists {
  const definitions = new Map<string, DocxList>()
  const lists = new Map<string, DocxList>()
  let definition: { levels: Levels; count: ListCount; levelByStyle: Map<string, number> } | null = null
  let list = ''
  let level = 0
  let draft = { format: 'bullet' as NumberFormat, pattern: '', start: 1 }
  const parser = new SaxesParser()
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? ''
    switch (name) {
      case 'w:abstractNum':
        definition = { levels: [], count: [], levelByStyle: new Map() }
        definitions.set(attributes['w:abstractNumId'] ?? '', definition)
        break
      case 'w:num':
        definition = null
        list = attributes['w:numId'] ?? ''
        break
      case 'w:abstractNumId':
        lists.set(list, definitions.get(value) ?? { levels: [], count: [], levelByStyle: new Map() })
        break
      case 'w:lvlOverride':
        level = Number(attributes['w:ilvl']) || 0
        break
      case 'w:startOverride':
        lists.set(list, startingAt(lists.get(list), level, Number(value) || 0))
        break
      case 'w:lvl':
        level = Number(attributes['w:ilvl']) || 0
        draft = { format: 'bullet', pattern: '', start: 1 }
        if (definition && level < 9) definition.levels[level] = draft
        break
      case 'w:start':
        draft.start = Number(value) || 0
        break
      case 'w:numFmt':
        draft.format = valueAt(FORMATS, value) ?? (value === 'bullet' || value === 'none' ? 'bullet' : 'decimal')
        break
      case 'w:lvlText':
        draft.pattern = value
        break
      case 'w:pStyle':
        definition?.levelByStyle.set(value, level)
    }
  })
  parser.write(xml)
  return lists
}

/** The number of the next paragraph of a list; '' for a bullet or a list that is not there. */
export function nextNumber(lists: DocxLists, list: string, level: number): string | null {
  const found = lists.get(list)
  return found && level < 9 ? countItem(found.count, found.levels, level) : null
}

/** A list that begins anew counts for itself. */
function startingAt(list: DocxList | undefined, level: number, start: number): DocxList {
  const levels = [...(list?.levels ?? [])]
  const own = levels[level]
  if (own) levels[level] = { ...own, start }
  return { levels, count: [], levelByStyle: list?.levelByStyle ?? new Map() }
}
