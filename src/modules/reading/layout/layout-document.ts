import { COLUMNS, otherHeader } from './layout-columns.ts'
import type { PlanOutline } from './outline-plan.ts'

/** A written plan as a document to read: a heading for each part, its words under it, and its actions in a table. */
export type LayoutDocument = {
  readonly title: string | null
  readonly pieces: readonly LayoutPiece[]
}
export type LayoutPiece =
  | { readonly kind: 'fact'; readonly label: string; readonly words: string }
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'words'; readonly label: string; readonly words: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Headings begin at depth 2, under the title. */
export function layoutDocument(outline: PlanOutline): LayoutDocument {
  const header = [...outline.columns.known.map((key) => COLUMNS[key]), ...outline.columns.others.map(otherHeader)]
  const pieces: LayoutPiece[] = outline.facts.map((fact) => ({ kind: 'fact', ...fact }))
  let rows: string[][] = []
  const close = () => {
    if (rows.length > 0) pieces.push({ kind: 'table', header, rows })
    rows = []
  }
  for (const line of outline.lines) {
    if (line.kind === 'action') {
      rows.push([...outline.columns.known.map((key) => line.cells[key]), ...line.others])
      continue
    }
    close()
    if (line.kind === 'words') pieces.push(line)
    else pieces.push({ kind: 'heading', depth: Math.min(6, line.level + 2), text: headingText(line) })
  }
  close()
  return { title: outline.title, pieces }
}

/** "Aim 1: Well children"; a number that holds a colon or a quote stands in quotes. */
function headingText({ label, ref, title }: { label: string; ref: string; title: string }): string {
  const number = /[":]/.test(ref) ? `"${ref.replaceAll('"', '""')}"` : ref
  return `${[label, number].filter((word) => word !== '').join(' ')}: ${title}`.trim()
}

/** Reads such a heading, told the labels it may begin with; null for another. */
export function readHeadingText(
  text: string,
  labels: readonly string[],
): { readonly label: string; readonly ref: string; readonly title: string } | null {
  const fitting = labels.filter((label) => text.startsWith(`${label} `) || text.startsWith(`${label}:`))
  for (const label of fitting.sort((a, b) => b.length - a.length)) {
    const found = /^ ?(?:"((?:[^"]|"")*)"|([^":]*)):(?: (.*))?$/.exec(text.slice(label.length))
    if (found) return { label, ref: (found[1] ?? '').replaceAll('""', '"') || (found[2] ?? ''), title: found[3] ?? '' }
  }
  return null
}
