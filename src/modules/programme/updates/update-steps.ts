/** Where an update is: asked for, begun, waiting for the chair, sent back with a note, or accepted. */
export type UpdateState = 'asked' | 'draft' | 'submitted' | 'sent-back' | 'accepted'
export type UpdateStep = 'save' | 'submit' | 'accept' | 'send-back'
export type UpdateRole = 'lead' | 'chair'

/** The whole life of an update: who may take which step from where, and where it leads. */
export const UPDATE_STEPS = {
  lead: {
    asked: { save: 'draft', submit: 'submitted' },
    draft: { save: 'draft', submit: 'submitted' },
    'sent-back': { save: 'draft', submit: 'submitted' },
  },
  chair: {
    submitted: { accept: 'accepted', 'send-back': 'sent-back' },
  },
} as const satisfies Record<UpdateRole, Partial<Record<UpdateState, Partial<Record<UpdateStep, UpdateState>>>>>

/** The state a step leads to; null when that role may not take it from there. */
export function afterStep(role: UpdateRole, from: UpdateState, step: UpdateStep): UpdateState | null {
  const steps: Partial<Record<UpdateState, Partial<Record<UpdateStep, UpdateState>>>> = UPDATE_STEPS[role]
  return steps[from]?.[step] ?? null
}

/** What has happened at one reporting point, as facts with their moments. */
export type UpdateFacts = {
  readonly draftSavedAt: Temporal.Instant | null
  readonly lastSubmission: {
    readonly submittedAt: Temporal.Instant
    readonly verdict: { readonly kind: 'accepted' | 'sent-back'; readonly givenAt: Temporal.Instant } | null
  } | null
}

/** The state is derived from the facts, never kept beside them. */
export function updateStateOf({ draftSavedAt, lastSubmission }: UpdateFacts): UpdateState {
  if (!lastSubmission) return draftSavedAt ? 'draft' : 'asked'
  const { verdict } = lastSubmission
  if (!verdict) return 'submitted'
  if (verdict.kind === 'accepted') return 'accepted'
  return draftSavedAt && Temporal.Instant.compare(draftSavedAt, verdict.givenAt) > 0 ? 'draft' : 'sent-back'
}
