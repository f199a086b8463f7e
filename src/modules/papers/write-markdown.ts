import { struckPieces } from './struck-pieces.ts'
import type { TextDocument, TextPiece } from './text-document.ts'

/** A document as Markdown with tables, whose every mark that is not ours is escaped. */
export function writeMarkdown({ title, pieces }: TextDocument): Uint8Array {
  const blocks = [...(title === null ? [] : [`# ${escapeMarkdown(title)}`]), ...pieces.map(blockOf)]
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`)
}

function blockOf(piece: TextPiece): string {
  switch (piece.kind) {
    case 'fact':
    case 'words':
      return `${escapeMarkdown(piece.label)}: ${escapeMarkdown(piece.words)}`.trim()
    case 'heading':
      return `${'#'.repeat(piece.depth)} ${escapeMarkdown(piece.text)}`
    case 'table':
      return [piece.header, piece.header.map(() => null), ...piece.rows].map(rowOf).join('\n')
  }
}

function rowOf(cells: readonly (string | null)[]): string {
  return `| ${cells.map((cell) => (cell === null ? '---' : escapeMarkdown(cell))).join(' | ')} |`
}

/** Struck-out words keep their tildes; a cell of dashes alone is no rule. */
function escapeMarkdown(text: string): string {
  return struckPieces(text)
    .map(({ text: piece, isStruck }) => (isStruck ? `~~${escapePiece(piece)}~~` : escapePiece(piece)))
    .join('')
}

function escapePiece(text: string): string {
  const escaped = text
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  return escaped.replace(/^[-+=:]/, startOf).replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function startOf(mark: string): string {
  return mark === '=' || mark === ':' ? `&#${mark.charCodeAt(0)};` : `\\${mark}`
}
