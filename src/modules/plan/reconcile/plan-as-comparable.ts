import { type Comparable, comparableFrom, type PlanReading } from '../../reading/index.ts'
import type { Action, Part, Plan } from '../plan.ts'

/** A plan that is here as one side of a comparison: as it was corrected, with what its document says besides its actions. */
export function planAsComparable(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): Comparable {
  return comparableFrom({
    source: { name: plan.title },
    title: plan.title,
    levels: plan.levelNames,
    parts: parts.map(({ leadWords, ...part }) => ({
      ...part,
      ...(leadWords === null ? {} : { leadWords }),
      parent: part.parentId,
      where: {},
    })),
    actions: actions.map((action) => ({
      ...action,
      ...action.said,
      part: action.partId,
      where: action.source?.where ?? {},
    })),
    claims: reading?.claims ?? [],
    notUnderstood: reading?.notUnderstood ?? [],
    tables: reading?.tables ?? [],
    glossary: reading?.glossary ?? [],
    ratingKey: reading?.ratingKey ?? [],
  })
}
