import type { ActionId } from '../../../kernel/id.ts'
import type { TableRow, Where } from '../../reading/index.ts'
import type { PageBlock } from '../document/document-page.ts'
import type { ReviewDocument } from './review-document.ts'
import { SourceCells } from './source-cells.tsx'
import { StruckWords } from './struck-words.tsx'

/** A page of the document as it was read: tables as tables, sheets as grids, prose as prose; each row leads to its action. */
export function SourcePane({ document, fileName }: { readonly document: ReviewDocument; readonly fileName: string }) {
  let row = document.page.firstRow
  return (
    <section class="trellis-pane" aria-labelledby="pane" {...SCROLLED_BY_KEYS}>
      <p class="trellis-pane__title" id="pane">
        {fileName} <span class="trellis-pane__label">{document.page.label}</span>
      </p>
      {document.blocks.map((block) => {
        const first = row
        row += block.kind === 'table' ? block.rows.length : 1
        return <SourceBlock block={block} first={first} document={document} />
      })}
    </section>
  )
}

/** What scrolls must be reached by keyboard, also where nothing in it can be. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

type Seen = { readonly document: ReviewDocument }

function SourceBlock({ block, first, document }: Seen & { readonly block: PageBlock; readonly first: number }) {
  if (block.kind === 'table') return <SourceTable block={block} first={first} document={document} />
  const depth = block.kind === 'heading' ? Math.min(3, block.depth) : 0
  return (
    <p
      class={`trellis-pane__line trellis-pane__line--${block.kind}${depth ? ` trellis-pane__line--depth-${depth}` : ''}`}
      {...rowMarks(document, first)}
    >
      <span class="trellis-pane__number">
        <RowNumber where={block.where} action={document.actionsByRow.get(first)?.[0]} />
      </span>
      <span class="trellis-pane__words">
        {block.kind === 'item' && `${block.marker} `}
        <StruckWords text={block.text} isLookedAt={document.lookedAt.has(first)} />
      </span>
    </p>
  )
}

type TableProps = Seen & { readonly block: Extract<PageBlock, { kind: 'table' }>; readonly first: number }

function SourceTable({ block, first, document }: TableProps) {
  const isSheet = block.rows[0]?.where.sheet !== undefined
  return (
    <table class="trellis-pane__table">
      {isSheet && (
        <thead>
          <tr>
            <td />
            {Array.from({ length: block.columns }, (_, column) => (
              <th scope="col">{columnLetter(column)}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map((row, at) => (
          <SourceRow row={row} columns={block.columns} number={first + at} document={document} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Seen & { readonly row: TableRow; readonly columns: number; readonly number: number }

function SourceRow({ row, columns, number, document }: RowProps) {
  return (
    <tr {...rowMarks(document, number)}>
      <th scope="row" class="trellis-pane__number">
        <RowNumber where={row.where} action={document.actionsByRow.get(number)?.[0]} />
      </th>
      <SourceCells
        cells={row.cells}
        columns={columns}
        areNames={document.nameRows.has(number)}
        isLookedAt={document.lookedAt.has(number)}
      />
    </tr>
  )
}

/** The number of a row; where its words became an action, the way to it. */
function RowNumber({ where, action }: { readonly where: Where; readonly action: ActionId | undefined }) {
  const number = numberOf(where)
  if (!action || number === '') return <>{number}</>
  return (
    <a href={`#action-${action}`}>
      {number}
      <span class="govuk-visually-hidden">: the action read from it</span>
    </a>
  )
}

/** What a row became, for its look and for the script that goes from a row to its action and back. */
function rowMarks({ actionsByRow, openRows, lookedAt }: ReviewDocument, row: number) {
  const actions = actionsByRow.get(row)
  return {
    id: `row-${row}`,
    'data-became': actions ? 'action' : openRows.has(row) ? 'nothing' : undefined,
    'data-actions': actions?.map((id) => `action-${id}`).join(' '),
    'data-looked-at': lookedAt.has(row) ? 'true' : undefined,
  }
}

function numberOf(where: Where): string {
  const number = where.sheet === undefined ? (where.line ?? where.row) : (where.row ?? where.line)
  return number === undefined ? '' : String(number)
}

/** "A", "B", … "Z", "AA", from 0. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
