import type { BodyId, PersonId } from '../../../kernel/id.ts'
import { slips } from '../../../kernel/slips.ts'
import type { Directory } from '../../people/index.ts'
import type { LeadKind } from '../../reading/index.ts'
import { personName, sameName } from '../match-leads.ts'
import type { Action, Lead } from '../plan.ts'

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

type Guess = Pick<ProposedTie, 'known' | 'reason' | 'confidence'>

/** More guesses than this for one name are no help. */
const MOST_GUESSES = 4
/** More names than this are not compared letter by letter. */
const MOST_NAMES = 500

/** Proposes people and bodies for the names that the directory does not know outright, the busiest name first. */
export function proposeTies(actions: readonly Pick<Action, 'leads'>[], directory: Directory): readonly ProposedTie[] {
  const open = actions.flatMap(({ leads }) =>
    leads.filter(({ personId, bodyId }) => personId === null && bodyId === null),
  )
  const byText = Map.groupBy(open, ({ text }) => text)
  return [...byText]
    .slice(0, MOST_NAMES)
    .toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a.localeCompare(b))
    .flatMap(([text, of]) =>
      guesses(text, of[0]?.kind ?? 'unknown', directory).map((guess) => ({ text, actions: of.length, ...guess })),
    )
}

function guesses(text: string, kind: LeadKind, directory: Directory): Guess[] {
  if (sameName(text) === '') return []
  const people =
    kind === 'person' || kind === 'unknown' ? directory.people.flatMap((person) => guessPerson(text, person)) : []
  const bodies = kind === 'person' || kind === 'post' ? [] : directory.bodies.flatMap((body) => guessBody(text, body))
  const all = [...people, ...bodies]
  const sorted = all.toSorted((a, b) => Number(a.confidence === 'possible') - Number(b.confidence === 'possible'))
  const open = all.length > 1 ? sorted.map((guess): Guess => ({ ...guess, confidence: 'possible' })) : sorted
  return all.length > MOST_GUESSES ? [] : open
}

function guessPerson(text: string, { id, name }: Directory['people'][number]): Guess[] {
  const known: Known = { kind: 'person', id, name }
  const [said, full] = [personName(text), personName(name)]
  const [saidWords, fullWords] = [said.split(' '), full.split(' ')]
  const surname = fullWords.at(-1) ?? ''
  if (said === full) return [{ known, reason: 'The same name', confidence: 'likely' }]
  if (
    saidWords.length > 1 &&
    saidWords.at(-1) === surname &&
    saidWords.slice(0, -1).every((word, at) => word.length === 1 && fullWords[at]?.startsWith(word))
  )
    return [{ known, reason: 'The same surname, and the same first letter', confidence: 'likely' }]
  if (saidWords.length === 1 && said === surname && said.length > 2 && fullWords.length > 1)
    return [{ known, reason: 'The same surname alone', confidence: 'possible' }]
  if (said.length >= 7 && saidWords.length > 1 && slips(said, full, 1) === 1)
    return [{ known, reason: 'A letter apart: it may be somebody else', confidence: 'possible' }]
  return []
}

/** Words with which the name of a body ends, and which a plan leaves out. */
const ENDING = /\s(?:group|board|team|committee|partnership|forum|panel|network|sub ?group|alliance|executive|meeting)$/

function guessBody(text: string, { id, name, shortName }: Directory['bodies'][number]): Guess[] {
  const known: Known = { kind: 'body', id, name }
  const [said, full] = [sameName(text), sameName(name)]
  const inBrackets = /\(([^()]{2,12})\)$/.exec(text)?.[1]
  if (said === full || said === sameName(shortName ?? ''))
    return [{ known, reason: 'The same name', confidence: 'likely' }]
  if (inBrackets !== undefined && shortName !== null && sameName(inBrackets) === sameName(shortName))
    return [{ known, reason: 'The same short name in brackets', confidence: 'likely' }]
  if (areInitials(said, full) || areInitials(full, said))
    return [{ known, reason: 'The initials of the full name', confidence: 'likely' }]
  if (said.replace(ENDING, '') === full.replace(ENDING, '') && said.length > 3)
    return [
      {
        known,
        reason: 'The same but for the last word',
        confidence: said === full.replace(ENDING, '') ? 'likely' : 'possible',
      },
    ]
  if (said.length >= 9 && !/\d/.test(said + full) && slips(said, full, 1) === 1)
    return [{ known, reason: 'A letter apart', confidence: 'possible' }]
  return []
}

const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'a'])

/** "lscb" and "local safeguarding children board"; small words may be counted or not. */
function areInitials(short: string, full: string): boolean {
  const words = full.split(' ')
  if (words.length < 3 || short.includes(' ')) return false
  const initials = (of: readonly string[]) => of.map((word) => word[0]).join('')
  return short === initials(words) || short === initials(words.filter((word) => !SMALL_WORDS.has(word)))
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
