import type { ActionId, BodyId, PartId, PersonId, PlanId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import type { LeadKind, TimescaleReading, Where } from '../reading/index.ts'

export type Plan = {
  readonly id: PlanId
  readonly title: string
  /** null while a draft does not know it */
  readonly period: Period | null
  readonly levelNames: readonly string[]
  readonly ratingSchemeId: string
  /** null while it is a draft */
  readonly adoptedAt: Temporal.Instant | null
}

export type Part = {
  readonly id: PartId
  readonly parentId: PartId | null
  readonly level: number
  readonly ref: string | null
  readonly title: string
  readonly why: string | null
  readonly success: string | null
  /** what it says point by point, where those are no actions */
  readonly points: readonly string[]
  readonly alignedPlans: readonly string[]
}

export type Lead = {
  readonly text: string
  readonly kind: LeadKind
  readonly personId: PersonId | null
  readonly bodyId: BodyId | null
}

/** What an action says: everything that a version of it holds. */
export type ActionContent = {
  readonly ref: string | null
  readonly text: string
  readonly measure: string | null
  /** null when the plan gives no timescale */
  readonly timescale: TimescaleReading | null
  readonly leadWords: string | null
  readonly leadGroupId: BodyId | null
  readonly leads: readonly Lead[]
}

export type Action = ActionContent & {
  readonly id: ActionId
  readonly partId: PartId | null
  readonly version: number
  readonly source: ActionSource | null
}

/** Where an action stands in the document it was read from; null for what somebody wrote here. */
export type ActionSource = {
  readonly where: Where
  readonly text: string
  /** the rows of the document that hold it, numbered as its kept pages number them */
  readonly rows?: readonly number[]
  /** the action of the reading it was made from: "a12" */
  readonly read?: string
}

/** Whether somebody has made a draft the partnership's plan. */
export function isAdopted(plan: Plan): boolean {
  return plan.adoptedAt !== null
}
