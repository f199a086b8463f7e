import type { Block, Piece } from '../blocks.ts'
import { lintPlan } from '../lint/lint-plan.ts'
import type {
  ActionReading,
  Finding,
  GlossaryEntry,
  PlanReading,
  Recognised,
  Source,
  TableReading,
} from '../plan-reading.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import { checkDocument } from '../statements/check-document.ts'
import { buildActions } from './build-actions.ts'
import { type BuiltParts, buildParts } from './build-parts.ts'
import { buildTables } from './build-tables.ts'
import { orderOf } from './document-order.ts'
import { findClaims } from './find-claims.ts'
import { type ProposedPeriod, proposePeriod } from './find-period.ts'
import { findTitle } from './find-title.ts'
import { fundingFindings } from './funding-findings.ts'
import type { PlanDraft } from './plan-draft.ts'
import { readPlan } from './read-plan.ts'
import { readingFindings } from './reading-findings.ts'

/**
 * Blocks of a document as a plan: parts, actions, claims, findings, and whatever was not understood.
 *
 * @param recipe  what somebody told of this kind of document; it goes before what the document suggests
 */
export function buildReading(source: Source, blocks: readonly Block[], recipe: Recipe = NO_RECIPE): PlanReading {
  const draft = readPlan(blocks, recipe)
  const built = buildParts(draft.tree)
  const { tables, funding, glossary } = buildTables(draft.tables)
  const found = [...draft.prose, ...built.left].sort(orderOf(blocks))
  const titlePiece = findTitle(
    found,
    built.title ? (built.left.find((piece) => piece.text === built.title?.text) ?? null) : null,
  )
  const title = titlePiece?.text ?? null
  const proposed = proposePeriod(title, found)
  const actions = buildActions(draft, built, proposed?.period ?? null, recipe)
  const loose = found.filter((piece) => piece !== titlePiece)
  const { notUnderstood, recognised } = setAsideKnown(loose, built, tables)
  const prose = [...(titlePiece ? [titlePiece] : []), ...loose]
  const known = [...glossary, ...draft.glossary]
  return {
    source,
    title,
    period: proposed
      ? { starts: proposed.period.starts.toString(), endsBefore: proposed.period.endsBefore.toString() }
      : null,
    levels: built.levels.map((name, level) => recipe.levels[level] || name),
    parts: built.parts,
    actions,
    claims: findClaims(prose),
    findings: [...findingsOf(draft, built, actions, proposed, prose, known, recipe), ...fundingFindings(funding)],
    notUnderstood,
    recognised: [...draft.recognised, ...recognised],
    ratingKey: draft.ratingKey,
    tables,
    glossary: known,
    funding,
  }
}

/** A list of the aims in the introduction, and the name of the colours' key, are understood though they are no field. */
function setAsideKnown(
  loose: readonly Piece[],
  built: BuiltParts,
  tables: readonly TableReading[],
): { notUnderstood: Piece[]; recognised: Recognised[] } {
  const titles = new Set(built.parts.map((part) => plain(part.title)))
  const titlesOfTables = new Set(tables.map((table) => table.title))
  const recognised: Recognised[] = []
  const notUnderstood = loose.filter((piece) => {
    const as = titles.has(plain(piece.text))
      ? 'list-of-parts'
      : titlesOfTables.has(piece.text)
        ? 'table-title'
        : /^b?rag\b.{0,12}(?:rating|key)s?$/i.test(piece.text)
          ? 'rating-key'
          : null
    if (as) recognised.push({ text: piece.text, as, where: piece.where })
    return as === null
  })
  return { notUnderstood, recognised }
}

function plain(text: string): string {
  return text
    .replace(/^\d{1,2}[.)]\s+/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function findingsOf(
  draft: PlanDraft,
  built: BuiltParts,
  actions: readonly ActionReading[],
  proposed: ProposedPeriod | null,
  prose: readonly Piece[],
  glossary: readonly GlossaryEntry[],
  recipe: Recipe,
): Finding[] {
  const has = {
    measure: actions.some((action) => action.measure !== null),
    timescale: actions.some((action) => action.timescale !== null),
    lead: actions.some((action) => action.leads.length > 0),
  }
  const doubts = [...readingFindings(draft, actions, proposed, recipe), ...draft.doubts]
  const period = proposed?.period ?? null
  return [
    ...doubts,
    ...lintPlan({ actions, parts: built.parts, period, prose, glossary, has }),
    ...checkDocument({ prose, actions, context: { period } }),
  ]
}
