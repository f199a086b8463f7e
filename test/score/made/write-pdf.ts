import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { MadePiece } from './table-of.ts'
import { widthOf } from './write-text.ts'

export type Rules = 'all' | 'between rows' | 'none'

/** A PDF set by Typst, with rules round every cell, between rows only, or none. */
export function asPdf(pieces: readonly MadePiece[], rules: Rules): Uint8Array {
  const body = pieces.map((piece) => {
    if (piece.kind !== 'table')
      return `#block(above: 18pt)[#text(size: ${piece.kind === 'title' ? 18 : 13}pt, weight: "bold")[#(${quoted(piece.text)})]]`
    const widths = Array.from({ length: widthOf(piece.rows) }, (_, column) => {
      const longest = Math.max(
        ...piece.rows.map((row) =>
          row.some((cell) => cell.across) ? 0 : (row[row.length - widthOf(piece.rows) + column]?.text.length ?? 0),
        ),
      )
      return `${Math.max(6, Math.min(40, longest))}fr`
    })
    const cells = piece.rows.flatMap((row) =>
      row.map(({ text, across, down, isName }) => {
        const spans = `${across ? `colspan: ${across}, ` : ''}${down ? `rowspan: ${down}, ` : ''}`
        return `table.cell(${spans})[${isName ? `*#(${quoted(text)})*` : `#(${quoted(text)})`}]`
      }),
    )
    const stroke = { all: '0.5pt', 'between rows': '(x: none, y: 0.5pt)', none: 'none' }[rules]
    return `#table(columns: (${widths.join(', ')}), stroke: ${stroke}, inset: 5pt, ${cells.join(', ')})`
  })
  const source = `#set page(paper: "a4", flipped: true, margin: 1.5cm, numbering: "1 of 1")\n#set text(size: 9pt)\n${body.join('\n\n')}\n`
  const compiler = NodeCompiler.create()
  return new Uint8Array(compiler.pdf({ mainFileContent: source }))
}

/** A Typst string: nothing in it is markup. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
