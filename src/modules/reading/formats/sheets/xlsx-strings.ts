import { LIMITS } from '../../limits.ts'
import { type CellRun, unescapeExcel } from './rich-text.ts'
import { type Attributes, walkXml, type XmlEvents } from './walk-xml.ts'

/** Gathers the words of one `si` or `is` element: plain, or runs with a look of their own. Reading aids (`rPh`) are left out. */
export type RunReader = {
  readonly open: (name: string, attributes: Attributes, path: readonly string[]) => void
  readonly text: (text: string, path: readonly string[]) => void
  readonly take: () => CellRun[]
}

export function readRuns(): RunReader {
  let runs: CellRun[] = []
  let isStruck: boolean | null = null
  return {
    open: (name, attributes, path) => {
      if (name === 'r') isStruck = null
      else if (name === 'rPr') isStruck = false
      else if (name === 'strike' && path.at(-1) === 'rPr') isStruck = !['0', 'false'].includes(attributes.val ?? '1')
      else if (name === 't' && path.at(-1) !== 'r') isStruck = null
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && path.at(-2) !== 'rPh') runs.push({ text: unescapeExcel(text), isStruck })
    },
    take: () => {
      const taken = runs
      runs = []
      return taken
    },
  }
}

/** The texts of `xl/sharedStrings.xml`, which cells name by number; false when it is broken, or holds more than cells could name. */
export function readSharedStrings(xml: string): readonly (readonly CellRun[])[] | false {
  const isTooMany = () => strings.length > 2 * LIMITS.sheetCells
  const strings: (readonly CellRun[])[] = []
  const runs = readRuns()
  const events: XmlEvents = {
    open: runs.open,
    text: runs.text,
    close: (name) => {
      if (name === 'si') strings.push(runs.take())
    },
  }
  return walkXml(xml, events, isTooMany) && !isTooMany() && strings
}
