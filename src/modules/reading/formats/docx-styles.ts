import { SaxesParser } from 'saxes'

/** What the paragraph and letter styles of a Word document say that matters to reading, each by the style's id. */
export type DocxStyles = {
  /** how deep a heading a style makes: "Heading 2" is 2, a title 1, and 0 is none */
  readonly depths: ReadonlyMap<string, number>
  /** the list a style numbers its paragraphs by */
  readonly lists: ReadonlyMap<string, { readonly list: string; readonly level: number }>
  readonly struck: ReadonlySet<string>
  /** lines of a table of contents */
  readonly contents: ReadonlySet<string>
}

type StyleDraft = { basedOn: string; name: string; depth?: number; list?: string; level?: number; isStruck?: boolean }

/** Reads `word/styles.xml`; what a style does not say it has from the style it is based on. */
export function readDocxStyles(xml: string): DocxStyles {
  const drafts = new Map<string, StyleDraft>()
  const parser = new SaxesParser()
  let style: StyleDraft = { basedOn: '', name: '' }
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? ''
    switch (name) {
      case 'w:style':
        style = { basedOn: '', name: '' }
        drafts.set(attributes['w:styleId'] ?? '', style)
        break
      case 'w:name':
        style.name = value.toLowerCase()
        break
      case 'w:basedOn':
        style.basedOn = value
        break
      case 'w:outlineLvl':
        style.depth = Number(value) < 6 ? Number(value) + 1 : 0
        break
      case 'w:numId':
        style.list = value
        break
      case 'w:ilvl':
        style.level = Number(value) || 0
        break
      case 'w:strike':
      case 'w:dstrike':
        style.isStruck = !/^(?:0|false|off)$/.test(value)
    }
  })
  parser.write(xml)
  const ids = [...drafts.keys()]
  const inherited = ids.map((id) => [id, inherit(id, drafts)] as const)
  return {
    depths: new Map(inherited.flatMap(([id, { depth }]) => (depth ? [[id, depth]] : []))),
    lists: new Map(inherited.flatMap(([id, { list, level }]) => (list ? [[id, { list, level: level ?? 0 }]] : []))),
    struck: new Set(ids.filter((id) => inherit(id, drafts).isStruck)),
    contents: new Set(ids.filter((id) => /^toc \d$/.test(drafts.get(id)?.name ?? ''))),
  }
}

function inherit(id: string, drafts: ReadonlyMap<string, StyleDraft>): Omit<StyleDraft, 'basedOn' | 'name'> {
  const whole: Omit<StyleDraft, 'basedOn' | 'name'> = {}
  let at = id
  for (let step = 0; step < 12; step++) {
    const draft = drafts.get(at)
    if (!draft) break
    const depth = draft.depth ?? depthByName(draft.name)
    if (depth !== undefined) whole.depth ??= depth
    if (draft.list !== undefined) whole.list ??= draft.list
    if (draft.level !== undefined) whole.level ??= draft.level
    if (draft.isStruck !== undefined) whole.isStruck ??= draft.isStruck
    at = draft.basedOn
  }
  return whole
}

function depthByName(name: string): number | undefined {
  if (/^heading [1-6]$/.test(name)) return Number(name.at(-1))
  return name === 'title' ? 1 : undefined
}
