/** What of a comparison's list is wanted: the lines a choice lets pass, with these words, on one page or all on one. */
export type LinesWanted = {
  readonly show: string
  readonly search: string
  readonly page: number
  /** every line on one page, to print */
  readonly isWhole: boolean
}

/** The address of a comparison's list, such as every count links to. */
export function comparisonHref(id: string, wanted: Partial<LinesWanted> = {}): string {
  const query = new URLSearchParams()
  if (wanted.show) query.set('show', wanted.show)
  if (wanted.search) query.set('search', wanted.search)
  if (wanted.isWhole) query.set('all', 'yes')
  if (wanted.page !== undefined && wanted.page > 1) query.set('page', String(wanted.page))
  return `/comparisons/${id}${query.size > 0 ? `?${query}` : ''}`
}

/** Reads it back from an address; what is not understood chooses nothing. */
export function linesWanted(query: Readonly<Record<string, string>>): LinesWanted {
  return {
    show: (query.show ?? '').slice(0, 40),
    search: (query.search ?? '').trim().slice(0, 200),
    page: /^\d{1,4}$/.test(query.page ?? '') ? Math.max(1, Number(query.page)) : 1,
    isWhole: query.all === 'yes',
  }
}
