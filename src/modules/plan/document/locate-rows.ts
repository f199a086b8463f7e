import type { Where } from '../../reading/index.ts'
import { type DocumentRow, placeKey } from './document-page.ts'

type Passage = { readonly where: Where; readonly text: string }

/** How far down the rows of one passage may be spread: a page's foot and the next one's head may stand between. */
const FARTHEST = 60

/**
 * The rows of a document that a passage was read from, by its place and its words; none when it stands in none of them. A passage
 * that a page cut in two has rows on both sides of the cut.
 */
export function rowFinder(rows: readonly DocumentRow[]): (passage: Passage) => readonly number[] {
  const byPlace = Map.groupBy(rows, ({ where }) => placeKey(where))
  const first = rows[0]?.row ?? 0
  return ({ where, text }) => {
    const here = byPlace.get(placeKey(where)) ?? []
    const wanted = squash(text)
    const begin = here.find(({ source }) => beginsWith(wanted, squash(source))) ?? here[0]
    if (!begin) return []
    const found = [begin.row]
    let left = without(wanted, squash(begin.source))
    for (let at = begin.row - first + 1; left !== '' && at < begin.row - first + FARTHEST; at++) {
      const next = rows[at]
      const source = next ? squash(next.source) : ''
      if (!next) break
      if (!beginsWith(left, source)) continue
      found.push(next.row)
      left = without(left, source)
    }
    return found
  }
}

function beginsWith(words: string, source: string): boolean {
  return source !== '' && words.startsWith(source)
}

function without(words: string, source: string): string {
  return words.startsWith(source) ? words.slice(source.length) : ''
}

/** Words without the spaces between them, which formats count differently. */
function squash(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
