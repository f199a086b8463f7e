/**
 * Where an update is. The three of a correction all have an accepted update behind them, which stands until the correction
 * is accepted.
 */
export type UpdateState =
  | 'asked'
  | 'draft'
  | 'submitted'
  | 'sent-back'
  | 'accepted'
  | 'correction-draft'
  | 'correction-sent'
  | 'correction-sent-back'
export type UpdateStep = 'save' | 'submit' | 'withdraw' | 'correct' | 'drop' | 'accept' | 'send-back'
export type UpdateRole = 'lead' | 'chair'

/** The whole life of an update: who may take which step from where, and where it leads. */
export const UPDATE_STEPS = {
  lead: {
    asked: { save: 'draft', submit: 'submitted' },
    draft: { save: 'draft', submit: 'submitted' },
    'sent-back': { save: 'draft', submit: 'submitted' },
    submitted: { withdraw: 'draft', correct: 'submitted' },
    accepted: { save: 'correction-draft', correct: 'correction-sent' },
    'correction-draft': { save: 'correction-draft', correct: 'correction-sent', drop: 'accepted' },
    'correction-sent': { withdraw: 'correction-draft', correct: 'correction-sent' },
    'correction-sent-back': { save: 'correction-draft', correct: 'correction-sent', drop: 'accepted' },
  },
  chair: {
    submitted: { accept: 'accepted', 'send-back': 'sent-back' },
    'correction-sent': { accept: 'accepted', 'send-back': 'correction-sent-back' },
  },
} as const satisfies Record<UpdateRole, Partial<Record<UpdateState, Partial<Record<UpdateStep, UpdateState>>>>>

/** The state a step leads to; null when that role may not take it from there. */
export function afterStep(role: UpdateRole, from: UpdateState, step: UpdateStep): UpdateState | null {
  const steps: Partial<Record<UpdateState, Partial<Record<UpdateStep, UpdateState>>>> = UPDATE_STEPS[role]
  return steps[from]?.[step] ?? null
}

/** How a lead sends their words from a state: anew, or as a correction with its reason; null where they cannot. */
export function sendingStep(from: UpdateState): 'submit' | 'correct' | null {
  if (afterStep('lead', from, 'submit')) return 'submit'
  return afterStep('lead', from, 'correct') ? 'correct' : null
}

/** What was sent once, and what became of it: the facts that its standing follows from. */
export type VersionFacts = {
  readonly submittedAt: Temporal.Instant
  readonly verdict: { readonly kind: 'accepted' | 'sent-back'; readonly givenAt: Temporal.Instant } | null
  readonly withdrawal: { readonly at: Temporal.Instant } | null
}

/** What has happened at one reporting point, as facts with their moments. */
export type UpdateFacts = {
  readonly draftSavedAt: Temporal.Instant | null
  /** what was sent, the latest first */
  readonly versions: readonly VersionFacts[]
}

/** The state is derived from the facts, never kept beside them. */
export function updateStateOf({ draftSavedAt, versions }: UpdateFacts): UpdateState {
  const live = versions.filter(({ withdrawal }) => withdrawal === null)
  const [last] = live
  const isCorrecting = live.some(({ verdict }) => verdict?.kind === 'accepted')
  if (!last) return draftSavedAt ? 'draft' : 'asked'
  if (!last.verdict) return isCorrecting ? 'correction-sent' : 'submitted'
  if (draftSavedAt && Temporal.Instant.compare(draftSavedAt, last.verdict.givenAt) > 0) {
    return isCorrecting ? 'correction-draft' : 'draft'
  }
  if (last.verdict.kind === 'accepted') return 'accepted'
  return isCorrecting ? 'correction-sent-back' : 'sent-back'
}
