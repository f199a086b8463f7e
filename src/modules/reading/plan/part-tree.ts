import type { Piece } from '../blocks.ts'
import type { PartReading, Where } from '../plan-reading.ts'
import type { LabelKind } from './part-heading.ts'

/** An aim or objective while it is being read. */
export type PartDraft = {
  readonly parent: PartDraft | null
  /** how deep its kind of heading stands: headings 1 to 6, named levels from 10, cells of a table from 50 */
  readonly depth: number
  /** the document's own name for the level; null for a heading that names none */
  readonly level: string | null
  readonly ref: string | null
  title: string
  readonly prose: Record<LabelKind, string[]>
  leadWords: string | null
  readonly where: Where
  actions: number
}

/** The parts found so far, in reading order, and the chain of those now open. */
export type PartTree = { readonly parts: PartDraft[]; open: PartDraft | null; readonly depths: Map<string, number> }

export function emptyTree(): PartTree {
  return { parts: [], open: null, depths: new Map() }
}

export type PartOpening = Pick<PartDraft, 'level' | 'ref' | 'title' | 'where'> & { readonly depth: number | null }

/** Opens a part, or goes back into one that was read before; answers whether it was known. */
export function openPart(tree: PartTree, opening: PartOpening): 'new' | 'known' {
  const depth = opening.depth ?? depthOfLevel(tree, opening.level ?? '')
  let parent = tree.open
  while (parent && parent.depth >= depth) parent = parent.parent
  const known = tree.parts.find((part) => part.parent === parent && part.depth === depth && isSamePart(part, opening))
  const part = known ?? makePart(parent, depth, opening)
  if (!known) tree.parts.push(part)
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

function isSamePart(part: PartDraft, opening: PartOpening): boolean {
  if (part.ref !== opening.ref || part.level !== opening.level) return false
  return part.title.toLowerCase() === opening.title.toLowerCase()
}

function makePart(parent: PartDraft | null, depth: number, opening: PartOpening): PartDraft {
  const { level, ref, title, where } = opening
  return {
    parent,
    depth,
    level,
    ref,
    title,
    where,
    leadWords: null,
    actions: 0,
    prose: { why: [], success: [], aligned: [] },
  }
}

export type BuiltParts = {
  readonly levels: readonly string[]
  readonly parts: readonly PartReading[]
  readonly idByPart: ReadonlyMap<PartDraft, string>
  /** headings that turned out to hold no action, and what stood under them */
  readonly left: readonly Piece[]
  /** a heading over everything, which is the document's title */
  readonly title: PartDraft | null
}

/** Keeps the parts that hold actions, or whose level the document names; the other headings are only headings. */
export function buildParts(tree: PartTree): BuiltParts {
  const holding = new Set<PartDraft>()
  for (const part of tree.parts) {
    const isKept =
      part.actions > 0 || part.level !== null || Object.values(part.prose).some((prose) => prose.length > 0)
    for (let at: PartDraft | null = isKept ? part : null; at && !holding.has(at); at = at.parent) holding.add(at)
  }
  const title = titleOver(tree, holding)
  if (title) holding.delete(title)
  const kept = tree.parts.filter((part) => holding.has(part))
  const idByPart = new Map(kept.map((part, index) => [part, `p${index + 1}`]))
  const left = tree.parts.flatMap((part) =>
    holding.has(part) || part === title ? [] : [{ text: part.title, where: part.where }],
  )
  return {
    levels: levelNames(kept, holding),
    parts: kept.map((part) => toReading(part, holding, idByPart)),
    idByPart,
    left,
    title,
  }
}

/** The one heading without number or level that everything else stands under. */
function titleOver(tree: PartTree, holding: ReadonlySet<PartDraft>): PartDraft | null {
  const roots = tree.parts.filter((part) => holding.has(part) && !part.parent)
  const only = roots.length === 1 ? roots[0] : undefined
  const holdsParts = tree.parts.some((part) => holding.has(part) && part.parent === only)
  return only && only.level === null && only.actions === 0 && holdsParts ? only : null
}

function levelOf(part: PartDraft, holding: ReadonlySet<PartDraft>): number {
  let level = 0
  for (let at = part.parent; at; at = at.parent) if (holding.has(at)) level++
  return level
}

function levelNames(kept: readonly PartDraft[], holding: ReadonlySet<PartDraft>): string[] {
  const names: string[] = []
  for (const part of kept) {
    const level = levelOf(part, holding)
    while (names.length <= level) names.push('')
    if (!names[level] && part.level) names[level] = part.level
  }
  return names.map((name) => name || 'Section')
}

function toReading(
  part: PartDraft,
  holding: ReadonlySet<PartDraft>,
  idByPart: ReadonlyMap<PartDraft, string>,
): PartReading {
  const parent = part.parent && holding.has(part.parent) ? part.parent : null
  const prose = (kind: LabelKind) => part.prose[kind].join(' ') || null
  return {
    id: idByPart.get(part) ?? '',
    parent: parent ? (idByPart.get(parent) ?? null) : null,
    level: levelOf(part, holding),
    ref: part.ref,
    title: part.title,
    why: prose('why'),
    success: prose('success'),
    alignedPlans: splitPlans(part.prose.aligned),
    ...(part.leadWords === null ? {} : { leadWords: part.leadWords }),
    where: part.where,
  }
}

function splitPlans(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(/\s*[,;]\s+|\s+,\s*/))
    .map((plan) => plan.trim())
    .filter((plan) => plan !== '')
}
