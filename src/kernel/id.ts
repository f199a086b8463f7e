/** A UUIDv7 in lower case that remembers what it names, so that a plan's id never passes for an action's. */
export type Id<Thing extends string> = string & { readonly __names: Thing }

export type PartnershipId = Id<'partnership'>
export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type BodyId = Id<'body'>
export type PostId = Id<'post'>
export type AnchorAddressId = Id<'anchor-address'>
export type DepartureId = Id<'departure'>
export type FileId = Id<'file'>
export type ReadingId = Id<'reading'>
export type ComparisonId = Id<'comparison'>
export type PairCorrectionId = Id<'pair-correction'>
export type PlanId = Id<'plan'>
export type PartId = Id<'part'>
export type ActionId = Id<'action'>
export type ReportingPointId = Id<'reporting-point'>
export type SubmissionId = Id<'submission'>
export type UpdateLinkId = Id<'update-link'>
export type CalendarFeedId = Id<'calendar-feed'>
export type StepId = Id<'step'>
export type WaitId = Id<'wait'>
export type DisposalId = Id<'disposal'>
export type ReportingPeriodId = Id<'reporting-period'>
export type PeriodClosingId = Id<'period-closing'>
export type MessageId = Id<'message'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads an id that came from outside; null when it is not a UUID in lower case. */
export function parseId<Thing extends string>(text: string): Id<Thing> | null {
  return isUuid(text) ? (text as Id<Thing>) : null
}

export function isUuid(text: string): boolean {
  return UUID.test(text)
}
