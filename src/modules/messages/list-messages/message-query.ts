import { valueAt } from '../../../kernel/value-at.ts'
import { type MessageState, STATE_GROUPS } from '../message-words.ts'

/** A filter as the page's address and its fields have it; words that say nothing are ''. */
export type MessageQuery = Readonly<Record<'words' | 'purpose' | 'state', string>>

/** The filter that an address asks for, words cut at 200 letters. */
export function messageQuery(query: Readonly<Record<string, string>>): MessageQuery {
  const { words = '', purpose = '', state = '' } = query
  return { words: words.trim().slice(0, 200), purpose, state: valueAt(STATE_GROUPS, state) ? state : '' }
}

/** The states that a filter lets through; none for all of them. */
export function statesOf({ state }: MessageQuery): readonly MessageState[] {
  return valueAt(STATE_GROUPS, state)?.states ?? []
}

/** The page's address with some of the filter changed. */
export function messagesHref(
  query: MessageQuery,
  change: Partial<MessageQuery> & { readonly page?: number } = {},
): string {
  const { page, ...fields } = change
  const pairs = Object.entries({ ...query, ...fields, page: page && page > 1 ? `${page}` : '' })
  const search = new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
  return search === '' ? '/messages' : `/messages?${search}`
}
