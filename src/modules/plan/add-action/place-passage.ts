import type { ActionId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Where } from '../../reading/index.ts'
import type { Correction, RuleRefusal } from '../change-draft/change-draft.ts'
import { addAction, nameOf, type Reread } from '../corrections/correct-row.ts'
import type { Draft } from '../corrections/draft.ts'
import { withNarrative } from '../corrections/said.ts'
import { type Action, NOTHING_SAID } from '../plan.ts'

/** The fields of an action that a passage left over may belong to. */
export const PASSAGE_FIELDS = [
  { field: 'text', words: 'its words' },
  { field: 'measure', words: 'its measure' },
  { field: 'timescale', words: 'its timescale' },
  { field: 'leads', words: 'its leads' },
  { field: 'narrative', words: 'how it went' },
] as const

export type PassageField = (typeof PASSAGE_FIELDS)[number]['field']

export function fieldNamed(name: string): PassageField | null {
  return PASSAGE_FIELDS.find(({ field }) => field === name)?.field ?? null
}

type Passage = { readonly text: string; readonly where: Where }

/** A passage that is an action: it stands after the action before it in the document, under the same heading. */
export function passageAsAction(
  draft: Draft,
  { text, where }: Passage,
  made: { readonly id: ActionId; readonly rows: readonly number[]; readonly subject: string },
): Result<Correction, RuleRefusal> {
  const row = made.rows[0]
  const before = draft.actions.findLast(({ source }) => row !== undefined && (source?.rows?.[0] ?? row) < row)
  const numbered = /^(\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.)]?\s+(\S.*)$/s.exec(text)
  const action: Action = {
    id: made.id,
    partId: (before ?? draft.actions[0])?.partId ?? null,
    version: 1,
    ref: numbered?.[1] ?? null,
    text: numbered?.[2] ?? text,
    measure: null,
    timescale: null,
    leadWords: null,
    leadGroupId: null,
    leads: [],
    said: NOTHING_SAID,
    source: { where, text, rows: made.rows },
  }
  const added = addAction(draft, action, before?.id ?? null)
  if (!added.ok) return added
  const settles = { subject: made.subject, answer: 'became-action' } as const
  return ok({ ...added.value, words: `Made an action of ${nameOf(action)}`, settles })
}

/** A passage that belongs to an action: its words go to the end of one field, and are read again where they are read. */
export function passageIntoAction(
  draft: Draft,
  { text }: Passage,
  to: { readonly actionId: ActionId | null; readonly field: PassageField | null; readonly subject: string },
  reread: Reread,
): Result<Correction, RuleRefusal> {
  const action = draft.actions.find(({ id }) => id === to.actionId)
  if (!action || !to.field) return refuse({ kind: 'no-such-action' })
  const changed = { ...action, ...withWords(action, to.field, text, reread) }
  const actions = draft.actions.map((each) => (each.id === action.id ? changed : each))
  return ok({
    draft: { ...draft, actions },
    words: `Put a passage into ${nameOf(action)}`,
    settles: { subject: to.subject, answer: 'went-to-action' },
  })
}

function withWords(action: Action, field: PassageField, text: string, reread: Reread): Partial<Action> {
  const after = (words: string | null | undefined) => (words ? `${words} ${text}` : text)
  switch (field) {
    case 'text':
      return { text: after(action.text) }
    case 'measure':
      return { measure: after(action.measure) }
    case 'timescale':
      return { timescale: reread({ timescale: after(action.timescale?.text), leadWords: null }).timescale }
    case 'narrative':
      return { said: withNarrative(action.said, after(action.said.narrative)) }
    case 'leads': {
      const leadWords = after(action.leadWords)
      const { leads, leadGroupId } = reread({ timescale: null, leadWords })
      return { leadWords, leads, leadGroupId: action.leadGroupId ?? leadGroupId }
    }
  }
}
