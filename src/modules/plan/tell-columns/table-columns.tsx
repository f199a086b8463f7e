import { Heading } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { ColumnSeen, TableSeen } from '../../reading/index.ts'
import { columnField, ROLES } from './recipe-form.ts'

type TableProps = { readonly table: TableSeen; readonly at: number; readonly isTold: boolean }

/** One kind of table of the document: its columns, what stands in each, and what each was taken for. */
export function TableColumns({ table, at }: TableProps) {
  return (
    <section class="trellis-columns">
      <Heading level={2}>
        {table.holdsActions ? 'A table of actions' : 'A table of something else'}{' '}
        <span class="trellis-work__count">{counted(table.rows, 'row')}</span>
      </Heading>
      {!table.isNamed && <p class="govuk-hint">Its columns have no names; these are the first words in each.</p>}
      <ol class="trellis-columns__list">
        {table.columns.map((column, index) => (
          <OneColumn column={column} index={index} field={columnField(at, index)} />
        ))}
      </ol>
      {table.isNamed && (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`not-actions-${at}`}
              name="not-actions"
              type="checkbox"
              value={String(at)}
              checked={!table.holdsActions}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`not-actions-${at}`}>
              This table holds no actions
            </label>
          </div>
        </div>
      )}
    </section>
  )
}

type ColumnProps = { readonly column: ColumnSeen; readonly index: number; readonly field: string }

function OneColumn({ column, index, field }: ColumnProps) {
  return (
    <li class="trellis-columns__item">
      <label class="trellis-columns__name" for={field}>
        {column.name === '' ? `Column ${index + 1}` : column.name}
      </label>
      <select class="govuk-select" id={field} name={field}>
        {ROLES.map(({ role, words }) => (
          <option value={role} selected={role === column.role}>
            {words}
          </option>
        ))}
      </select>
      <ul class="trellis-columns__samples">
        {column.samples.map((sample) => (
          <li>{sample}</li>
        ))}
      </ul>
    </li>
  )
}
