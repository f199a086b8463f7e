import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { zip } from '../../support/zip.ts'
import type { MadeCell, MadePiece } from './table-of.ts'
import { cellsOf, widthOf } from './write-text.ts'

/** A workbook of one sheet, by a library that is not the one Trellis writes with. */
export function asWorkbook(pieces: readonly MadePiece[], kind: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const rows: string[][] = []
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'table') {
      rows.push([piece.text], [])
      continue
    }
    const width = widthOf(piece.rows)
    for (const row of piece.rows) {
      for (const cell of row) {
        const at = { r: rows.length, c: width === row.length || cell.across ? row.indexOf(cell) : 0 }
        const ends = { r: at.r + (cell.down ?? 1) - 1, c: at.c + (cell.across ?? 1) - 1 }
        if (ends.r > at.r || ends.c > at.c) merges.push({ s: at, e: ends })
      }
      rows.push(cellsOf(row, width))
    }
    rows.push([])
  }
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Plan')
  return new Uint8Array(write(book, { type: 'array', bookType: kind }))
}

export async function asWord(pieces: readonly MadePiece[]): Promise<Uint8Array> {
  const children = pieces.map((piece) =>
    piece.kind === 'table'
      ? new Table({ rows: piece.rows.map((row) => new TableRow({ children: row.map(wordCell) })) })
      : new Paragraph({
          text: piece.text,
          heading: piece.kind === 'title' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function wordCell({ text, across, down }: MadeCell): TableCell {
  return new TableCell({
    children: [new Paragraph(text)],
    ...(across ? { columnSpan: across } : {}),
    ...(down ? { rowSpan: down } : {}),
  })
}

export function asOdt(pieces: readonly MadePiece[]): Uint8Array {
  const body = pieces.map((piece) => {
    if (piece.kind !== 'table')
      return `<text:h text:outline-level="${piece.kind === 'title' ? 1 : 2}">${escapeXml(piece.text)}</text:h>`
    return `<table:table>${piece.rows.map(odtRow).join('')}</table:table>`
  })
  const names = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const content = `<office:document-content ${names.join(' ')}><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'META-INF/manifest.xml', content: '<manifest>application/vnd.oasis.opendocument.text</manifest>' },
    { name: 'content.xml', content },
  ])
}

/** A cell that reaches down leaves covered cells under it, as LibreOffice writes them. */
function odtRow(row: readonly MadeCell[], index: number, rows: readonly (readonly MadeCell[])[]): string {
  const width = widthOf(rows)
  const isShort = row.reduce((sum, cell) => sum + (cell.across ?? 1), 0) < width
  const cells = row.map(({ text, across, down }) => {
    const spans = `${across ? ` table:number-columns-spanned="${across}"` : ''}${down ? ` table:number-rows-spanned="${down}"` : ''}`
    const covered = across ? '<table:covered-table-cell/>'.repeat(across - 1) : ''
    return `<table:table-cell${spans}><text:p>${escapeXml(text)}</text:p></table:table-cell>${covered}`
  })
  return `<table:table-row>${isShort && index > 0 ? '<table:covered-table-cell/>' : ''}${cells.join('')}</table:table-row>`
}

export function asHtml(pieces: readonly MadePiece[]): Uint8Array {
  const body = pieces.map((piece) => {
    if (piece.kind !== 'table')
      return `<${piece.kind === 'title' ? 'h1' : 'h2'}>${escapeXml(piece.text)}</${piece.kind === 'title' ? 'h1' : 'h2'}>`
    return `<table>\n${piece.rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\n')}\n</table>`
  })
  return Buffer.from(
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Plan</title></head>\n<body>\n${body.join('\n')}\n</body></html>\n`,
  )
}

function htmlCell({ text, across, down, isName }: MadeCell): string {
  const tag = isName ? 'th' : 'td'
  return `<${tag}${across ? ` colspan="${across}"` : ''}${down ? ` rowspan="${down}"` : ''}>${escapeXml(text)}</${tag}>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
