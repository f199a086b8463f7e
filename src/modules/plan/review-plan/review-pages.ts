import type { PageSummary } from '../document/document-page.ts'
import type { Action } from '../plan.ts'
import type { ReviewAim } from './review-aims.ts'

export const ACTIONS_PER_PAGE = 200

/** A page of a long draft: the aims and groups on it, and how to get to the others. */
export type ReviewPageOf = {
  readonly page: number
  readonly pages: number
  readonly aims: readonly ReviewAim[]
  /** the page each action is on */
  readonly pageByAction: ReadonlyMap<string, number>
  /** the page each aim begins on */
  readonly pageByAim: ReadonlyMap<string, number>
}

/** The page an action is on, by what it is or by how many came before it. */
export type PlaceAction = (action: Action | null, count: number) => number

/** So many actions to a page. */
export const byCount: PlaceAction = (_, count) => Math.floor(Math.max(0, count - 1) / ACTIONS_PER_PAGE) + 1

/** The page of the document an action was read from; what was written here stands with the action before it. */
export function byDocument(pages: readonly PageSummary[]): PlaceAction {
  let page = 1
  return (action) => {
    const row = action?.source?.rows?.[0]
    const found = row === undefined ? undefined : pages.find(({ firstRow, rowCount }) => row < firstRow + rowCount)
    page = found?.number ?? page
    return page
  }
}

/**
 * Cuts a draft's actions into pages, in order; a heading without actions stays with the one before it.
 *
 * @param least  how many pages there are at least, such as a document has
 */
export function reviewPages(
  aims: readonly ReviewAim[],
  wanted: (of: Pick<ReviewPageOf, 'pageByAction'>) => number,
  place: PlaceAction = byCount,
  least = 1,
): ReviewPageOf {
  const pageByAction = new Map<string, number>()
  const pageByAim = new Map<string, number>()
  let count = 0
  let most = least
  const placed = aims.map((aim) => {
    const groups = aim.groups.map((group) => {
      const empty = place(null, count)
      for (const action of group.actions) {
        count += 1
        const page = place(action, count)
        most = Math.max(most, page)
        pageByAction.set(action.id, page)
      }
      const first = pageByAction.get(group.actions[0]?.id ?? '') ?? empty
      if (!pageByAim.has(aim.id)) pageByAim.set(aim.id, first)
      return { group, pages: new Set([first, ...group.actions.flatMap(({ id }) => pageByAction.get(id) ?? [])]) }
    })
    return { aim, groups }
  })
  const page = Math.min(Math.max(1, wanted({ pageByAction })), most)
  const shown = placed.map(({ aim, groups }) => ({
    ...aim,
    groups: groups
      .filter((placedGroup) => placedGroup.pages.has(page))
      .map(({ group }) => ({ ...group, actions: group.actions.filter(({ id }) => pageByAction.get(id) === page) })),
  }))
  return { page, pages: most, aims: shown.filter(({ groups }) => groups.length > 0), pageByAction, pageByAim }
}
