import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** How a printed table is drawn. */
export type TableStyle = {
  readonly stroke: 'grid' | 'across' | 'none' | 'down'
  readonly shades?: 'zebra' | 'none'
  readonly inset?: number
  /** the names of columns come back on each page */
  readonly repeats?: boolean
  readonly middle?: boolean
}

/** A cell: its words, and how it is merged and shaded. */
export type PrintedCell = {
  readonly text: string
  readonly fill?: string
  readonly colSpan?: number
  readonly rowSpan?: number
}

export type PrintedTable = {
  readonly widths: readonly string[]
  readonly names: readonly string[]
  readonly rows: readonly (readonly (string | PrintedCell)[])[]
  readonly style: TableStyle
}

const FONTS = ['400Regular/SourceSans3_400Regular', '700Bold/SourceSans3_700Bold']

let compiler: NodeCompiler | null = null

/** A PDF of Typst's markup in 10 pt, on sheets lying down unless `page` says otherwise. */
export function printPdf(body: string, page = 'paper: "a4", flipped: true, margin: 2cm'): Uint8Array {
  const fonts = createRequire(import.meta.url)
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [
      { fontBlobs: FONTS.map((name) => readFileSync(fonts.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`))) },
    ],
  })
  const mainFileContent = `#set page(${page})
#set text(font: "Source Sans 3", size: 10pt)
${body}`
  const compiled = compiler.compile({ mainFileContent })
  if (!compiled.result) throw new Error(`Typst refused the test's document: ${mainFileContent.slice(0, 400)}`)
  return new Uint8Array(compiler.pdf(compiled.result, { creationTimestamp: 0 }))
}

/** A table in Typst's markup. */
export function printedTable({ widths, names, rows, style }: PrintedTable): string {
  const strokes = { grid: '0.5pt', across: '(x: none, y: 0.5pt)', none: 'none', down: '(x: 0.5pt, y: none)' }
  const fill = style.shades === 'zebra' ? ', fill: (_, y) => if calc.odd(y) { rgb("F2F2F2") }' : ''
  const align = style.middle ? ', align: horizon + left' : ', align: top + left'
  const head = names.map((name) => `[*${escapeMarkup(name)}*]`).join(', ')
  const cells = rows.flatMap((row) => row.map(printedCell)).join(',\n  ')
  const header = style.repeats === false ? head : `table.header(${head})`
  return `#table(columns: (${widths.join(', ')}), stroke: ${strokes[style.stroke]}, inset: ${style.inset ?? 5}pt${fill}${align},
  ${header},
  ${cells})`
}

function printedCell(given: string | PrintedCell): string {
  const cell: PrintedCell = typeof given === 'string' ? { text: given } : given
  const options = [
    cell.fill ? `fill: rgb("${cell.fill}")` : '',
    cell.colSpan ? `colspan: ${cell.colSpan}` : '',
    cell.rowSpan ? `rowspan: ${cell.rowSpan}` : '',
  ].filter((option) => option !== '')
  const words = `[${escapeMarkup(cell.text)}]`
  return options.length === 0 ? words : `table.cell(${options.join(', ')})${words}`
}

/** Words as they stand, with none of Typst's meaning. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\#$*_`<>@~=\-+/[\]"'{}]/g, (mark) => `\\u{${mark.charCodeAt(0).toString(16)}}`)
}
