import type { BodyId, PersonId } from '../../../kernel/id.ts'
import type { Directory } from '../../people/index.ts'
import type { Action, Lead } from '../plan.ts'
import { guesserOf } from './guess-known.ts'

/** Somebody or some body of the directory. */
export type Known =
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'body'; readonly id: BodyId; readonly name: string }

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
  const open = actions.flatMap(({ leads }) =>
    leads.filter(({ personId, bodyId }) => personId === null && bodyId === null),
  )
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
    const known = knownOf(lead, directory)
    if (!known) continue
    const key = tieKey(lead.text, known)
    ties.set(key, { text: lead.text, known, actions: (ties.get(key)?.actions ?? 0) + 1 })
  }
  return [...ties.values()].toSorted((a, b) => a.text.localeCompare(b.text))
}

function knownOf({ personId, bodyId }: Lead, { people, bodies }: Directory): Known | null {
  const person = people.find(({ id }) => id === personId)
  if (person) return { kind: 'person', id: person.id, name: person.name }
  const body = bodies.find(({ id }) => id === bodyId)
  return body ? { kind: 'body', id: body.id, name: body.name } : null
}

/** What a form says of one tie: whom, then the plan's words. */
export function tieKey(text: string, { kind, id }: Known): string {
  return `${kind} ${id} ${text}`
}
