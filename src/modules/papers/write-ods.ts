import { strToU8, type Zippable, zipSync } from 'fflate'
import { escapeXml } from './escape-xml.ts'
import { SHEET_COLOURS, type Sheet, type SheetRow } from './sheet.ts'

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const SPACES = ['office', 'style', 'text', 'table', 'meta', 'config']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const ALL_SPACES = `${SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"`
/** The first day a zip can name: the same sheet gives the same bytes. */
const FIRST_DAY = '1980-01-01T12:00:00Z'
const CM_PER_LETTER = 0.19

/** A sheet as an OpenDocument spreadsheet, with the same looks and the same care for printing as the Excel workbook. */
export function writeOds(sheet: Sheet): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    'content.xml': part('content', contentOf(sheet)),
    'styles.xml': part('styles', PAGE),
    'meta.xml': part(
      'meta',
      `<office:meta><dc:title>${escapeXml(sheet.title)}</dc:title>${sheet.note ? `<dc:description>${escapeXml(sheet.note)}</dc:description>` : ''}<meta:generator>Trellis</meta:generator></office:meta>`,
    ),
    'settings.xml': part('settings', frozen(sheet.name)),
    'META-INF/manifest.xml': MANIFEST,
  }
  // The type comes first and is not packed, so that programs know the file by its first bytes.
  const files: Zippable = { mimetype: [strToU8(TYPE), { level: 0 }] }
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml)
  return zipSync(files, { mtime: FIRST_DAY, level: 6 })
}

function part(kind: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-${kind} ${ALL_SPACES}>${inside}</office:document-${kind}>`
}

function contentOf({ name, columns, rows }: Sheet): string {
  const widths = columns.map(
    ({ width }, at) =>
      `<style:style style:name="co${at + 1}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_PER_LETTER).toFixed(2)}cm"/></style:style>`,
  )
  const placed = columns.map(
    (_, at) => `<table:table-column table:style-name="co${at + 1}" table:default-cell-style-name="plain"/>`,
  )
  const header = rowOf(
    columns.map(({ header: text }) => text),
    'header',
  )
  const body = rows.map((row) => rowOf(row.cells, row.look))
  return `<office:automatic-styles>${widths.join('')}${LOOKS}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${escapeXml(name)}">${placed.join('')}<table:table-header-rows>${header}</table:table-header-rows>${body.join('')}</table:table></office:spreadsheet></office:body>`
}

function rowOf(cells: readonly string[], look: SheetRow['look'] | 'header'): string {
  const written = cells.map((text) =>
    text === ''
      ? `<table:table-cell table:style-name="${look}"/>`
      : `<table:table-cell table:style-name="${look}" office:value-type="string"><text:p>${escapeXml(text)}</text:p></table:table-cell>`,
  )
  return `<table:table-row table:style-name="ro">${written.join('')}</table:table-row>`
}

function look(name: string, fill: string | null, words: string): string {
  const background = fill ? ` fo:background-color="#${fill}"` : ''
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties${background} fo:wrap-option="wrap" style:vertical-align="top" fo:border="0.5pt solid #${SHEET_COLOURS.line}" fo:padding="0.05cm"/><style:text-properties fo:font-size="10pt" style:font-name="Arial" ${words}/></style:style>`
}

const LOOKS = [
  '<style:style style:name="ro" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  look('plain', null, ''),
  look('quiet', null, `fo:color="#${SHEET_COLOURS.quietWords}"`),
  look('band', SHEET_COLOURS.band, 'fo:font-weight="bold"'),
  look('header', SHEET_COLOURS.header, `fo:font-weight="bold" fo:color="#${SHEET_COLOURS.headerWords}"`),
].join('')

const PAGE = `<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/></office:master-styles>`

/** The first row stays in sight. */
function frozen(name: string): string {
  const item = (key: string, type: string, value: string) =>
    `<config:config-item config:name="${key}" config:type="${type}">${value}</config:config-item>`
  const table = [
    item('VerticalSplitMode', 'short', '2'),
    item('VerticalSplitPosition', 'int', '1'),
    item('ActiveSplitRange', 'short', '2'),
    item('PositionBottom', 'int', '1'),
  ].join('')
  return `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${escapeXml(name)}">${table}</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`.replace(
    'config:name="ooo:view-settings"',
    'xmlns:ooo="http://openoffice.org/2004/office" config:name="ooo:view-settings"',
  )
}

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>${['content', 'styles', 'meta', 'settings'].map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`
