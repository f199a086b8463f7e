import { zip } from '../../../test/support/zip.ts'

/** A cell of a made-up sheet. A number is kept as one; `format` is how Excel shows it. */
export type SheetCellGiven = {
  readonly value: string | number
  readonly format?: string
  /** attributes of the colour: `rgb="FF00B050"`, `theme="9" tint="0.4"` */
  readonly colour?: string
  readonly pattern?: string
  readonly isBold?: boolean
  readonly isStruck?: boolean
  /** the cell's words as XML runs, in place of `value` */
  readonly runs?: string
  readonly formula?: string
}
export type CellGiven = string | number | null | SheetCellGiven

export type SheetGiven = {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** null leaves the row out */
  readonly rows: readonly (readonly CellGiven[] | null)[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** XML that stands after the cells: conditional formats, headers and footers */
  readonly after?: string
  readonly notes?: Readonly<Record<string, string>>
  readonly box?: string
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An Excel workbook as its XML, so that a test says just what stands in it. `dxfs` are the looks of conditional formats. */
export function anXlsx(
  sheets: readonly SheetGiven[],
  extra: { dxfs?: string; types?: string; parts?: readonly { name: string; content: string | Uint8Array }[] } = {},
): Uint8Array {
  const looks = new Looks()
  const written = sheets.map((sheet) => sheetXml(sheet, looks))
  const list = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(nameOf(sheet, index))}" sheetId="${index + 1}" r:id="r${index + 1}"${sheet.state ? ` state="${sheet.state}"` : ''}/>`,
  )
  const relations = sheets.map((_, index) => relation(`r${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  return zip([
    { name: '[Content_Types].xml', content: `<Types>${extra.types ?? ''}</Types>` },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: looks.xml(extra.dxfs ?? '') },
    ...written.map((content, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content })),
    ...sheets.flatMap((sheet, index) => besides(sheet, index + 1)),
    ...(extra.parts ?? []),
  ])
}

function besides(sheet: SheetGiven, number: number) {
  const parts: { name: string; content: string }[] = []
  const relations: string[] = []
  if (sheet.notes) {
    const notes = Object.entries(sheet.notes).map(
      ([at, text]) => `<comment ref="${at}" authorId="0"><text><r><t>${escapeXml(text)}</t></r></text></comment>`,
    )
    parts.push({
      name: `xl/comments${number}.xml`,
      content: `<comments ${MAIN}><commentList>${notes.join('')}</commentList></comments>`,
    })
    relations.push(relation('c1', 'comments', `../comments${number}.xml`))
  }
  if (sheet.box) {
    const box = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody><a:p><a:r><a:t>${escapeXml(sheet.box)}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`
    parts.push({ name: `xl/drawings/drawing${number}.xml`, content: box })
    relations.push(relation('d1', 'drawing', `../drawings/drawing${number}.xml`))
  }
  if (relations.length > 0)
    parts.push({
      name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      content: `<Relationships>${relations.join('')}</Relationships>`,
    })
  return parts
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
}

function sheetXml(sheet: SheetGiven, looks: Looks): string {
  const columns = (sheet.hiddenColumns ?? [])
    .map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
    .join('')
  const rows = sheet.rows.map((cells, index) => {
    if (cells === null) return ''
    const hidden = sheet.hiddenRows?.includes(index + 1) ? ' hidden="1"' : ''
    const written = cells.map((cell, column) =>
      cell === null ? '' : cellXml(cell, `${columnOf(column)}${index + 1}`, looks),
    )
    return `<row r="${index + 1}"${hidden}>${written.join('')}</row>`
  })
  const merges = sheet.merges
    ? `<mergeCells>${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : ''
  return `<worksheet ${MAIN}><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${merges}${sheet.after ?? ''}</worksheet>`
}

function cellXml(given: Exclude<CellGiven, null>, at: string, looks: Looks): string {
  const cell: SheetCellGiven = typeof given === 'object' ? given : { value: given }
  const style = looks.numberOf(cell)
  const formula = cell.formula ? `<f>${escapeXml(cell.formula)}</f>` : ''
  if (typeof cell.value === 'number') return `<c r="${at}" s="${style}">${formula}<v>${cell.value}</v></c>`
  if (cell.formula && cell.value === '') return `<c r="${at}" s="${style}">${formula}</c>`
  if (cell.formula) return `<c r="${at}" s="${style}" t="str">${formula}<v>${escapeXml(cell.value)}</v></c>`
  const words = cell.runs ?? (cell.value === '' ? '' : `<t xml:space="preserve">${escapeXml(cell.value)}</t>`)
  return words === '' ? `<c r="${at}" s="${style}"/>` : `<c r="${at}" s="${style}" t="inlineStr"><is>${words}</is></c>`
}

function nameOf(sheet: SheetGiven, index: number): string {
  return sheet.name ?? `Sheet${index + 1}`
}

function columnOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnOf(Math.floor(column / 26) - 1)}${columnOf(column % 26)}`
}

/** The looks of a workbook's cells, each written once. */
class Looks {
  readonly #looks: SheetCellGiven[] = [{ value: '' }]

  numberOf({ format, colour, pattern, isBold, isStruck }: SheetCellGiven): number {
    const same = (look: SheetCellGiven) =>
      look.format === format &&
      look.colour === colour &&
      look.pattern === pattern &&
      look.isBold === isBold &&
      look.isStruck === isStruck
    const known = this.#looks.findIndex(same)
    if (known !== -1) return known
    this.#looks.push({
      value: '',
      ...(format && { format }),
      ...(colour && { colour }),
      ...(pattern && { pattern }),
      ...(isBold && { isBold }),
      ...(isStruck && { isStruck }),
    })
    return this.#looks.length - 1
  }

  xml(dxfs: string): string {
    const formats = this.#looks.map(({ format }, index) =>
      format ? `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>` : '',
    )
    const fonts = this.#looks.map(
      ({ isBold, isStruck }) => `<font>${isBold ? '<b/>' : ''}${isStruck ? '<strike/>' : ''}</font>`,
    )
    const fills = this.#looks.map(({ colour, pattern }) =>
      colour
        ? `<fill><patternFill patternType="${pattern ?? 'solid'}"><fgColor ${colour}/><bgColor indexed="64"/></patternFill></fill>`
        : '<fill><patternFill patternType="none"/></fill>',
    )
    const xfs = this.#looks.map(
      ({ format }, index) => `<xf numFmtId="${format ? 200 + index : 0}" fontId="${index}" fillId="${index}"/>`,
    )
    return `<styleSheet ${MAIN}><numFmts>${formats.join('')}</numFmts><fonts>${fonts.join('')}</fonts><fills>${fills.join('')}</fills><cellXfs>${xfs.join('')}</cellXfs><dxfs>${dxfs}</dxfs></styleSheet>`
  }
}

export type OdsGiven = { readonly styles?: string; readonly body: string; readonly manifest?: string }

/** An OpenDocument workbook around its automatic styles and its tables' XML. */
export function anOds({ styles = '', body, manifest = '' }: OdsGiven): Uint8Array {
  const spaces = ['office', 'table', 'text', 'style', 'fo', 'number', 'calcext', 'draw']
    .map((name) => `xmlns:${name}="urn:${name}"`)
    .join(' ')
  const content = `<office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'META-INF/manifest.xml', content: `<m xmlns:manifest="urn:m">${manifest}</m>` },
    { name: 'content.xml', content },
  ])
}

/** One table of plain words. */
export function odsTable(name: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text === ''
      ? '<table:table-cell/>'
      : `<table:table-cell office:value-type="string"><text:p>${escapeXml(text)}</text:p></table:table-cell>`
  return `<table:table table:name="${escapeXml(name)}">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** A text in an encoding of one byte a letter; letters it has not become question marks. */
export function encodeAs(encoding: 'windows-1252' | 'macintosh', text: string): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (letter) => Math.max(letters.indexOf(letter), 0) || 0x3f)
}

/** A text in UTF-16, with the small or the large byte of each letter first. */
export function encodeWide(text: string, first: 'little' | 'big'): Uint8Array {
  const content = new Uint8Array(text.length * 2)
  const view = new DataView(content.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), first === 'little')
  return content
}
