import type { ActionId, BodyId } from '../../../kernel/id.ts'
import { LONGEST_NAME } from '../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** The ways an action can end, in the order a report tells them. */
export const DISPOSAL_KINDS = [
  'completed',
  'sustained',
  'carried-forward',
  'merged',
  'stopped',
  'transferred',
  'not-reported',
] as const
export type DisposalKind = (typeof DISPOSAL_KINDS)[number]

/** How an action ended: all that stands of it. */
export type Disposal = {
  readonly kind: DisposalKind
  readonly reason: string | null
  /** the body that decided it */
  readonly bodyId: BodyId | null
  /** the action it was merged into */
  readonly intoId: ActionId | null
  /** until when it is carried forward, in words */
  readonly timeWords: string | null
  /** to whom it was transferred, in words */
  readonly takenBy: string | null
}

/** What was said of an ending, as a form sends it. */
export type SaidDisposal = {
  readonly kind: string
  readonly reason: string
  readonly bodyId: BodyId | null
  readonly intoId: ActionId | null
  readonly timeWords: string
  readonly takenBy: string
  /** what becomes of those who wait for it, where some do */
  readonly waiting?: string
}

export type DisposalField = 'kind' | 'reason' | 'into' | 'time' | 'takenBy' | 'waiting'
export type DisposalProblem = { readonly field: DisposalField; readonly message: string }

export const LONGEST_REASON = 2000

/**
 * Holds an ending against what its kind has to say: why, into which action, for which time, to whom. What another kind would
 * have asked for is let go, so that an ending says nothing that is not so. Every problem is told at once.
 */
export function checkDisposal(
  actionId: ActionId,
  said: SaidDisposal,
): Result<Disposal, { readonly kind: 'problems'; readonly problems: readonly DisposalProblem[] }> {
  const kind = DISPOSAL_KINDS.find((known) => known === said.kind)
  if (!kind) return refuse({ kind: 'problems', problems: [{ field: 'kind', message: 'Choose how it ended' }] })
  const problems: DisposalProblem[] = []
  const wants = WANTS[kind]
  if (wants.includes('reason') && said.reason === '') {
    problems.push({ field: 'reason', message: 'Say why, in a sentence that somebody outside would understand' })
  }
  if (said.reason.length > LONGEST_REASON) problems.push({ field: 'reason', message: 'Shorten it to 2,000 characters' })
  if (wants.includes('into') && (!said.intoId || said.intoId === actionId)) {
    problems.push({ field: 'into', message: 'Choose the other action that it became part of' })
  }
  if (wants.includes('time') && said.timeWords === '') {
    problems.push({ field: 'time', message: 'Say until when it is carried forward, such as September 2015' })
  }
  if (wants.includes('takenBy') && said.takenBy === '') {
    problems.push({ field: 'takenBy', message: 'Say who takes it over' })
  }
  if (said.timeWords.length > LONGEST_NAME) problems.push({ field: 'time', message: 'Shorten it to 200 characters' })
  if (said.takenBy.length > LONGEST_NAME) problems.push({ field: 'takenBy', message: 'Shorten it to 200 characters' })
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({
    kind,
    reason: said.reason || null,
    bodyId: kind === 'not-reported' ? null : said.bodyId,
    intoId: wants.includes('into') ? said.intoId : null,
    timeWords: wants.includes('time') ? said.timeWords : null,
    takenBy: wants.includes('takenBy') ? said.takenBy : null,
  })
}

const WANTS: Readonly<Record<DisposalKind, readonly DisposalField[]>> = {
  completed: [],
  sustained: [],
  'carried-forward': ['reason', 'time'],
  merged: ['into'],
  stopped: ['reason'],
  transferred: ['reason', 'takenBy'],
  'not-reported': [],
}
