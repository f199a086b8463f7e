import type { Where } from '../plan-reading.ts'
import type { LabelKind } from './part-heading.ts'

/** An aim or objective while it is being read. */
export type PartDraft = {
  readonly parent: PartDraft | null
  /** how deep its kind of heading stands: headings 1 to 6, named levels from 10, cells of a table from 50 */
  readonly depth: number
  /** the document's own name for the level; null for a heading that names none */
  readonly level: string | null
  readonly ref: string | null
  readonly title: string
  /** the rest of a title that a page cut */
  readonly titleEnds: string[]
  readonly prose: Record<LabelKind, string[]>
  /** what is promised, point by point */
  readonly points: string[]
  leadWords: string | null
  readonly where: Where
  actions: number
}

/** The parts found so far, in reading order, and the chain of those now open. */
export type PartTree = {
  readonly parts: PartDraft[]
  open: PartDraft | null
  /** how deep each named level stands */
  readonly depths: Map<string, number>
  /** the parts under each part, by what makes two of them the same */
  readonly known: Map<PartDraft | null, Map<string, PartDraft>>
}

export function emptyTree(): PartTree {
  return { parts: [], open: null, depths: new Map(), known: new Map() }
}

export type PartOpening = Pick<PartDraft, 'level' | 'ref' | 'title' | 'where'> & { readonly depth: number | null }

/** Opens a part, or goes back into one that was read before; answers whether it was known. */
export function openPart(tree: PartTree, opening: PartOpening): 'new' | 'known' {
  const depth = opening.depth ?? depthOfLevel(tree, opening.level ?? '')
  let parent = tree.open
  while (parent && parent.depth >= depth) parent = parent.parent
  const siblings = tree.known.get(parent) ?? new Map<string, PartDraft>()
  tree.known.set(parent, siblings)
  const name = [depth, opening.level, opening.ref, opening.title.toLowerCase()].join('\n')
  const known = siblings.get(name)
  const part = known ?? makePart(parent, depth, opening)
  if (!known) tree.parts.push(part)
  siblings.set(name, part)
  tree.open = part
  return known ? 'known' : 'new'
}

/** Where a named level stands: where it stood before, else below what is open. */
function depthOfLevel(tree: PartTree, level: string): number {
  let top = tree.open
  while (top && top.depth >= 50) top = top.parent
  const depth = tree.depths.get(level) ?? Math.max(10, (top?.depth ?? 9) + 1)
  tree.depths.set(level, depth)
  return depth
}

function makePart(parent: PartDraft | null, depth: number, opening: PartOpening): PartDraft {
  const { level, ref, title, where } = opening
  return {
    parent,
    depth,
    level,
    ref,
    title,
    titleEnds: [],
    where,
    points: [],
    leadWords: null,
    actions: 0,
    prose: { why: [], success: [], aligned: [] },
  }
}
