import type { Piece } from '../blocks.ts'
import type { PartReading } from '../plan-reading.ts'
import { joinPieces } from '../tables/read-row.ts'
import { looksLikeTitle } from './find-title.ts'
import type { LabelKind } from './part-heading.ts'
import type { PartDraft, PartTree } from './part-tree.ts'

export type BuiltParts = {
  readonly levels: readonly string[]
  readonly parts: readonly PartReading[]
  readonly idByPart: ReadonlyMap<PartDraft, string>
  /** headings that turned out to hold no action */
  readonly left: readonly Piece[]
  /** a heading over everything, which is the document's title; it is among `left` too */
  readonly title: Piece | null
}

/** Keeps the parts that hold actions, or whose level the document names; the other headings are only headings. */
export function buildParts(tree: PartTree): BuiltParts {
  const holding = new Set<PartDraft>()
  for (const part of tree.parts) {
    if (part.level !== null || holdsProse(part)) holding.add(part)
    if (part.actions > 0) for (let at: PartDraft | null = part; at; at = at.parent) holding.add(at)
  }
  const over = headingOverAll(tree, holding)
  if (over) holding.delete(over)
  const kept = tree.parts.filter((part) => holding.has(part))
  const idByPart = new Map(kept.map((part, index) => [part, `p${index + 1}`]))
  const toPiece = (part: PartDraft): Piece => ({ text: joinPieces([part.ref ?? '', titleOf(part)]), where: part.where })
  return {
    levels: levelNames(kept, holding),
    parts: kept.map((part) => toReading(part, holding, idByPart)),
    idByPart,
    left: tree.parts.filter((part) => !holding.has(part)).map(toPiece),
    title: over ? toPiece(over) : null,
  }
}

function titleOf(part: PartDraft): string {
  return joinPieces([part.title, ...part.titleEnds])
}

function holdsProse(part: PartDraft): boolean {
  return Object.values(part.prose).some((prose) => prose.length > 0)
}

/**
 * The one heading without number or level that everything else stands under. Where actions stand straight under it, it is the title
 * only when it reads like one: a plan of one table has no sections, and one section is no title.
 */
function headingOverAll(tree: PartTree, holding: ReadonlySet<PartDraft>): PartDraft | null {
  const roots = tree.parts.filter((part) => holding.has(part) && !part.parent)
  const only = roots.length === 1 ? roots[0] : undefined
  if (!only || only.level !== null || holdsProse(only)) return null
  if (only.actions > 0) return only.ref === null && looksLikeTitle(titleOf(only)) ? only : null
  return tree.parts.some((part) => holding.has(part) && part.parent === only) ? only : null
}

function parentIn(holding: ReadonlySet<PartDraft>, part: PartDraft): PartDraft | null {
  let parent = part.parent
  while (parent && !holding.has(parent)) parent = parent.parent
  return parent
}

function levelOf(part: PartDraft, holding: ReadonlySet<PartDraft>): number {
  let level = 0
  for (let at = parentIn(holding, part); at; at = parentIn(holding, at)) level++
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

function toReading(part: PartDraft, holding: ReadonlySet<PartDraft>, idByPart: BuiltParts['idByPart']): PartReading {
  const parent = parentIn(holding, part)
  const prose = (kind: LabelKind) => part.prose[kind].join(' ') || null
  return {
    id: idByPart.get(part) ?? '',
    parent: parent ? (idByPart.get(parent) ?? null) : null,
    level: levelOf(part, holding),
    ref: part.ref,
    title: titleOf(part),
    why: prose('why'),
    success: prose('success'),
    alignedPlans: splitPlans(part.prose.aligned),
    ...(part.points.length === 0 ? {} : { points: part.points }),
    ...(part.leadWords === null ? {} : { leadWords: part.leadWords }),
    where: part.where,
  }
}

function splitPlans(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/\s*[,;]\s+|\s+,\s*/)).filter((plan) => plan !== '')
}
