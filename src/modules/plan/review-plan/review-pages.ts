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

/** Cuts a draft's actions into pages, in order; a heading without actions stays with the one before it. */
export function reviewPages(
  aims: readonly ReviewAim[],
  wanted: (of: Pick<ReviewPageOf, 'pageByAction'>) => number,
): ReviewPageOf {
  const pageByAction = new Map<string, number>()
  const pageByAim = new Map<string, number>()
  let count = 0
  const pageNow = () => Math.floor(Math.max(0, count - 1) / ACTIONS_PER_PAGE) + 1
  const placed = aims.map((aim) => {
    const groups = aim.groups.map((group) => {
      const empty = pageNow()
      for (const { id } of group.actions) {
        count += 1
        pageByAction.set(id, pageNow())
      }
      const first = pageByAction.get(group.actions[0]?.id ?? '') ?? empty
      if (!pageByAim.has(aim.id)) pageByAim.set(aim.id, first)
      return { group, pages: new Set([first, ...group.actions.flatMap(({ id }) => pageByAction.get(id) ?? [])]) }
    })
    return { aim, groups }
  })
  const pages = pageNow()
  const page = Math.min(Math.max(1, wanted({ pageByAction })), pages)
  const shown = placed.map(({ aim, groups }) => ({
    ...aim,
    groups: groups
      .filter((placedGroup) => placedGroup.pages.has(page))
      .map(({ group }) => ({ ...group, actions: group.actions.filter(({ id }) => pageByAction.get(id) === page) })),
  }))
  return { page, pages, aims: shown.filter(({ groups }) => groups.length > 0), pageByAction, pageByAim }
}
