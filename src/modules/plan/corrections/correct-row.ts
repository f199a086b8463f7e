import type { ActionId, PartId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Correction } from '../change-draft/change-draft.ts'
import type { Action, ActionSource } from '../plan.ts'
import type { Draft } from './draft.ts'
import { joinSaid } from './said.ts'

export type RowRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-row-above' }
  | { readonly kind: 'nothing-to-split' }

/** A row that is no action: it is set aside, and listed as such until somebody takes it back. */
export function setAside(draft: Draft, id: ActionId): Result<Correction, RowRefusal> {
  const action = draft.actions.find((each) => each.id === id)
  if (!action) return refuse({ kind: 'not-found' })
  const actions = draft.actions.filter((each) => each.id !== id)
  return ok({ draft: { ...draft, actions }, words: `Set ${nameOf(action)} aside as no action`, goneAs: 'no-action' })
}

/** Takes a row back that was set aside; it stands after the action it stood after, when that is still there. */
export function takeBack(draft: Draft, action: Action, after: ActionId | null): Result<Correction, RowRefusal> {
  const at = draft.actions.findIndex(({ id }) => id === after)
  const partId = draft.parts.some(({ id }) => id === action.partId) ? action.partId : null
  const actions = draft.actions.toSpliced(at + 1, 0, { ...action, partId })
  return ok({ draft: { ...draft, actions }, words: `Took ${nameOf(action)} back as an action` })
}

/** What the two halves of an action say together: read again by whoever knows how. */
export type Reread = (words: {
  readonly timescale: string | null
  readonly leadWords: string | null
}) => Pick<Action, 'timescale' | 'leads' | 'leadGroupId'>

/**
 * A row that goes on from the one above it: its words are added to each field of that one, and it is set aside. A field that one of
 * the two leaves empty keeps what the other says.
 */
export function joinAbove(draft: Draft, id: ActionId, reread: Reread): Result<Correction, RowRefusal> {
  const at = draft.actions.findIndex((each) => each.id === id)
  const [above, below] = [draft.actions[at - 1], draft.actions[at]]
  if (!below) return refuse({ kind: 'not-found' })
  if (!above) return refuse({ kind: 'no-row-above' })
  const leadWords = joinWords(above.leadWords, below.leadWords)
  const timescale = joinWords(above.timescale?.text ?? null, below.timescale?.text ?? null)
  const again = reread({ timescale, leadWords })
  const joined: Action = {
    ...above,
    ref: above.ref ?? below.ref,
    text: `${above.text} ${below.text}`,
    measure: joinWords(above.measure, below.measure),
    timescale: timescale === (above.timescale?.text ?? null) ? above.timescale : again.timescale,
    leadWords,
    leads: leadWords === above.leadWords ? above.leads : again.leads,
    leadGroupId: leadWords === above.leadWords ? above.leadGroupId : (above.leadGroupId ?? again.leadGroupId),
    said: joinSaid(above.said, below.said, joinWords),
    source: joinSources(above.source, below.source),
  }
  const actions = draft.actions.toSpliced(at - 1, 2, joined)
  return ok({
    draft: { ...draft, actions },
    words: `Joined ${nameOf(below)} with ${nameOf(above)} above it`,
    goneAs: 'joined',
  })
}

/**
 * An action that is two or more: each piece of its words becomes one, in order, and keeps the measure, the timescale, the leads, what
 * the document says of how it went, and the place in the document. A piece that begins with a reference ("1.2 Open …") takes it as its own.
 */
export function split(
  draft: Draft,
  id: ActionId,
  pieces: readonly string[],
  newId: () => ActionId,
): Result<Correction, RowRefusal> {
  const at = draft.actions.findIndex((each) => each.id === id)
  const action = draft.actions[at]
  if (!action) return refuse({ kind: 'not-found' })
  const [first, ...others] = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
  if (first === undefined || others.length === 0) return refuse({ kind: 'nothing-to-split' })
  const more = others.map((piece): Action => {
    const numbered = /^(\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.)]?\s+(\S.*)$/s.exec(piece)
    const { read: _, ...source } = action.source ?? { where: {}, text: '' }
    return {
      ...action,
      id: newId(),
      version: 1,
      ref: numbered?.[1] ?? null,
      text: numbered?.[2] ?? piece,
      source: action.source && source,
    }
  })
  const actions = draft.actions.toSpliced(at, 1, { ...action, text: first }, ...more)
  return ok({ draft: { ...draft, actions }, words: `Split ${nameOf(action)} into ${more.length + 1} actions` })
}

/** An action that the reader missed; it stands after `after`, or last of all. */
export function addAction(draft: Draft, action: Action, after: ActionId | null): Result<Correction, RowRefusal> {
  const at = after === null ? draft.actions.length - 1 : draft.actions.findIndex(({ id }) => id === after)
  const actions = draft.actions.toSpliced(at + 1, 0, action)
  return ok({ draft: { ...draft, actions }, words: `Added ${nameOf(action)}` })
}

/** Takes a heading away that is none: what stood under it stands under the heading above. */
export function removePart(draft: Draft, id: PartId): Result<Correction, RowRefusal> {
  const part = draft.parts.find((each) => each.id === id)
  if (!part) return refuse({ kind: 'not-found' })
  const under = new Set(below(draft, id))
  const parts = draft.parts
    .filter((each) => each.id !== id)
    .map((each) =>
      under.has(each.id)
        ? { ...each, level: each.level - 1, parentId: each.parentId === id ? part.parentId : each.parentId }
        : each,
    )
  const actions = draft.actions.map((action) => (action.partId === id ? { ...action, partId: part.parentId } : action))
  return ok({ draft: { ...draft, parts, actions }, words: `Took the heading “${short(part.title)}” away` })
}

function below(draft: Draft, id: PartId): readonly PartId[] {
  return draft.parts.filter(({ parentId }) => parentId === id).flatMap((part) => [part.id, ...below(draft, part.id)])
}

/** "1.2", or its first words when it has no reference. */
export function nameOf({ ref, text }: Pick<Action, 'ref' | 'text'>): string {
  return ref ?? `“${short(text)}”`
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text
}

/** A cell that two rows share, as a merged one is, says its words once. */
function joinWords(first: string | null, second: string | null): string | null {
  if (first === null || first === second) return second
  return second === null ? first : `${first} ${second}`
}

function joinSources(first: ActionSource | null, second: ActionSource | null): ActionSource | null {
  if (!first || !second) return first ?? second
  const end = second.where.endLine ?? second.where.line
  return {
    ...first,
    where: end === undefined ? first.where : { ...first.where, endLine: end },
    text: `${first.text}\n${second.text}`,
    rows: [...new Set([...(first.rows ?? []), ...(second.rows ?? [])])].sort((a, b) => a - b),
  }
}
