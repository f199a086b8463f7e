import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { valueAt } from '../../kernel/value-at.ts'
import { SHEET_COLOURS } from './sheet.ts'
import { struckPieces } from './struck-pieces.ts'
import type { TextDocument, TextPiece } from './text-document.ts'

/** Twentieths of a point: A4 across, less its margins. */
const PAGE = { width: 11_906, height: 16_838, margin: 850 }
const ROOM = PAGE.height - 2 * PAGE.margin
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/**
 * A document as Word: headings for those who go by headings, tables whose names of columns come back on each page, rows that no page
 * cuts, A4 across, the page's number at its foot.
 *
 * @param widths  each column's share of the page, by its header; a column that is not named gets 1
 */
export async function writeDocx(
  { title, note, pieces }: TextDocument,
  widths: Readonly<Record<string, number>>,
): Promise<Uint8Array> {
  const children = [
    ...(title === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) })]),
    ...pieces.flatMap((piece) => childrenOf(piece, widths)),
  ]
  const numbers = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })
  const document = new Document({
    title: title ?? 'Plan',
    creator: 'Trellis',
    ...(note ? { description: note } : {}),
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [numbers] })] }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const INK = '1D1A20'
const heading = (outlineLevel: number, size: number, before: number) => ({
  run: { size, bold: true, color: INK, font: 'Arial' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, outlineLevel },
})
const STYLES = {
  default: {
    document: {
      run: { font: 'Arial', size: 20, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: heading(0, 36, 0),
    heading2: heading(1, 28, 360),
    heading3: heading(2, 24, 280),
    heading4: heading(3, 22, 240),
    heading5: heading(4, 20, 200),
    heading6: heading(5, 20, 200),
  },
}

function childrenOf(piece: TextPiece, widths: Readonly<Record<string, number>>): (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'fact':
      return [labelled(piece, { color: SHEET_COLOURS.quietWords, size: 18 })]
    case 'words':
      return [labelled(piece, {})]
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[piece.depth - 1] ?? HeadingLevel.HEADING_6, children: runs(piece.text) }),
      ]
    case 'table':
      return [tableOf(piece, widths), new Paragraph({ children: [] })]
  }
}

function labelled(
  { label, words }: { label: string; words: string },
  look: { color?: string; size?: number },
): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true, ...look }), ...runs(words, look)] })
}

function tableOf(
  { header, rows }: Extract<TextPiece, { kind: 'table' }>,
  widths: Readonly<Record<string, number>>,
): Table {
  const shares = header.map((name) => valueAt(widths, name) ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const columnWidths = shares.map((share) => Math.floor((ROOM * share) / whole))
  const line = { style: BorderStyle.SINGLE, size: 4, color: SHEET_COLOURS.line }
  const cell = (text: string, at: number, look: { bold?: boolean; color?: string; fill?: string }) =>
    new TableCell({
      width: { size: columnWidths[at] ?? 1_000, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(look.fill ? { shading: { type: ShadingType.CLEAR, fill: look.fill, color: 'auto' } } : {}),
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: runs(text, {
            size: 18,
            ...(look.bold ? { bold: true } : {}),
            ...(look.color ? { color: look.color } : {}),
          }),
        }),
      ],
    })
  const names = { bold: true, color: SHEET_COLOURS.headerWords, fill: SHEET_COLOURS.header }
  return new Table({
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header.map((name, at) => cell(name, at, names)) }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: cells.every((text) => text.length < 2_000),
            children: cells.map((text, at) => cell(text, at, {})),
          }),
      ),
    ],
  })
}

function runs(text: string, look: { bold?: boolean; color?: string; size?: number } = {}): TextRun[] {
  return struckPieces(text).map(
    (piece) => new TextRun({ text: piece.text, ...(piece.isStruck ? { strike: true } : {}), ...look }),
  )
}
