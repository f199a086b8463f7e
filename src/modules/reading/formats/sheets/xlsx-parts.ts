import { attributeOf, walkXml } from './walk-xml.ts'

/** The parts of an unpacked workbook by their paths; names in a zip differ in case between programs. */
export type Parts = { readonly get: (path: string) => string | undefined; readonly paths: readonly string[] }

export type SheetEntry = { readonly name: string; readonly path: string; readonly isHidden: boolean }
export type Workbook = { readonly sheets: readonly SheetEntry[]; readonly is1904: boolean }

export function partsOf(unzipped: ReadonlyMap<string, string>): Parts {
  const byPath = new Map([...unzipped].map(([path, xml]) => [path.toLowerCase(), xml]))
  return { get: (path) => byPath.get(path.toLowerCase()), paths: [...unzipped.keys()] }
}

/** The sheets a workbook names, in their order, with the part each stands in; false when it is broken. */
export function readWorkbookPart(parts: Parts): Workbook | false {
  const targets = relationsOf(parts, 'xl/workbook.xml')
  const sheets: SheetEntry[] = []
  let is1904 = false
  const isWhole = walkXml(parts.get('xl/workbook.xml') ?? '', {
    open: (name, attributes, path) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet' || path.at(-1) !== 'sheets') return
      const target = targets.get(attributeOf(attributes, 'id') ?? '')?.path
      const isHidden = /hidden/i.test(attributes.state ?? '')
      if (target) sheets.push({ name: attributes.name ?? '', path: target, isHidden })
    },
  })
  return isWhole && { sheets, is1904 }
}

export type Relation = { readonly path: string; readonly kind: string }

/** What a part points at, by the id it uses; what lies outside the workbook is not followed. */
export function relationsOf(parts: Parts, path: string): ReadonlyMap<string, Relation> {
  const cut = path.lastIndexOf('/')
  const xml = parts.get(`${path.slice(0, cut)}/_rels/${path.slice(cut + 1)}.rels`)
  const found = new Map<string, Relation>()
  if (xml === undefined) return found
  walkXml(xml, {
    open: (name, { Id, Target, Type, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return
      found.set(Id, { path: resolvePath(path.slice(0, cut), Target), kind: Type?.split('/').at(-1) ?? '' })
    },
  })
  return found
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
