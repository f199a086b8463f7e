import type { Finding } from '../../plan-reading.ts'
import type { Line } from './gather-lines.ts'
import { joinLeaves } from './join-leaves.ts'
import { haveOwnHeights, haveSameColumns, type Leaf, leafOf, standBeside } from './leaves.ts'
import { listPages } from './page-findings.ts'
import type { SortedPage } from './sort-page.ts'

/** Pages with those that lay beside them on a sheet joined to them; `apart` are pages whose rows no other's could be told to be. */
export type JoinedPages = {
  readonly pages: readonly SortedPage[]
  readonly apart: ReadonlySet<number>
  readonly findings: readonly Finding[]
}

/** A sheet printed over pages: `deep` pages down, then as many again for each further group of columns. */
type Spread = { readonly from: number; readonly deep: number; readonly wide: number }

/**
 * Joins the pages of a sheet that was too wide for its paper: its last columns stand on pages of their own, either after each page or
 * after all of them, in rows that stand where those of the first columns do. Where that cannot be told for sure, nothing is joined and
 * the pages are named.
 */
export function joinSpilledPages(pages: readonly SortedPage[], margin: ReadonlySet<Line>): JoinedPages {
  const leaves = pages.map((page) => leafOf(page, margin))
  const joined = [...pages]
  const findings: Finding[] = []
  const apart = new Set<number>()
  const spreads: Spread[][] = []
  for (let at = 0; at < leaves.length; ) {
    const below = goesOn(leaves, at, spreads.at(-1)?.at(-1))
    const spread = below ?? spreadAt(leaves, at)
    if (spread) {
      joinSpread(leaves, spread, joined)
      if (below) spreads.at(-1)?.push(below)
      else spreads.push([spread])
      at += spread.deep * spread.wide
      continue
    }
    const lost = restWithoutRows(leaves, at)
    if (lost) {
      for (const leaf of lost.rest) apart.add(leaf.page.page)
      findings.push(notTold(lost.plan, lost.rest))
      at += lost.rest.length
      continue
    }
    at++
  }
  return { pages: joined, apart, findings: [...spreads.map((each) => told(leaves, each)), ...findings] }
}

/** The smallest spread that begins at a page and is sure. */
function spreadAt(leaves: readonly Leaf[], from: number): Spread | null {
  const first = leaves[from]
  if (!first?.body) return null
  for (let deep = 1; from + 2 * deep <= leaves.length; deep++) {
    const down = leaves[from + deep - 1]
    if (!down?.body || (deep > 1 && !haveSameColumns(first, down))) return null
    let wide = 1
    while (isBeside(leaves, from, deep, wide)) wide++
    if (wide > 1) return { from, deep, wide }
  }
  return null
}

function isBeside(leaves: readonly Leaf[], from: number, deep: number, group: number): boolean {
  const first = leaves.slice(from, from + deep)
  const beside = leaves.slice(from + deep * group, from + deep * (group + 1))
  const [plan, rest] = [first[0], beside[0]]
  if (beside.length < deep || !plan || !rest?.body || rest.isPlan) return false
  if (!beside.every((leaf, at) => first[at] && standBeside(first[at], leaf))) return false
  if (!beside.every((leaf) => leaf.body === null || haveSameColumns(rest, leaf))) return false
  const isNamedSo = plan.isPlan && rest.isRest && [...rest.holds].every((each) => !plan.holds.has(each))
  const isByHeights = !haveSameColumns(plan, rest) && haveOwnHeights(beside)
  return isNamedSo || isByHeights
}

/** Pages after a spread that was one page deep, with its columns again: the rows below it. */
function goesOn(leaves: readonly Leaf[], at: number, earlier: Spread | undefined): Spread | null {
  if (earlier?.deep !== 1 || at !== earlier.from + earlier.wide) return null
  const pairs = Array.from({ length: earlier.wide }, (_, group) => [leaves[earlier.from + group], leaves[at + group]])
  const [first] = pairs
  const isSame = pairs.every(([before, now]) => before && now && (now.body === null || haveSameColumns(before, now)))
  const isSide = pairs.slice(1).every(([, now]) => first?.[1] && now && standBeside(first[1], now) && !now.isPlan)
  return first?.[1]?.body && isSame && isSide ? { ...earlier, from: at } : null
}

function joinSpread(leaves: readonly Leaf[], { from, deep, wide }: Spread, pages: SortedPage[]): void {
  for (let down = 0; down < deep; down++) {
    let leaf = leaves[from + down]
    for (let group = 1; group < wide; group++) {
      const at = from + deep * group + down
      const other = leaves[at]
      const both = leaf && other ? joinLeaves(leaf, other) : null
      if (!leaf || !both) continue
      pages[from + down] = both.whole
      pages[at] = both.rest
      leaf = { ...leaf, page: both.whole, body: both.body }
    }
  }
}

/** Pages of columns that go with actions, after a table of actions that has none of them, and whose rows stand elsewhere. */
function restWithoutRows(leaves: readonly Leaf[], at: number): { plan: readonly Leaf[]; rest: readonly Leaf[] } | null {
  const rest = leaves[at]
  if (!rest?.isRest || rest.holds.size < rest.names.length) return null
  const from = leaves.slice(0, at).findLastIndex((leaf) => leaf.isPlan)
  const plan = leaves[from]
  if (!plan || [...rest.holds].some((each) => plan.holds.has(each))) return null
  const deep = at - from
  const beside = leaves.slice(at, at + deep)
  const end = beside.findIndex((leaf, index) => index > 0 && (leaf.isPlan || !haveSameColumns(rest, leaf)))
  return { plan: leaves.slice(from, at), rest: end === -1 ? beside : beside.slice(0, end) }
}

function told(leaves: readonly Leaf[], spreads: readonly Spread[]): Finding {
  const first = spreads.flatMap(({ from, deep }) => leaves.slice(from, from + deep))
  const others = spreads.flatMap(({ from, deep, wide }) => leaves.slice(from + deep, from + deep * wide))
  const names = others.filter((leaf) => leaf.isRest).flatMap((leaf) => leaf.names)
  const columns = names.length === 0 ? 'The last columns of a table' : inQuotes(names)
  const stand = names.length === 1 ? 'stands' : 'stand'
  return finding(
    'question',
    first[0],
    `${columns} ${stand} on ${pagesOf(others)}, beside the rows of ${pagesOf(first)}, and were put together with them by where the rows stand. Is each row whole?`,
  )
}

function notTold(plan: readonly Leaf[], rest: readonly Leaf[]): Finding {
  const names = rest[0]?.names ?? []
  const seem = names.length === 1 ? 'seems' : 'seem'
  return finding(
    'warning',
    rest[0],
    `${inQuotes(names)} on ${pagesOf(rest)} ${seem} to go with the actions of ${pagesOf(plan)}, but which row goes with which could not be told. The words are listed as not understood. Choose the spreadsheet itself, or print it one page wide.`,
  )
}

function finding(severity: Finding['severity'], leaf: Leaf | undefined, message: string): Finding {
  const where = leaf ? { page: leaf.page.page } : null
  return { code: 'columns-on-other-pages', severity, action: null, words: null, message, where }
}

function pagesOf(leaves: readonly Leaf[]): string {
  const pages = leaves.map((leaf) => leaf.page.page)
  return `${pages.length === 1 ? 'page' : 'pages'} ${listPages(pages)}`
}

function inQuotes(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`)
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
