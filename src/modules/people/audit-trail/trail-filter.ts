import { endOfDay, parseDay } from '../../../kernel/day.ts'
import { isUuid } from '../../../kernel/id.ts'
import type { TrailFilter } from '../../audit/index.ts'

/** A filter as the page's address and its fields have it; words that say nothing are ''. */
export type TrailQuery = Readonly<Record<'words' | 'person' | 'record' | 'from' | 'to', string>>

/** The filter that an address asks for, words cut at 200 letters. */
export function trailQuery(query: Readonly<Record<string, string>>): TrailQuery {
  const { words = '', person = '', record = '', from = '', to = '' } = query
  return { words: words.trim().slice(0, 200), person, record, from, to }
}

/** What the fields ask for; a field that is no day and no id asks for nothing. */
export function trailFilter({ words, person, record, from, to }: TrailQuery): TrailFilter {
  const [first, last] = [parseDay(from), parseDay(to)]
  return {
    words: words === '' ? null : words,
    byPerson: isUuid(person) ? person : null,
    subjectId: isUuid(record) ? record : null,
    from: first ? endOfDay(first.subtract({ days: 1 })) : null,
    before: last ? endOfDay(last) : null,
  }
}

/** The page's address with some of the filter changed. */
export function trailHref(query: TrailQuery, change: Partial<TrailQuery> & { readonly page?: number } = {}): string {
  const { page, ...fields } = change
  const pairs = Object.entries({ ...query, ...fields, page: page && page > 1 ? `${page}` : '' })
  const search = new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
  return search === '' ? '/audit' : `/audit?${search}`
}
