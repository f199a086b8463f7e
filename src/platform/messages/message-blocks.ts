/** A line's words, or an address in it that leads somewhere. */
export type Piece = { readonly text: string; readonly isLink: boolean }

/** A paragraph or a list of a message, line by line. */
export type MessageBlock = { readonly kind: 'paragraph' | 'list'; readonly lines: readonly (readonly Piece[])[] }

/**
 * The plain words of a message, taken apart: paragraphs stand apart by a blank line; one whose lines all begin with `- ` is a list;
 * an address that begins with http is a link, without the full stop or bracket after it.
 */
export function messageBlocks(text: string): readonly MessageBlock[] {
  return paragraphsOf(text).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => line.trim())
    const isList = lines.every((line) => line.startsWith('- '))
    return {
      kind: isList ? 'list' : 'paragraph',
      lines: lines.map((line) => piecesOf(isList ? line.slice(2) : line)),
    }
  })
}

/** The paragraphs of a text, in its own lines. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/

/** A split by one group: its odd pieces are what the group found. */
function piecesOf(line: string): readonly Piece[] {
  return line
    .split(ADDRESS)
    .map((text, at) => ({ text, isLink: at % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
