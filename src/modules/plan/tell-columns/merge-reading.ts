import { isDeepStrictEqual } from 'node:util'
import type { PartId } from '../../../kernel/id.ts'
import type { ActionReading, PlanReading } from '../../reading/index.ts'
import type { Draft } from '../corrections/draft.ts'
import { withNarrative } from '../corrections/said.ts'
import type { PlanDraft } from '../draft-from-reading.ts'
import type { Action, Part, SaidInDocument } from '../plan.ts'

type Merge = {
  readonly now: Draft
  /** what the draft was made from */
  readonly before: Pick<PlanReading, 'actions' | 'parts'>
  /** the document read again */
  readonly fresh: Pick<PlanDraft, 'levelNames' | 'parts' | 'actions'>
  /** the first rows of actions that somebody set aside or joined with others: they do not come back */
  readonly asideRows: ReadonlySet<number>
}

/**
 * A draft after its document was read again: what was read anew, with every edit that somebody made by hand on a row that is still
 * there. A field that still says what was read before takes what is read now; any other keeps its words. What was written here, or
 * split by hand, stays; what was set aside stays so.
 */
export function mergeReading({ now, before, fresh, asideRows }: Merge): Draft {
  const parts = mergeParts(now, before, fresh.parts)
  const readBefore = new Map(before.actions.map((action) => [action.id, action]))
  const left = new Set(now.actions)
  const byRow = new Map<string, Action>()
  for (const action of now.actions.toReversed()) byRow.set(rowKey(action), action)
  const merged = fresh.actions.flatMap((read): Action[] => {
    const known = byRow.get(rowKey(read))
    const partId = read.partId === null ? null : (parts.idByFresh.get(read.partId) ?? null)
    if (known && left.has(known)) {
      left.delete(known)
      return [mergeAction(known, readBefore.get(known.source?.read ?? '') ?? null, { ...read, partId })]
    }
    return asideRows.has(read.source?.rows?.[0] ?? -1) ? [] : [{ ...read, partId }]
  })
  const kept = new Set(parts.parts.map(({ id }) => id))
  const own = [...left].filter(({ source }) => source?.read === undefined)
  const actions = own.reduce((all: readonly Action[], action) => {
    const partId = action.partId && kept.has(action.partId) ? action.partId : null
    return insertAfter(all, now.actions, { ...action, partId })
  }, merged)
  return { levelNames: fresh.levelNames, parts: parts.parts, actions }
}

/** Rows are the same when they begin on the same row of the document; without one, when they have the same words there. */
function rowKey({ source }: Action): string {
  return source?.rows?.[0] === undefined ? `words ${source?.text ?? ''}` : `row ${source.rows[0]}`
}

/** Field by field: by hand goes before what is read. */
function mergeAction(known: Action, read: ActionReading | null, fresh: Action): Action {
  const source = fresh.source
  if (!read) return { ...known, partId: fresh.partId ?? known.partId, source }
  const isLedAsRead = known.leadWords === read.leadWords
  return {
    ...known,
    partId: fresh.partId,
    source,
    ref: known.ref === read.ref ? fresh.ref : known.ref,
    text: known.text === read.text ? fresh.text : known.text,
    measure: known.measure === read.measure ? fresh.measure : known.measure,
    timescale:
      (known.timescale?.text ?? null) === (read.timescale?.text ?? null) &&
      fresh.timescale?.text !== known.timescale?.text
        ? fresh.timescale
        : known.timescale,
    ...(isLedAsRead && fresh.leadWords !== known.leadWords
      ? { leadWords: fresh.leadWords, leads: fresh.leads, leadGroupId: fresh.leadGroupId }
      : {}),
    said: mergeSaid(known.said, read, fresh.said),
  }
}

/** An ending follows its narrative, unless somebody told it. */
function mergeSaid(known: SaidInDocument, read: SaidInDocument, fresh: SaidInDocument): SaidInDocument {
  const pick = <Field extends keyof SaidInDocument>(field: Field): SaidInDocument[Field] =>
    isDeepStrictEqual(known[field], read[field]) ? fresh[field] : known[field]
  return {
    ...withNarrative(known, pick('narrative')),
    progressRating: pick('progressRating'),
    impactRating: pick('impactRating'),
  }
}

/** An action of our own stays behind the one it stood behind, if that is still there. */
function insertAfter(actions: readonly Action[], order: readonly Action[], action: Action): readonly Action[] {
  const before = order
    .slice(
      0,
      order.findIndex(({ id }) => id === action.id),
    )
    .map(({ id }) => id)
  const at = actions.findLastIndex(({ id }) => before.includes(id))
  return actions.toSpliced(at + 1, 0, action)
}

type MergedParts = { readonly parts: readonly Part[]; readonly idByFresh: ReadonlyMap<PartId, PartId> }

/** The parts read now, each as the draft's own part of the same reference and title, whose words somebody may have mended. */
function mergeParts(now: Draft, before: Pick<PlanReading, 'parts'>, fresh: readonly Part[]): MergedParts {
  const isAsRead = now.parts.length === before.parts.length
  const titleRead = (part: Part, at: number) => {
    const read = isAsRead ? before.parts[at] : undefined
    return titleKey(read ?? part)
  }
  const known = new Map(now.parts.map((part, at) => [titleRead(part, at), part] as const).toReversed())
  const idByFresh = new Map<PartId, PartId>()
  const taken = new Set<PartId>()
  const parts = fresh.map((part) => {
    const own = known.get(titleKey(part))
    const isNew = own === undefined || taken.has(own.id)
    const id = isNew ? part.id : own.id
    taken.add(id)
    idByFresh.set(part.id, id)
    const parentId = part.parentId === null ? null : (idByFresh.get(part.parentId) ?? null)
    return isNew ? { ...part, parentId } : { ...own, parentId, level: part.level }
  })
  return { parts, idByFresh }
}

function titleKey({ ref, title }: Pick<Part, 'ref' | 'title'>): string {
  return `${ref ?? ''}\u0000${title}`
}
