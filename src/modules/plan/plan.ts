import type { ActionId, BodyId, OrganisationId, PartId, PersonId, PlanId, PostId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { unreachable } from '../../kernel/result.ts'
import type { KnownId } from '../people/index.ts'
import type { ActionReading, LeadKind, TimescaleReading, Where } from '../reading/index.ts'

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
  /** who leads the whole of it, in the plan's words */
  readonly leadWords: string | null
  readonly alignedPlans: readonly string[]
}

/** Whom a lead's name is tied to in the directory. */
export type Ties = {
  readonly personId: PersonId | null
  readonly bodyId: BodyId | null
  /** whoever holds the post is the lead */
  readonly postId: PostId | null
  readonly organisationId: OrganisationId | null
}

export type Lead = Ties & { readonly text: string; readonly kind: LeadKind }

export const UNTIED: Ties = { personId: null, bodyId: null, postId: null, organisationId: null }

export function isTied({ personId, bodyId, postId, organisationId }: Ties): boolean {
  return [personId, bodyId, postId, organisationId].some((id) => id !== null)
}

/** The tie to one of the directory, and to nobody else. */
export function tieTo(known: KnownId): Ties {
  switch (known.kind) {
    case 'person':
      return { ...UNTIED, personId: known.id }
    case 'post':
      return { ...UNTIED, postId: known.id }
    case 'body':
      return { ...UNTIED, bodyId: known.id }
    case 'organisation':
      return { ...UNTIED, organisationId: known.id }
    default:
      return unreachable(known)
  }
}

/** Everybody and everything a name is tied to. */
export function tiesOf({ personId, bodyId, postId, organisationId }: Ties): readonly KnownId[] {
  return [
    ...(personId ? [{ kind: 'person', id: personId } as const] : []),
    ...(postId ? [{ kind: 'post', id: postId } as const] : []),
    ...(bodyId ? [{ kind: 'body', id: bodyId } as const] : []),
    ...(organisationId ? [{ kind: 'organisation', id: organisationId } as const] : []),
  ]
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
  /** what its document says of how it went */
  readonly said: SaidInDocument
}

/** What the document of an action says of how it went, as it was corrected in the review. It is nobody's update. */
export type SaidInDocument = Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative' | 'disposal'>

export const NOTHING_SAID: SaidInDocument = {
  progressRating: null,
  impactRating: null,
  narrative: null,
  disposal: null,
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

/** What an action says, without what it is known by and where it came from. */
export function contentOf(action: ActionContent): ActionContent {
  const { ref, text, measure, timescale, leadWords, leadGroupId, leads, said } = action
  return { ref, text, measure, timescale, leadWords, leadGroupId, leads, said }
}

/** Whether a document says anything of how an action went. */
export function tellsHowItWent({ progressRating, impactRating, narrative, disposal }: SaidInDocument): boolean {
  return progressRating !== null || impactRating !== null || narrative !== null || disposal !== null
}

/** Whether somebody has made a draft the partnership's plan. */
export function isAdopted(plan: Plan): boolean {
  return plan.adoptedAt !== null
}
