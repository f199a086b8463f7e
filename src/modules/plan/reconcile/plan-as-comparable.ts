import {
  type ActionReading,
  type Comparable,
  type ComparableRow,
  type PlanReading,
  proseOf,
} from '../../reading/index.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { saidInDocument } from '../review-plan/said-in-document.ts'

/** A plan that is here as one side of a comparison: as it was corrected, with what its document says besides. */
export function planAsComparable(
  plan: Plan,
  parts: readonly Part[],
  actions: readonly Action[],
  reading: PlanReading | null,
): Comparable {
  const said = saidInDocument(actions, reading)
  const byId = new Map(parts.map((part) => [part.id, part]))
  return {
    name: plan.title,
    title: plan.title,
    rows: actions.map((action) => rowOf(action, trailOf(byId, action.partId), said.get(action.id) ?? null)),
    passages: [
      ...parts.map((part) => ({ kind: 'heading' as const, text: wordsOf(part), where: {} })),
      ...(reading ? proseOf(reading) : []),
    ],
    claims: reading?.claims ?? [],
    levels: plan.levelNames.map((name, level) => ({
      name,
      count: parts.filter((part) => part.level === level).length,
    })),
    ratingKey: reading?.ratingKey ?? [],
  }
}

type Said = Pick<ActionReading, 'narrative' | 'progressRating' | 'impactRating'>

function rowOf(action: Action, trail: readonly string[], said: Said | null): ComparableRow {
  return {
    id: action.id,
    ref: action.ref,
    text: action.text,
    measure: action.measure,
    leadWords: action.leadWords,
    trail,
    narrative: said?.narrative ?? null,
    progressRating: said?.progressRating ?? null,
    impactRating: said?.impactRating ?? null,
    timescaleWords: action.timescale?.text ?? null,
    others: [],
    where: action.source?.where ?? {},
  }
}

function trailOf(byId: ReadonlyMap<string, Part>, partId: string | null): readonly string[] {
  const trail: string[] = []
  let part = partId === null ? undefined : byId.get(partId)
  while (part && trail.length < 9) {
    trail.unshift(part.title)
    part = part.parentId === null ? undefined : byId.get(part.parentId)
  }
  return trail
}

function wordsOf({ title, why, success, points, alignedPlans }: Part): string {
  return [title, why, success, ...points, ...alignedPlans].filter((text) => text !== null).join('\n')
}
