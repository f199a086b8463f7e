import type { Period } from '../../../kernel/period.ts'
import type { Finding, LeadReading, PartReading, TimescaleReading, Where } from '../plan-reading.ts'
import { lintAcronyms } from './lint-acronyms.ts'
import { lintLeads } from './lint-leads.ts'
import { lintMeasures } from './lint-measures.ts'
import { lintParts } from './lint-parts.ts'
import { lintPlaces } from './lint-places.ts'
import { lintReferences } from './lint-references.ts'
import { lintTexts } from './lint-texts.ts'
import { lintTimescales } from './lint-timescales.ts'
import type { Remark } from './remark.ts'
import { whyItMatters } from './why-it-matters.ts'

/** What the check needs of an action: as read from a document, or as it stands in a draft. */
export type LintAction = {
  readonly id: string
  readonly part: string | null
  readonly ref: string | null
  readonly text: string
  readonly measure: string | null
  readonly timescale: TimescaleReading | null
  readonly leads: readonly LeadReading[]
  readonly where?: Where
}

export type LintPart = Pick<PartReading, 'id' | 'title' | 'why' | 'success'> & {
  /** the part it stands under, whose "why" and "how we will know" are its own too */
  readonly parent?: string | null
  readonly where?: Where
}

export type LintInput = {
  readonly actions: readonly LintAction[]
  readonly parts: readonly LintPart[]
  readonly period: Period | null
  /** other text of the document, its title first: impossible years, other places and what letters stand for are looked for here */
  readonly prose?: readonly { readonly text: string; readonly where: Where }[]
  /** what the document explains of its letters */
  readonly glossary?: readonly { readonly term: string }[]
  /** fields this plan has a place for; an absent column is said once, not for each action */
  readonly has?: { readonly measure: boolean; readonly timescale: boolean; readonly lead: boolean }
}

/** Reads a plan as a careful colleague would, and asks. No finding blocks anything. In the order of the plan. */
export function lintPlan(input: LintInput): Finding[] {
  const remarks = [
    ...lintParts(input),
    ...lintPlaces(input),
    ...lintAcronyms(input),
    ...lintTexts(input),
    ...lintMeasures(input),
    ...lintLeads(input),
    ...lintTimescales(input),
    ...lintReferences(input),
  ]
  const place = new Map<unknown, number>(input.actions.map((action, index) => [action, index]))
  const placeOf = (remark: Remark) => (remark.about === null ? -1 : (place.get(remark.about) ?? -1))
  return remarks
    .map((remark, index) => ({ remark, index, place: placeOf(remark) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ remark, place: at }) => toFinding(remark, at >= 0))
}

function toFinding({ about, among, where, ...rest }: Remark, isAction: boolean): Finding {
  const why = whyItMatters(rest.code)
  return {
    ...rest,
    action: isAction && about ? about.id : null,
    where: where ?? about?.where ?? null,
    ...(among && { actions: among.map(({ id }) => id) }),
    ...(!isAction && about && { part: about.id }),
    ...(why !== null && { why }),
  }
}
