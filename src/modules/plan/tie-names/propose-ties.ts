import type { Directory, Known, KnownId } from '../../people/index.ts'
import { type Action, isTied, tiesOf } from '../plan.ts'
import { guesserOf } from './guess-known.ts'
import { nameOfKnown } from './name-of-known.ts'

/** A name of the plan that may be somebody already known, and why. Only a person ties it. */
export type ProposedTie = {
  readonly text: string
  readonly actions: number
  readonly known: Known
  readonly reason: string
  readonly confidence: 'likely' | 'possible'
}

/** More names than this are not compared letter by letter. */
const MOST_NAMES = 500

/** Proposes people and bodies for the names that the directory does not know outright, the busiest name first. */
export function proposeTies(actions: readonly Pick<Action, 'leads'>[], directory: Directory): readonly ProposedTie[] {
  const open = actions.flatMap(({ leads }) => leads.filter((lead) => !isTied(lead)))
  const guess = guesserOf(directory)
  const byText = Map.groupBy(open, ({ text }) => text)
  return [...byText]
    .slice(0, MOST_NAMES)
    .toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a.localeCompare(b))
    .flatMap(([text, of]) =>
      guess(text, of[0]?.kind ?? 'unknown').map((each) => ({ text, actions: of.length, ...each })),
    )
}

/** A name of the plan that is tied to somebody, so that it can be untied. */
export type MadeTie = { readonly text: string; readonly actions: number; readonly known: Known }

/** Every tie of the plan's names, those made by themselves included, in the order of their names. */
export function madeTies(actions: readonly Pick<Action, 'leads'>[], directory: Directory): readonly MadeTie[] {
  const ties = new Map<string, MadeTie>()
  for (const lead of actions.flatMap(({ leads }) => leads)) {
    for (const known of tiesOf(lead)) {
      const key = tieKey(lead.text, known)
      const name = nameOfKnown(directory, known) ?? 'somebody who left'
      ties.set(key, { text: lead.text, known: { ...known, name }, actions: (ties.get(key)?.actions ?? 0) + 1 })
    }
  }
  return [...ties.values()].toSorted((a, b) => a.text.localeCompare(b.text))
}

/** What a form says of one tie: whom, then the plan's words. */
export function tieKey(text: string, { kind, id }: KnownId): string {
  return `${kind} ${id} ${text}`
}
