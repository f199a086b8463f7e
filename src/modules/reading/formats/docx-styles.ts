import { SaxesParser } from 'saxes'

/** How deep a heading each paragraph style is, by the style's id: "Heading2" is 2. Titles are 1. */
export function headingStyles(xml: string): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const parser = new SaxesParser()
  let style = ''
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:style') style = attributes['w:styleId'] ?? ''
    else if (name === 'w:name' && /^heading [1-6]$/i.test(value)) depths.set(style, Number(value.at(-1)))
    else if (name === 'w:name' && /^title$/i.test(value)) depths.set(style, 1)
    else if (name === 'w:outlineLvl' && Number(value) < 6 && !depths.has(style)) depths.set(style, Number(value) + 1)
  })
  parser.write(xml).close()
  return depths
}
