import { capital } from '../../../kernel/capital.ts'
import { counted } from '../../../kernel/counted.ts'
import { DISPOSAL_KINDS, type DisposalKind } from './disposal.ts'

/** The actions of a plan by how they ended; each stands in exactly one place. */
export type Account<Action> = {
  readonly total: number
  readonly byKind: readonly { readonly kind: DisposalKind; readonly actions: readonly Action[] }[]
  /** those of which nobody has said how they ended */
  readonly open: readonly Action[]
}

/** Sorts every action of a plan under its ending; those without one come last and are counted aloud, never left out. */
export function accountFor<Action>(
  actions: readonly Action[],
  endingOf: (action: Action) => DisposalKind | null,
): Account<Action> {
  const groups = Map.groupBy(actions, endingOf)
  return {
    total: actions.length,
    byKind: DISPOSAL_KINDS.flatMap((kind) => {
      const ended = groups.get(kind) ?? []
      return ended.length > 0 ? [{ kind, actions: ended }] : []
    }),
    open: groups.get(null) ?? [],
  }
}

const KIND_WORDS: Readonly<Record<DisposalKind, string>> = {
  completed: 'completed',
  sustained: 'completed with its impact sustained',
  'carried-forward': 'carried forward',
  merged: 'merged into another',
  stopped: 'stopped',
  transferred: 'transferred',
  'not-reported': 'not reported',
}

/** "Carried forward", for a list. */
export function kindWords(kind: DisposalKind): string {
  const words = KIND_WORDS[kind]
  return capital(words)
}

/** "82 actions: 41 completed, 6 carried forward, 1 stopped, 18 not reported, 16 without an ending." The parts add up to the total. */
export function accountInWords<Action>({ total, byKind, open }: Account<Action>): string {
  const parts = [
    ...byKind.map(({ kind, actions }) => `${actions.length} ${KIND_WORDS[kind]}`),
    ...(open.length > 0 ? [`${open.length} without an ending`] : []),
  ]
  return parts.length > 0 ? `${counted(total, 'action')}: ${parts.join(', ')}.` : `${counted(total, 'action')}.`
}
