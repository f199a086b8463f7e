import { SaxesParser } from 'saxes'
import { valueAt } from '../../../kernel/value-at.ts'

/** The colours of a document's theme by the names that shades use: "accent1", "text2", "background1". */
export function readTheme(xml: string): ReadonlyMap<string, string> {
  const colours = new Map<string, string>()
  const parser = new SaxesParser()
  let name = ''
  parser.on('error', () => {})
  parser.on('opentag', (tag) => {
    const own = tag.name.replace(/^\w+:/, '')
    if (/^(?:dk|lt)[12]$|^accent[1-6]$/.test(own)) name = valueAt(ALSO, own) ?? own
    const value = own === 'srgbClr' ? tag.attributes.val : own === 'sysClr' ? tag.attributes.lastClr : undefined
    if (name !== '' && value && /^[0-9a-f]{6}$/i.test(value)) {
      if (!colours.has(name)) colours.set(name, value.toUpperCase())
      name = ''
    }
  })
  const end = xml.indexOf('</a:clrScheme>')
  parser.write(end === -1 ? xml.slice(0, 100_000) : xml.slice(0, end))
  return colours
}

const ALSO: Readonly<Record<string, string>> = { dk1: 'text1', dk2: 'text2', lt1: 'background1', lt2: 'background2' }
