import { day } from '../../kernel/day.ts'
import type { Id, PartId } from '../../kernel/id.ts'
import { LONGEST_NAME } from '../../kernel/longest-name.ts'
import type { Period } from '../../kernel/period.ts'
import type { Directory } from '../people/index.ts'
import type { ActionReading, PlanReading, Where } from '../reading/index.ts'
import { leadGroupOf, leadMatcher } from './match-leads.ts'
import type { Action, ActionSource, Part, SaidInDocument } from './plan.ts'

/** A title longer than this was no title. */

export type PlanDraft = {
  readonly title: string
  readonly period: Period | null
  readonly levelNames: readonly string[]
  readonly parts: readonly Part[]
  readonly actions: readonly Action[]
}

/** The rows of the document an action was read from. */
export type FindRows = (passage: { readonly where: Where; readonly text: string }) => readonly number[]

/** A draft plan with everything the reading found, in its order; names are tied to the directory where they are known. */
export function draftFromReading(
  reading: PlanReading,
  directory: Directory,
  newId: <Thing extends string>() => Id<Thing>,
  findRows: FindRows,
): PlanDraft {
  const matchLeads = leadMatcher(directory)
  const partIds = new Map<string, PartId>(reading.parts.map(({ id }) => [id, newId<'part'>()]))
  const partId = (id: string | null): PartId | null => (id === null ? null : (partIds.get(id) ?? null))
  return {
    title: (reading.title ?? withoutExtension(reading.source.name)).slice(0, LONGEST_NAME),
    period: reading.period && { starts: day(reading.period.starts), endsBefore: day(reading.period.endsBefore) },
    levelNames: reading.levels,
    parts: reading.parts.flatMap((part) => {
      const id = partId(part.id)
      if (id === null) return []
      const { level, ref, title, why, success, points = [], leadWords = null, alignedPlans } = part
      return [{ id, parentId: partId(part.parent), level, ref, title, why, success, points, leadWords, alignedPlans }]
    }),
    actions: reading.actions.map((action) => {
      const leads = matchLeads(action.leads)
      return {
        id: newId<'action'>(),
        partId: partId(action.part),
        version: 1,
        ref: action.ref,
        text: action.text,
        measure: action.measure,
        timescale: action.timescale,
        leadWords: action.leadWords,
        leads,
        leadGroupId: leadGroupOf(leads),
        said: saidOf(action),
        source: sourceOf(action, findRows),
      }
    }),
  }
}

function saidOf({ progressRating, impactRating, narrative, disposal }: ActionReading): SaidInDocument {
  return { progressRating, impactRating, narrative, disposal }
}

function sourceOf({ id, where, sourceText: text }: ActionReading, findRows: FindRows): ActionSource {
  return { where, text, rows: findRows({ where, text }), read: id }
}

/** A plan without a title is called as its file, until somebody gives it one. */
function withoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, '') || name
}
