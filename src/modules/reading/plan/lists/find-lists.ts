import type { Block } from '../../blocks.ts'
import type { GlossaryEntry, Where } from '../../plan-reading.ts'
import { NO_RECIPE } from '../../recipe.ts'
import type { CardRow } from '../../tables/card-rows.ts'
import { readHeaderRows } from '../../tables/header-rows.ts'
import { type Lines, toLines, type WordsBlock } from './document-lines.ts'
import { findLineCards } from './find-cards.ts'
import { findGlossary } from './find-glossary.ts'
import { isPlan } from './is-plan.ts'
import { judgeLists } from './judge-lists.ts'

/** An item that is an action, its lines joined. */
export type ListItem = {
  readonly text: string
  readonly ref: string
  /** lines below it that name its fields, or say more of it */
  readonly more: readonly string[]
  readonly where: Where
  readonly source: string
  readonly leftOver: readonly string[]
}

/** What a line of prose is, where lists say more of it than it does itself; `rest` was taken with a line before. */
export type Verdict =
  | { readonly as: 'action'; readonly item: ListItem }
  | { readonly as: 'success' | 'point'; readonly text: string }
  | { readonly as: 'rest' | 'label' | 'title' | 'declared' | 'stop' | 'pledge' }
  | { readonly as: 'promise'; readonly title: string }
  | ({ readonly as: 'heading'; readonly isDeclared?: boolean } & NumberedPart)
  | ({ readonly as: 'declares'; readonly comesAgain: boolean | undefined } & NumberedPart)
  | { readonly as: 'card'; readonly rows: readonly CardRow[] }
  | { readonly as: 'term'; readonly entry: GlossaryEntry }

export type NumberedPart = { readonly level: string | null; readonly ref: string; readonly title: string }

export type Verdicts = ReadonlyMap<WordsBlock, Verdict>

/**
 * What the lists of a document are, and the lines around them: actions, measures, promises of a pledge, parts that come again as
 * headings, and a glossary. Lists are actions only in a plan that has no table of them.
 */
export function findLists(blocks: readonly Block[], furniture: ReadonlySet<Block>): Verdicts {
  const lines = toLines(blocks, furniture)
  const verdicts = new Map<WordsBlock, Verdict>()
  takeGlossary(verdicts, lines)
  if (hasActionTable(blocks) || !isPlan(blocks)) return verdicts
  const cards = findLineCards(lines)
  for (const { lines: own, rows } of cards) {
    for (const [index, line] of own.entries())
      verdicts.set(line.block, index === 0 ? { as: 'card', rows } : { as: 'rest' })
  }
  if (cards.length === 0)
    for (const [block, verdict] of judgeLists(lines, furniture)) if (!verdicts.has(block)) verdicts.set(block, verdict)
  return verdicts
}

function takeGlossary(verdicts: Map<WordsBlock, Verdict>, lines: Lines): void {
  const found = findGlossary(lines)
  if (!found) return
  verdicts.set(found.heading.block, { as: 'label' })
  for (const { lines: own, term, meaning, where } of found.entries) {
    for (const [index, line] of own.entries()) {
      verdicts.set(line.block, index === 0 ? { as: 'term', entry: { term, meaning, where } } : { as: 'rest' })
    }
  }
}

function hasActionTable(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'table' &&
      block.rows.length > 1 &&
      block.rows.some((row, at) => readHeaderRows(row, block.rows[at + 1], NO_RECIPE) !== null),
  )
}
