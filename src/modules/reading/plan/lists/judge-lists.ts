import { capital } from '../../../../kernel/capital.ts'
import type { Block } from '../../blocks.ts'
import { opensAsAction } from '../action-words.ts'
import { readPartHeading } from '../part-heading.ts'
import { isNumber, type Line, type Lines, type WordsBlock } from './document-lines.ts'
import type { ListItem, Verdict } from './find-lists.ts'
import { type Item, type List, listsOf } from './gather-lists.ts'
import { joinTornPieces, pageNumbersAmong } from './join-pieces.ts'
import { isPledgeHeading, mayListParts, promiseTitle, readListLabel } from './list-labels.ts'
import { readItem } from './read-item.ts'

type Found = Map<WordsBlock, Verdict>

/** What each list of a plan is, by the line above it and by what its items say. */
export function judgeLists(lines: Lines, furniture: ReadonlySet<Block>): Found {
  const found: Found = new Map()
  const alone = [...furniture].flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
  const isPageNumber = pageNumbersAmong(alone.filter((text) => /^\D{0,8}\d{1,4}\D{0,12}$/.test(text)))
  let pledge: 'none' | 'named' | 'promising' = 'none'
  for (const list of listsOf(lines)) {
    const above = lines[list.at - 1] ?? null
    const named = pledgeAbove(lines, list.at)
    if (named) {
      found.set(named.block, { as: 'pledge' })
      pledge = 'named'
    } else if (pledge === 'promising' && !isPromise(above)) pledge = 'none'
    if (above && isPromise(above) && (pledge !== 'none' || /^(?:your|my)\b/i.test(above.text))) {
      pledge = 'promising'
      found.set(above.block, { as: 'promise', title: promiseTitle(above.text) })
      for (const item of list.items) takeLines(found, item, (text) => ({ as: 'point', text }))
    } else judgeList(found, lines, list, above, isPageNumber)
  }
  stopAtQuestions(found, lines)
  return found
}

function isPromise(line: Line | null): boolean {
  return (
    line !== null &&
    line.text.length <= 80 &&
    (readListLabel(line.text) === 'promise' || readListLabel(line.text) === 'other')
  )
}

/** The pledge's heading, when it stands a few lines above its first promise. */
function pledgeAbove(lines: Lines, at: number): Line | null {
  const near = lines.slice(Math.max(0, at - 6), at).flatMap((line) => (line?.marker === null ? [line] : []))
  return near.find((line) => isPledgeHeading(line.text)) ?? null
}

function judgeList(
  found: Found,
  lines: Lines,
  list: List,
  above: Line | null,
  isPageNumber: (number: number) => boolean,
): void {
  const label = above ? readListLabel(above.text) : null
  const texts = list.items.map((item) => item.lines.map((line) => line.text).join(' '))
  const shareOf = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  const isDeclared = label !== null && above !== null && declareParts(found, lines, list, above)
  if (isDeclared) return
  if (label === 'measures') {
    if (above) found.set(above.block, { as: 'label' })
    for (const item of list.items) takeLines(found, item, (text) => ({ as: 'success', text }))
    return
  }
  const details = shareOf((text) => hasDetails(text))
  const isUnderPart = above !== null && (readPartHeading(above.text) !== null || above.block.kind === 'heading')
  const isNamedPart =
    above !== null && readPartHeading(above.text, above.block.kind === 'heading' ? 'marked' : 'plain') !== null
  const verbs = shareOf(opensAsAction)
  const isActions =
    label === 'actions' ||
    (label === 'parts' && verbs >= 0.6) ||
    (label === 'promise' && verbs >= 0.6) ||
    (isNamedPart && (verbs >= 0.5 || details >= 0.3)) ||
    (isUnderPart && details >= 0.3) ||
    details >= 0.5
  if (!isActions) return
  for (const item of list.items) takeItem(found, item, isPageNumber)
  headList(found, lines, list, label !== null && label !== 'other')
}

function hasDetails(text: string): boolean {
  const { lead, timescale } = readItem(text).fields
  return lead !== '' || (timescale !== '' && /[)\]]\s*\.?$|:\s/.test(text))
}

/** The lines above a list of actions: its label, and the title it stands under when that is a plain line. */
function headList(found: Found, lines: Lines, list: List, hasLabel: boolean): void {
  let at = list.at - 1
  while (hasLabel && lines[at] && readListLabel(lines[at]?.text ?? '') !== null) {
    const line = lines[at]
    if (line && !found.has(line.block) && !readPartHeading(line.text)) found.set(line.block, { as: 'label' })
    at--
  }
  const title = lines[at]
  if (title && hasLabel && isPlainTitle(title) && !found.has(title.block)) {
    found.set(title.block, { as: 'title' })
    return
  }
  for (let back = at; back >= Math.max(0, at - 60); back--) {
    const line = lines[back]
    if (!line || line.block.kind === 'heading' || readPartHeading(line.text) || found.get(line.block)?.as === 'action')
      return
    const numbered = readNumberedHeading(line)
    if (!numbered) continue
    if (!found.has(line.block)) found.set(line.block, { as: 'heading', level: null, ...numbered })
    return
  }
}

function isPlainTitle({ text, marker, block }: Line): boolean {
  return (
    marker === null &&
    block.kind === 'paragraph' &&
    text.length <= 80 &&
    /^\p{Lu}/u.test(text) &&
    !/[.,;:!?]$/.test(text) &&
    !readPartHeading(text) &&
    readNumberedHeading({ text, marker, block }) === null
  )
}

function readNumberedHeading({ text, marker }: Line): { ref: string; title: string } | null {
  const numbered = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s+(\p{Lu}.{2,200})$/u.exec(text)
  return marker === null && numbered ? { ref: numbered[1] ?? '', title: numbered[2] ?? '' } : null
}

/**
 * A list under "Priority" or "Objectives" whose items come again below as headings declares parts. Answers false when they do not, and
 * takes nothing.
 */
function declareParts(found: Found, lines: Lines, list: List, above: Line): boolean {
  if (!mayListParts(above.text)) return false
  const later = lines.slice(list.end).flatMap((line) => (line?.marker === null ? [line] : []))
  const refs = list.items.map(
    ({ lines: [first] }) => /^(\d{1,2}(?:\.\d{1,2})+)\.?\s/.exec(first?.text ?? '')?.[1] ?? null,
  )
  const headings = refs.map(
    (ref) => later.find((line) => ref !== null && readNumberedHeading(line)?.ref === ref) ?? null,
  )
  if (headings.filter(Boolean).length < 0.6 * list.items.length) return false
  found.set(above.block, { as: 'label' })
  const level = levelOf(above.text)
  for (const [index, item] of list.items.entries()) {
    const [first] = item.lines
    const heading = headings[index]
    const own = first ? readNumberedHeading({ ...first, marker: null }) : null
    const numbered = (heading && readNumberedHeading(heading)) ?? own
    for (const line of item.lines) found.set(line.block, { as: 'declared' })
    if (!numbered || !first) continue
    found.set(first.block, { as: 'declares', level, ...numbered, comesAgain: heading !== null })
    if (heading) found.set(heading.block, { as: 'heading', level, ...numbered, isDeclared: true })
  }
  return true
}

/** "Our priorities:" are each a "Priority". */
function levelOf(label: string): string {
  const word = /(\p{L}+)[^\p{L}]*$/u.exec(label)?.[1]?.toLowerCase() ?? 'priority'
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
  return capital(single)
}

function takeItem(found: Found, item: Item, isPageNumber: (number: number) => boolean): void {
  const [first] = item.lines
  if (!first) return
  const { text, leftOver } = joinTornPieces(
    item.lines.map((line) => line.text),
    isPageNumber,
  )
  const all = [...item.lines, ...item.more]
  const glued = /^((?:[A-Z]{1,3})?\d{1,2}(?:\.\d{1,2})+[a-z]?)[.):]?\s+(?=\p{Lu})/u.exec(text)
  const endLine = all.at(-1)?.block.where.endLine
  const listItem: ListItem = {
    text: glued ? text.slice(glued[0].length) : text,
    ref: glued?.[1] ?? (isNumber(first.marker ?? '') ? (first.marker ?? '') : ''),
    more: item.more.map(withNumber),
    where: endLine === undefined ? first.block.where : { ...first.block.where, endLine },
    source: all.map((line) => line.block.text).join('\n'),
    leftOver,
  }
  for (const line of all) found.set(line.block, { as: 'rest' })
  found.set(first.block, { as: 'action', item: listItem })
}

function takeLines(found: Found, item: Item, verdict: (text: string) => Verdict): void {
  const lines = [...item.lines, ...item.more]
  for (const line of lines) found.set(line.block, { as: 'rest' })
  const [first] = lines
  if (first) found.set(first.block, verdict(lines.map(withNumber).join(' ')))
}

/** A line with the number before it; a bullet is no word. */
function withNumber({ text, marker }: Line): string {
  return marker !== null && isNumber(marker) ? `${marker}. ${text}` : text
}

/** A question below a list of measures opens another matter, and what follows it is no measure. */
function stopAtQuestions(found: Found, lines: Lines): void {
  for (const line of lines) {
    if (line && !found.has(line.block) && line.marker === null && /\?$/.test(line.text) && line.text.length <= 110) {
      const label = readListLabel(line.text)
      found.set(line.block, { as: label === 'measures' ? 'label' : 'stop' })
    }
  }
}
