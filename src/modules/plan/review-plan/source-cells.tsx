import type { Cell } from '../../reading/index.ts'
import { nameOfShade } from '../../reading/index.ts'
import { StruckWords } from './struck-words.tsx'

type CellsProps = {
  readonly cells: readonly Cell[]
  readonly columns: number
  readonly areNames: boolean
  readonly isLookedAt: boolean
}

/**
 * The cells of a row, each in its column; where the document has none, an empty one. A cell merged downwards is shown in its first
 * row, and stays empty below.
 */
export function SourceCells({ cells, columns, areNames, isLookedAt }: CellsProps) {
  return (
    <>
      {slotsOf(cells, columns).map(({ cell, span }) => (
        <td
          colSpan={span > 1 ? span : undefined}
          class={areNames ? 'trellis-pane__name' : isLong(cell) ? 'trellis-pane__long' : undefined}
        >
          {cell?.fill && <Shade fill={cell.fill} />}
          {cell && cell.text !== '' && <StruckWords text={cell.text} isLookedAt={isLookedAt} />}
        </td>
      ))}
    </>
  )
}

/** A cell of a sentence or more gets room for it. */
function isLong(cell: Cell | null): boolean {
  return cell !== null && cell.text.length > LONG
}

const LONG = 45

type Slot = { readonly cell: Cell | null; readonly span: number }

/** One slot per column from left to right, so that rows stand under each other whatever is missing or overlaps. */
export function slotsOf(cells: readonly Cell[], columns: number): readonly Slot[] {
  const slots: Slot[] = []
  const inOrder = [...cells].sort((a, b) => a.column - b.column)
  let column = 0
  for (const [at, cell] of inOrder.entries()) {
    while (column < cell.column) {
      slots.push({ cell: null, span: 1 })
      column++
    }
    const end = Math.max(column + 1, Math.min(cell.column + cell.colSpan, inOrder[at + 1]?.column ?? columns))
    slots.push({ cell, span: end - column })
    column = end
  }
  while (column < columns) {
    slots.push({ cell: null, span: 1 })
    column++
  }
  return slots
}

/** A cell's shade: a patch of it, and its word for whoever does not see it. */
function Shade({ fill }: { readonly fill: string }) {
  return (
    <svg
      class="trellis-pane__shade"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role="img"
      aria-label={`Shaded ${nameOfShade(fill)}`}
    >
      <rect width="12" height="12" fill={`#${fill}`} />
    </svg>
  )
}
