import type { Period } from '../../../kernel/period.ts'
import type { Block, Piece } from '../blocks.ts'
import { findGroups, type KnownGroups, readLeads } from '../leads/read-leads.ts'
import { lintPlan } from '../lint/lint-plan.ts'
import type { ActionReading, Finding, PlanReading, Recognised, Source, Where } from '../plan-reading.ts'
import type { FieldRole } from '../tables/read-row.ts'
import { joinWords } from '../tables/read-row.ts'
import { readTimescale } from '../timescale/read-timescale.ts'
import { type BuiltParts, buildParts } from './build-parts.ts'
import { findClaims } from './find-claims.ts'
import { type ProposedPeriod, proposePeriod } from './find-period.ts'
import { findTitle } from './find-title.ts'
import type { ActionDraft, PlanDraft } from './plan-draft.ts'
import { readRating } from './rating.ts'
import { readDisposal } from './read-disposal.ts'
import { readPlan } from './read-plan.ts'
import { readingFindings } from './reading-findings.ts'

/** Blocks of a document as a plan: parts, actions, claims, findings, and whatever was not understood. */
export function buildReading(source: Source, blocks: readonly Block[]): PlanReading {
  const draft = readPlan(blocks)
  const built = buildParts(draft.tree)
  const found = [...draft.prose, ...built.left].sort(byPlace)
  const titlePiece = findTitle(
    found,
    built.title ? (built.left.find((piece) => piece.text === built.title?.text) ?? null) : null,
  )
  const title = titlePiece?.text ?? null
  const proposed = proposePeriod(title, draft.prose)
  const actions = buildActions(draft, built, proposed?.period ?? null)
  const loose = found.filter((piece) => piece !== titlePiece)
  const { notUnderstood, recognised } = setAsideKnown(loose, built)
  const prose = [...(titlePiece ? [titlePiece] : []), ...loose]
  return {
    source,
    title,
    period: proposed
      ? { starts: proposed.period.starts.toString(), endsBefore: proposed.period.endsBefore.toString() }
      : null,
    levels: built.levels,
    parts: built.parts,
    actions,
    claims: findClaims(prose),
    findings: findingsOf(draft, built, actions, proposed, prose),
    notUnderstood,
    recognised: [...draft.recognised, ...recognised],
    ratingKey: draft.ratingKey,
  }
}

function buildActions(draft: PlanDraft, built: BuiltParts, period: Period | null): ActionReading[] {
  const timescales = draft.actions.map((action) => wordsOf(action, 'timescale'))
  const groups = findGroups(draft.actions.map((action) => wordsOf(action, 'lead')))
  return draft.actions.map((action, index) =>
    buildAction(action, `a${index + 1}`, { built, groups, period, timescales }),
  )
}

type Around = { built: BuiltParts; groups: KnownGroups; period: Period | null; timescales: readonly string[] }

function buildAction(action: ActionDraft, id: string, { built, groups, period, timescales }: Around): ActionReading {
  const [first] = action.readings
  const words = (role: FieldRole) => wordsOf(action, role)
  const starts = words('starts')
  const when = starts === '' ? words('timescale') : `Start: ${starts} End: ${words('timescale')}`
  const narrative = words('narrative') || null
  const others = action.readings.flatMap((reading) => reading.others)
  const fill = (side: 'progressFill' | 'impactFill') => action.readings.find((reading) => reading[side])?.[side] ?? null
  return {
    id,
    part: action.part ? (built.idByPart.get(action.part) ?? null) : null,
    ref: first?.ref || null,
    text: words('action'),
    measure: words('measure') || null,
    timescale: when === '' ? null : readTimescale(when, period, timescales),
    leadWords: words('lead') || null,
    leads: readLeads(words('lead'), groups),
    progressRating: readRating(words('progress'), fill('progressFill')),
    impactRating: readRating(words('impact'), fill('impactFill')),
    narrative,
    disposal: readDisposal(narrative),
    ...(others.length === 0 ? {} : { others }),
    where: whereOf(action),
    sourceText: action.readings.map((reading) => reading.row.source).join('\n'),
  }
}

function wordsOf(action: ActionDraft, role: FieldRole): string {
  return action.readings.reduce((words, reading) => joinWords(words, reading.fields[role]), '')
}

function whereOf(action: ActionDraft): Where {
  const first = action.readings[0]?.row.where ?? {}
  const end = action.readings.at(-1)?.row.where.endLine
  return end === undefined ? first : { ...first, endLine: end }
}

function byPlace(a: Piece, b: Piece): number {
  return (a.where.line ?? 0) - (b.where.line ?? 0)
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
  return [...doubts, ...lintPlan({ actions, parts: built.parts, period: proposed?.period ?? null, prose, has })]
}
