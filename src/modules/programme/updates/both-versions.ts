import type { Draft } from './draft.store.ts'
import type { Submission } from './update.store.ts'
import type { SaidUpdate } from './update-words.ts'

/** What somebody else saved or sent while another wrote: it stands beside what the other typed, and neither replaces the other unasked. */
export type Theirs = SaidUpdate & {
  readonly kind: 'draft' | 'sent'
  readonly by: string
  readonly at: Temporal.Instant
}

export function theirDraft({ savedBy, savedAt, ...said }: Draft): Theirs {
  return { ...said, kind: 'draft', by: savedBy.name, at: savedAt }
}

export function theirVersion({ submittedBy, submittedAt, ...said }: Submission): Theirs {
  return { ...said, kind: 'sent', by: submittedBy.name, at: submittedAt }
}
