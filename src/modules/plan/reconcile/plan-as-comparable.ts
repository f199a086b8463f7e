import { type Comparable, comparableFrom, type PlanReading } from '../../reading/index.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { saidInDocument } from '../review-plan/said-in-document.ts'

const NOTHING_SAID = { narrative: null, progressRating: null, impactRating: null }

/** A plan that is here as one side of a comparison: as it was corrected, with what its document says besides. */
export function planAsComparable(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): Comparable {
  const said = saidInDocument(actions, reading)
  return comparableFrom({
    source: { name: plan.title },
    title: plan.title,
    levels: plan.levelNames,
    parts: parts.map((part) => ({ ...part, parent: part.parentId, where: {} })),
    actions: actions.map((action) => {
      const { narrative, progressRating, impactRating } = said.get(action.id) ?? NOTHING_SAID
      const where = action.source?.where ?? {}
      return { ...action, part: action.partId, narrative, progressRating, impactRating, where }
    }),
    claims: reading?.claims ?? [],
    notUnderstood: reading?.notUnderstood ?? [],
    tables: reading?.tables ?? [],
    glossary: reading?.glossary ?? [],
    ratingKey: reading?.ratingKey ?? [],
  })
}
