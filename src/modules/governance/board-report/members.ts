import type { ActionId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import {
  type MatrixKey,
  moveWords,
  parseRating,
  ratingOf,
  YEAR_MOVES,
  type YearMoveKind,
} from '../../programme/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { BoardReport } from './board-report.ts'
import type { ReportedAction } from './reported-action.ts'

/** The counts of exceptions, each by the name its link carries, with its words. */
const EXCEPTIONS = {
  'off-track': { words: 'Off track', membersOf: ({ offTrack }) => offTrack },
  late: { words: 'Past the last day and not complete', membersOf: ({ late }) => late },
  unreported: { words: 'Update missed', membersOf: ({ unreported }) => unreported },
  unaccepted: { words: 'Not yet accepted by the chair', membersOf: ({ unaccepted }) => unaccepted },
} as const satisfies Record<string, { words: string; membersOf: (report: BoardReport) => readonly ReportedAction[] }>

type Exception = keyof typeof EXCEPTIONS
type RatingShown = `${'progress' | 'impact'}-${MatrixKey}`
type PairShown = `both-${MatrixKey}-with-${MatrixKey}`

type MoveShown = `moved-${YearMoveKind}`

/** A count of the report, by the name its link carries. */
export type Shown = Exception | RatingShown | PairShown | MoveShown

export function parseShown(text: string): Shown | null {
  if (isException(text)) return text
  const move = moveShown(text)
  if (move) return `moved-${move}`
  const pair = pairShown(text)
  if (pair) return `both-${pair.progress}-with-${pair.impact}`
  const [, which, key = ''] = /^(progress|impact)-(.+)$/.exec(text) ?? []
  const rating = key === 'not-rated' ? key : parseRating(key)
  return (which === 'progress' || which === 'impact') && rating ? `${which}-${rating}` : null
}

/** The actions a count counted; all of them when none is asked for. */
export function membersOf(report: BoardReport, shown: Shown | null): readonly ReportedAction[] {
  if (shown === null) return report.actions
  if (isException(shown)) return EXCEPTIONS[shown].membersOf(report)
  const move = moveShown(shown)
  if (move) return report.actions.filter(({ id }) => hasMoved(report, id, move))
  const pair = pairShown(shown)
  if (pair) return report.actions.filter((action) => isOf(action, pair))
  const { which, rating } = ratingShown(shown)
  return report.actions.filter((action) => action[which] === rating)
}

export function shownInWords(report: BoardReport, shown: Shown): string {
  if (isException(shown)) return EXCEPTIONS[shown].words
  const move = moveShown(shown)
  if (move) return `Actions ${moveWords(move)}`
  const pair = pairShown(shown)
  if (pair) return `Progress: ${keyName(report, pair.progress)}, impact: ${keyName(report, pair.impact)}`
  const { which, rating } = ratingShown(shown)
  const name = keyName(report, rating ?? 'not-rated')
  switch (which) {
    case 'progress':
      return `Progress: ${name}`
    case 'impact':
      return `Impact: ${name}`
    default:
      return unreachable(which)
  }
}

function isException(text: string): text is Exception {
  return Object.hasOwn(EXCEPTIONS, text)
}

function moveShown(text: string): YearMoveKind | null {
  return YEAR_MOVES.find((kind) => text === `moved-${kind}`) ?? null
}

function hasMoved({ movement }: BoardReport, id: ActionId, move: YearMoveKind): boolean {
  return movement.moves.some(({ actionId, kind }) => actionId === id && kind === move)
}

type Pair = { readonly progress: MatrixKey; readonly impact: MatrixKey }

function pairShown(text: string): Pair | null {
  const [, first = '', second = ''] = /^both-([a-z-]+)-with-([a-z-]+)$/.exec(text) ?? []
  const [progress, impact] = [matrixKey(first), matrixKey(second)]
  return progress && impact ? { progress, impact } : null
}

function matrixKey(text: string): MatrixKey | null {
  return text === 'not-rated' ? text : parseRating(text)
}

function isOf(action: ReportedAction, { progress, impact }: Pair): boolean {
  return (action.progress ?? 'not-rated') === progress && (action.impact ?? 'not-rated') === impact
}

function keyName({ scheme }: BoardReport, key: MatrixKey): string {
  return key === 'not-rated' ? 'Not rated' : ratingOf(scheme, key).name
}

function ratingShown(shown: string): { which: 'progress' | 'impact'; rating: RatingKey | null } {
  const which = shown.startsWith('progress-') ? 'progress' : 'impact'
  return { which, rating: parseRating(shown.slice(which.length + 1)) }
}
