import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'
import { EmptyState } from '../text/panels.tsx'

export type Column<Key extends string> = {
  readonly key: Key
  readonly header: string
  /** `end` for numbers */
  readonly align?: 'start' | 'end'
  readonly width?: 'narrow' | 'medium' | 'wide'
  /** the narrow first column that names the row, and its heading for a screen reader */
  readonly isReference?: boolean
}

type TableProps<Key extends string> = {
  readonly caption: Child
  /** hides the caption from the eye when a heading just above says the same */
  readonly captionIsHidden?: boolean
  readonly columns: readonly Column<Key>[]
  /** one cell for each column's key */
  readonly rows: readonly Readonly<Record<Key, Child>>[]
  /** gives a row an address on the page */
  readonly rowId?: (at: number) => string
  /** said instead of the table when there is no row; a sentence, or an `EmptyState` */
  readonly whenEmpty?: Child
}

/** An element's own role, said aloud: on a phone `display: block` would take it away. */
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table that becomes one card for each row on a phone. */
export function Table<Key extends string>(props: TableProps<Key>) {
  const { caption, captionIsHidden, columns, rows, rowId, whenEmpty } = props
  if (rows.length === 0) return <Empty whenEmpty={whenEmpty} />
  return (
    <table class="govuk-table trellis-table" {...ROLE.table}>
      <caption class={classNames('govuk-table__caption', captionIsHidden && 'govuk-visually-hidden')}>
        {caption}
      </caption>
      <thead class="govuk-table__head" {...ROLE.rowgroup}>
        <tr class="govuk-table__row" {...ROLE.row}>
          {columns.map((column) => (
            <th class={cellClass(column, 'govuk-table__header')} scope="col" {...ROLE.columnheader}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" {...ROLE.rowgroup}>
        {rows.map((row, at) => (
          <tr class="govuk-table__row" {...ROLE.row} id={rowId?.(at)}>
            {columns.map((column) => (
              <Cell column={column}>{row[column.key]}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, children }: { readonly column: Column<string>; readonly children?: Child }) {
  if (column.isReference) {
    return (
      <th class={cellClass(column, 'govuk-table__header')} scope="row" {...ROLE.rowheader} data-label={column.header}>
        {children}
      </th>
    )
  }
  return (
    <td class={cellClass(column, 'govuk-table__cell')} {...ROLE.cell} data-label={column.header}>
      <div class="trellis-table__value">{children}</div>
    </td>
  )
}

function cellClass({ align, width, isReference }: Column<string>, base: string): string {
  return classNames(
    base,
    align === 'end' && `${base}--numeric`,
    isReference && 'trellis-table__reference',
    width && `trellis-table__cell--${width}`,
  )
}

function Empty({ whenEmpty = 'There is nothing to list' }: { readonly whenEmpty?: Child }) {
  if (typeof whenEmpty !== 'string') return whenEmpty
  return <EmptyState title={whenEmpty} />
}

/** A quiet second line under the main words of a cell. */
export function Detail({ children }: { readonly children: Child }) {
  return <span class="trellis-detail">{children}</span>
}
