import { squeeze } from '../formats/inline-text.ts'

const STRUCK = /~~[^~]*~~|<(s|del|strike)>.*?<\/\1>/gi
const FOOTNOTE = /\[\^\d{1,4}\]/g
const LINK = /\[([^[\]]{0,200})\]\(https?:[^()\s]{0,300}\)/gi
const ADDRESS = /https?:\S{0,300}/gi
const TAG = /<\/?[a-z]{1,8}>/gi
const NUMBERED_ENTITY = /&#\d{1,5};/g

/** No cell that names a time is longer; what follows is left unread, and the reading says so. */
export const LONGEST_TIMESCALE = 2_000

export type CleanWords = { readonly live: string; readonly hasStruck: boolean; readonly isCut: boolean }

/** The words of a cell that still stand: what is struck out, tags, footnote marks and addresses are taken off. */
export function cleanWords(text: string): CleanWords {
  const words = text.slice(0, LONGEST_TIMESCALE)
  const standing = words.replace(STRUCK, ' ')
  const live = squeeze(
    standing
      .replace(LINK, '$1')
      .replace(ADDRESS, ' ')
      .replace(FOOTNOTE, ' ')
      .replace(TAG, ' ')
      .replace(NUMBERED_ENTITY, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&'),
  )
  return { live, hasStruck: standing !== words, isCut: text.length > LONGEST_TIMESCALE }
}
