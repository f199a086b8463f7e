import type { Finding } from '../../plan-reading.ts'
import { columnName, type Sheet } from './sheet.ts'

/** What a spreadsheet hides or leaves open, said once for each sheet: hidden words are read all the same. */
export function sheetFindings(sheets: readonly Sheet[]): Finding[] {
  return sheets.flatMap((sheet) => {
    const { name, isHidden, rows, doubts } = sheet
    if (rows.size === 0) return [...doubts]
    const hidden = isHidden
      ? [
          ask(
            'hidden-sheet',
            name,
            `Sheet “${name}” is hidden in the workbook, and was read all the same. Does it belong to the plan?`,
          ),
        ]
      : []
    return [...hidden, ...hiddenRows(sheet), ...hiddenColumns(sheet), ...doubts]
  })
}

/** A question about a sheet as a whole. */
export function ask(code: string, sheet: string | null, message: string): Finding {
  return { code, severity: 'question', action: null, words: null, message, where: sheet === null ? null : { sheet } }
}

function hiddenRows({ name, rows, hiddenRows }: Sheet): Finding[] {
  const hidden = [...rows].filter(([row, cells]) => hiddenRows.has(row) && cells.some((cell) => cell.text !== ''))
  if (hidden.length === 0) return []
  const rowsInWords = listOf(
    hidden.map(([row]) => row + 1),
    'row',
    'rows',
  )
  return [
    ask(
      'hidden-rows',
      name,
      `On sheet “${name}”, ${rowsInWords} hidden, and read all the same. Do they belong to the plan?`,
    ),
  ]
}

function hiddenColumns({ name, rows, hiddenColumns }: Sheet): Finding[] {
  if (hiddenColumns.length === 0) return []
  const used = new Set<number>()
  for (const cells of rows.values()) for (const cell of cells) if (cell.text !== '') used.add(cell.column)
  const hidden = [...used].filter((column) =>
    hiddenColumns.some(({ first, last }) => column >= first && column <= last),
  )
  if (hidden.length === 0) return []
  const names = listOf(hidden.sort((a, b) => a - b).map(columnName), 'column', 'columns')
  return [
    ask(
      'hidden-columns',
      name,
      `On sheet “${name}”, ${names} hidden, and read all the same. Do they belong to the plan?`,
    ),
  ]
}

/** "rows 3, 4 and 9 are"; of many the first eight, and how many more. */
function listOf(items: readonly (string | number)[], one: string, many: string): string {
  const shown = items.slice(0, 8).map(String)
  const last = shown.at(-1) ?? ''
  if (items.length === 1) return `${one} ${last} is`
  if (items.length > 8) return `${many} ${shown.join(', ')} and ${items.length - 8} more are`
  return `${many} ${shown.slice(0, -1).join(', ')} and ${last} are`
}
