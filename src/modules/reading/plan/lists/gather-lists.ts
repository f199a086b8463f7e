import { goesOn, isNumber, type Line, type Lines } from './document-lines.ts'
import { readListLabel } from './list-labels.ts'
import { isFieldName, splitFields } from './split-fields.ts'

export type Item = { readonly lines: Line[]; readonly more: Line[] }
export type List = { readonly at: number; end: number; readonly items: Item[] }

/** The lists of a document: items that stand under each other, with the lines that say more of each. */
export function listsOf(lines: Lines): List[] {
  const lists: List[] = []
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    const list: List | undefined = isOpen ? lists.at(-1) : undefined
    const item: Item | undefined = list?.items.at(-1)
    const last: Line | undefined = item?.more.at(-1) ?? item?.lines.at(-1)
    isOpen =
      line !== null && (line.marker !== null || (last !== undefined && !opensAnother(line) && goesOn(line, last)))
    if (!line || !isOpen) continue
    if (line.marker === null) (item?.more.length ? item.more : item?.lines)?.push(line)
    else if (!list || beginsAnother(list, line)) lists.push({ at, end: at, items: [{ lines: [line], more: [] }] })
    else if (isSubItem(list, line)) item?.more.push(line)
    else list.items.push({ lines: [line], more: [] })
    const open = lists.at(-1)
    if (open) open.end = at + 1
  }
  return lists
}

/** Whether a line names the list below it, and so ends the one above, however close it stands. */
function opensAnother({ text }: Line): boolean {
  const label = /^\p{Lu}/u.test(text) ? readListLabel(text) : null
  return label === 'actions' || label === 'measures' || label === 'parts'
}

/** Numbers after bullets begin another list; so does a label among the items. */
function beginsAnother(list: List, line: Line): boolean {
  const first = list.items[0]?.lines[0]
  return first !== undefined && !isNumber(first.marker ?? '') && isNumber(line.marker ?? '')
}

/** Bullets among numbers, and items that only name a field ("Lead: Ann Lee"), say more of the item above. */
function isSubItem(list: List, line: Line): boolean {
  const first = list.items[0]?.lines[0]
  if (!first) return false
  if (isNumber(first.marker ?? '') && !isNumber(line.marker ?? '')) return true
  const { head, fields } = splitFields(line.text)
  return head === '' && fields[0] !== undefined && isFieldName(fields[0].label)
}
