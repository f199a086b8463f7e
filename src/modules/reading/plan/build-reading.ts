import type { Block, Piece } from '../blocks.ts'
import { lintPlan } from '../lint/lint-plan.ts'
import type { ActionReading, Finding, PlanReading, Recognised, Source } from '../plan-reading.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import { checkDocument } from '../statements/check-document.ts'
import { buildActions } from './build-actions.ts'
import { type BuiltParts, buildParts } from './build-parts.ts'
import { findClaims } from './find-claims.ts'
import { type ProposedPeriod, proposePeriod } from './find-period.ts'
import { findTitle } from './find-title.ts'
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
  const found = [...draft.prose, ...built.left].sort(byPlace)
  const titlePiece = findTitle(
    found,
    built.title ? (built.left.find((piece) => piece.text === built.title?.text) ?? null) : null,
  )
  const title = titlePiece?.text ?? null
  const proposed = proposePeriod(title, found)
  const actions = buildActions(draft, built, proposed?.period ?? null, recipe)
  const loose = found.filter((piece) => piece !== titlePiece)
  const { notUnderstood, recognised } = setAsideKnown(loose, built)
  const prose = [...(titlePiece ? [titlePiece] : []), ...loose]
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
    findings: findingsOf(draft, built, actions, proposed, prose),
    notUnderstood,
    recognised: [...draft.recognised, ...recognised],
    ratingKey: draft.ratingKey,
  }
}

/** In the order of the document; what has no line there comes last. */
function byPlace(a: Piece, b: Piece): number {
  const last = Number.MAX_SAFE_INTEGER
  return (a.where.page ?? 0) - (b.where.page ?? 0) || (a.where.line ?? last) - (b.where.line ?? last)
}

/** A list of the aims in the introduction, and the name of the colours' key, are understood though they are no field. */
function setAsideKnown(
  loose: readonly Piece[],
  built: BuiltParts,
): { notUnderstood: Piece[]; recognised: Recognised[] } {
  const titles = new Set(built.parts.map((part) => plain(part.title)))
  const recognised: Recognised[] = []
  const notUnderstood = loose.filter((piece) => {
    const as = titles.has(plain(piece.text))
      ? 'list-of-parts'
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
): Finding[] {
  const has = {
    measure: actions.some((action) => action.measure !== null),
    timescale: actions.some((action) => action.timescale !== null),
    lead: actions.some((action) => action.leads.length > 0),
  }
  const doubts = readingFindings(draft, actions, proposed)
  const period = proposed?.period ?? null
  return [
    ...doubts,
    ...lintPlan({ actions, parts: built.parts, period, prose, has }),
    ...checkDocument({ prose, actions, context: { period } }),
  ]
}
