import { period } from '../../../kernel/period.ts'
import type { Plan, RatingScheme } from '../../plan/index.ts'

/** What a report says that has no versions of its own, as it read when the period was closed. */
export type ClosingFrame = {
  readonly partnership: string
  readonly title: string
  readonly starts: string | null
  readonly endsBefore: string | null
  readonly levelNames: readonly string[]
  readonly scheme: RatingScheme
}

export function frameOf(partnership: string, plan: Plan, scheme: RatingScheme): ClosingFrame {
  return {
    partnership,
    title: plan.title,
    starts: plan.period?.starts.toString() ?? null,
    endsBefore: plan.period?.endsBefore.toString() ?? null,
    levelNames: plan.levelNames,
    scheme,
  }
}

/** A plan as it read when the period was closed, whatever it is called today. */
export function planInFrame(plan: Plan, { title, starts, endsBefore, levelNames, scheme }: ClosingFrame): Plan {
  return {
    id: plan.id,
    adoptedAt: plan.adoptedAt,
    ratingSchemeId: scheme.id,
    title,
    period: starts && endsBefore ? period(starts, endsBefore) : null,
    levelNames,
  }
}
