import { capital } from '../../../kernel/capital.ts'
import { counted } from '../../../kernel/counted.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { balanceInWords, type Movement, type Moving, movementOf, movesByKind, moveWords } from './movement.ts'

/** What a board is told of: which actions joined the plan, whose last day moved and how, whose measure changed. */
export const YEAR_MOVES = [
  'added',
  'pushed-out',
  'brought-forward',
  'there-and-back',
  'given-a-date',
  'lost-its-date',
  'measure-changed',
] as const
export type YearMoveKind = (typeof YEAR_MOVES)[number]

/**
 * What moved in a plan since it was adopted, for a report of these actions, in their order: those it had and those added are all of them.
 * It reads versions alone, which nobody alters.
 */
export function yearMovement(facts: {
  readonly adoptedAt: Temporal.Instant
  readonly until: Temporal.Instant
  readonly actionIds: readonly ActionId[]
  /** each action's versions by then */
  readonly versions: readonly Moving[]
}): Movement {
  const byId = new Map(facts.versions.map((moving) => [moving.id, moving]))
  const movement = movementOf({
    since: facts.adoptedAt,
    until: facts.until,
    actions: facts.actionIds.flatMap((id) => byId.get(id) ?? []),
    endings: [],
    splits: [],
    places: [],
  })
  return { ...movement, moves: movement.moves.filter(({ kind }) => YEAR_MOVES.some((each) => each === kind)) }
}

/** "40 actions, and 2 added: 42 actions. 5 with the last day pushed out." What did not happen is said too. */
export function yearMovementInWords(movement: Movement): string {
  const { moves } = movement
  const changed = movesByKind(moves).filter(({ kind }) => kind !== 'added')
  const told = changed.map(({ kind, moves: of }) => `${counted(of.length, 'action')} ${moveWords(kind)}`)
  const has = (what: (kind: string) => boolean) => changed.some(({ kind }) => what(kind))
  const isMeasure = (kind: string) => kind === 'measure-changed'
  const nothing = [
    ...(has((kind) => !isMeasure(kind)) ? [] : ['no last day moved']),
    ...(has(isMeasure) ? [] : ['no measure changed']),
  ]
  const sentences = [told.join(', '), nothing.join(' and ')].filter(Boolean).map((words) => `${capital(words)}.`)
  return [balanceInWords(movement), ...sentences].join(' ')
}
