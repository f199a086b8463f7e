import type { ActionId } from '../../../kernel/id.ts'
import type { PlanReading } from '../../reading/index.ts'
import { type PageBlock, type PageSummary, placeKey, rowsOf } from '../document/document-page.ts'
import type { Action } from '../plan.ts'

/** The page of the document that stands beside the actions read from it, with what became of each of its rows. */
export type ReviewDocument = {
  readonly pages: readonly PageSummary[]
  readonly page: PageSummary
  readonly blocks: readonly PageBlock[]
  /** the actions that a row's words became */
  readonly actionsByRow: ReadonlyMap<number, readonly ActionId[]>
  /** rows whose words became no part of the plan */
  readonly openRows: ReadonlySet<number>
  /** rows that name the columns under them */
  readonly nameRows: ReadonlySet<number>
  /** the rows of the action that is being looked at */
  readonly lookedAt: ReadonlySet<number>
}

/**
 * One page of the document beside what became of it; null when it has no page of that number.
 *
 * @param blocks  the blocks of that page alone
 * @param lookedAt  the action whose rows are lit
 */
export function reviewDocument(
  pages: readonly PageSummary[],
  number: number,
  blocks: readonly PageBlock[],
  actions: readonly Action[],
  reading: PlanReading,
  lookedAt: ActionId | null,
): ReviewDocument | null {
  const page = pages.find((each) => each.number === number)
  if (!page) return null
  const rows = rowsOf(blocks, page.firstRow)
  const rowsAt = (places: readonly string[]) => {
    const wanted = new Set(places)
    return new Set(rows.filter(({ where }) => wanted.has(placeKey(where))).map(({ row }) => row))
  }
  const pairs = actions.flatMap(({ id, source }) => (source?.rows ?? []).map((row) => ({ id, row })))
  const byRow = Map.groupBy(pairs, ({ row }) => row)
  const names = (reading.recognised ?? []).filter(({ as }) => as === 'column')
  return {
    pages,
    page,
    blocks,
    actionsByRow: new Map([...byRow].map(([row, of]) => [row, of.map(({ id }) => id)])),
    openRows: rowsAt(reading.notUnderstood.map(({ where }) => placeKey(where))),
    nameRows: rowsAt(names.map(({ where }) => placeKey(where))),
    lookedAt: new Set(actions.find(({ id }) => id === lookedAt)?.source?.rows),
  }
}
