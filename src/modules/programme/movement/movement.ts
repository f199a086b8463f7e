import { counted } from '../../../kernel/counted.ts'
import { type Day, day, dayOf, daysBetween, isAfter } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import type { ActionContent } from '../../plan/index.ts'
import type { DisposalKind } from '../year-end/disposal.ts'

/** What an action of a plan did between two moments. */
export const MOVES = [
  'added',
  'ended',
  'pushed-out',
  'brought-forward',
  'there-and-back',
  'given-a-date',
  'lost-its-date',
  'measure-changed',
  'lead-changed',
  'reworded',
  'renumbered',
  'moved',
  'split',
  'merged',
] as const
export type MoveKind = (typeof MOVES)[number]

type Content = Pick<ActionContent, 'ref' | 'text' | 'measure' | 'leadWords' | 'leadGroupId' | 'leads' | 'timescale'>

/** An action with every version it had by the end, the first first. */
export type Moving = {
  readonly id: ActionId
  readonly versions: readonly { readonly at: Temporal.Instant; readonly content: Content }[]
}

export type MoveFacts = {
  /** counted from after this moment … */
  readonly since: Temporal.Instant
  /** … to this one */
  readonly until: Temporal.Instant
  readonly actions: readonly Moving[]
  /** endings decided between the two that stood at the end */
  readonly endings: readonly {
    readonly actionId: ActionId
    readonly kind: DisposalKind
    readonly at: Temporal.Instant
    readonly intoId: ActionId | null
  }[]
  /** which action was split off from which, between the two */
  readonly splits: readonly { readonly actionId: ActionId; readonly fromId: ActionId; readonly at: Temporal.Instant }[]
  /** from which place in the plan to which, between the two, in order */
  readonly places: readonly {
    readonly actionId: ActionId
    readonly from: string
    readonly to: string
    readonly at: Temporal.Instant
  }[]
}

/** One move of one action. */
export type Move = {
  readonly kind: MoveKind
  readonly actionId: ActionId
  /** as the action read at the end */
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  /** the last day it happened on */
  readonly on: Day
  readonly before: string | null
  readonly after: string | null
  /** how often it happened; a date may be pushed out more than once */
  readonly times: number
  /** of a date that moved: the days between the first and the last, above zero when it is later */
  readonly days: number | null
}

export type Movement = {
  readonly moves: readonly Move[]
  /** actions the plan had at the first moment, and at the last: the first and those added make the last */
  readonly before: number
  readonly after: number
}

/** Everything that moved in a plan between two moments, from its versions and endings, in the order of the plan. */
export function movementOf(facts: MoveFacts): Movement {
  const { since, actions } = facts
  const isThen = (at: Temporal.Instant) => Temporal.Instant.compare(at, since) <= 0
  const had = actions.filter(({ versions }) => versions[0] !== undefined && isThen(versions[0].at))
  return {
    moves: actions.flatMap((action) => movesOf(action, facts)),
    before: had.length,
    after: actions.filter(({ versions }) => versions.length > 0).length,
  }
}

function movesOf({ id, versions }: Moving, { since, actions, endings, splits, places }: MoveFacts): readonly Move[] {
  const first = versions[0]
  const last = versions.at(-1)
  if (!first || !last) return []
  const isLater = (at: Temporal.Instant) => Temporal.Instant.compare(at, since) > 0
  const base = versions.findLast(({ at }) => !isLater(at)) ?? first
  const steps = [base, ...versions.filter((version) => version !== base && isLater(version.at))]
  const { ref, text, leadWords } = last.content
  const move = (kind: MoveKind, at: Temporal.Instant, of: Partial<Move> = {}): Move => ({
    kind,
    actionId: id,
    ref,
    text,
    leadWords,
    on: dayOf(at),
    before: null,
    after: null,
    times: 1,
    days: null,
    ...of,
  })
  const labelOf = (of: ActionId | null) => {
    const content = actions.find((other) => other.id === of)?.versions.at(-1)?.content
    return content ? [content.ref, content.text].filter(Boolean).join(' ') : null
  }
  const changed = (kind: MoveKind, read: (content: Content) => string | null): readonly Move[] => {
    const times = steps.filter((step, at) => at > 0 && read(step.content) !== read((steps[at - 1] ?? step).content))
    const latest = times.at(-1)
    const [before, after] = [read(base.content), read(last.content)]
    return latest && before !== after ? [move(kind, latest.at, { before, after, times: times.length })] : []
  }
  return [
    ...(isLater(first.at) ? [move('added', first.at)] : []),
    ...endings
      .filter(({ actionId, kind }) => actionId === id && kind !== 'merged')
      .map(({ kind, at }) => move('ended', at, { after: kind })),
    ...dateMoves(steps, move),
    ...changed('measure-changed', ({ measure }) => measure),
    ...changed('lead-changed', leadsOf),
    ...changed('reworded', (content) => content.text),
    ...changed('renumbered', (content) => content.ref),
    ...placeMoves(places.filter(({ actionId }) => actionId === id)).map(({ at, ...of }) => move('moved', at, of)),
    ...splits
      .filter((split) => split.actionId === id)
      .map(({ at, fromId }) => move('split', at, { before: labelOf(fromId) })),
    ...endings
      .filter(({ actionId, kind }) => actionId === id && kind === 'merged')
      .map(({ at, intoId }) => move('merged', at, { after: labelOf(intoId) })),
  ]
}

type Step = Moving['versions'][number]

/** How the last day of an action moved: from where to where, how often, and by how many days in all. */
function dateMoves(
  steps: readonly Step[],
  move: (kind: MoveKind, at: Temporal.Instant, of: Partial<Move>) => Move,
): readonly Move[] {
  const dates = steps.map(({ at, content }) => ({ at, on: lastDateOf(content) }))
  const shifts = dates.filter(({ on }, at) => at > 0 && String(on) !== String(dates[at - 1]?.on ?? null))
  const [from, to, latest] = [dates[0]?.on ?? null, dates.at(-1)?.on ?? null, shifts.at(-1)]
  if (!latest) return []
  const of = { before: from?.toString() ?? null, after: to?.toString() ?? null, times: shifts.length }
  if (!from && !to) return []
  if (!from) return [move('given-a-date', latest.at, of)]
  if (!to) return [move('lost-its-date', latest.at, of)]
  const kind = isAfter(to, from) ? 'pushed-out' : isAfter(from, to) ? 'brought-forward' : 'there-and-back'
  return [move(kind, latest.at, { ...of, days: daysBetween(from, to) })]
}

/** The last day the plan gives an action; null when it gives none. */
function lastDateOf({ timescale }: Content): Day | null {
  const last = timescale?.due.map(({ on }) => on).toSorted()
  const on = last?.at(-1)
  return on ? day(on) : null
}

function leadsOf({ leadWords, leads, leadGroupId }: Content): string | null {
  const words = leadWords ?? (leads.map(({ text }) => text).join(', ') || null)
  return words ?? (leadGroupId === null ? null : 'The lead group alone')
}

function placeMoves(
  places: MoveFacts['places'],
): readonly { at: Temporal.Instant; before: string; after: string; times: number }[] {
  const [first, last] = [places[0], places.at(-1)]
  return first && last ? [{ at: last.at, before: first.from, after: last.to, times: places.length }] : []
}

const WORDS: Readonly<Record<MoveKind, string>> = {
  added: 'added to the plan',
  ended: 'ended',
  'pushed-out': 'with the last day pushed out',
  'brought-forward': 'with the last day brought forward',
  'there-and-back': 'with the last day moved and moved back',
  'given-a-date': 'given a date',
  'lost-its-date': 'without a date any more',
  'measure-changed': 'with the measure changed',
  'lead-changed': 'with the lead changed',
  reworded: 'worded anew',
  renumbered: 'renumbered',
  moved: 'moved to another heading',
  split: 'split off from another',
  merged: 'merged into another',
}

export function moveWords(kind: MoveKind): string {
  return WORDS[kind]
}

export function parseMove(text: string): MoveKind | null {
  return MOVES.find((kind) => kind === text && valueAt(WORDS, kind) !== undefined) ?? null
}

/** Each kind of move with those it counts, in one order; those with none are left out. */
export function movesByKind(
  moves: readonly Move[],
): readonly { readonly kind: MoveKind; readonly moves: readonly Move[] }[] {
  return MOVES.map((kind) => ({ kind, moves: moves.filter((move) => move.kind === kind) })).filter(
    (group) => group.moves.length > 0,
  )
}

/** "82 actions, and 3 added: 85 actions." How the plan came from what it had to what it has. */
export function balanceInWords({ before, after }: Movement): string {
  const added = after - before
  if (added === 0) return `${counted(after, 'action')}, none added.`
  return `${counted(before, 'action')}, and ${added} added: ${counted(after, 'action')}.`
}
