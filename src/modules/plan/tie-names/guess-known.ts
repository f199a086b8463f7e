import { slips } from '../../../kernel/slips.ts'
import type { Directory, Known } from '../../people/index.ts'
import type { LeadKind } from '../../reading/index.ts'
import { personName, sameName } from '../match-leads.ts'
import type { ProposedTie } from './propose-ties.ts'

export type Guess = Pick<ProposedTie, 'known' | 'reason' | 'confidence'>

/** More guesses than this for one name are no help. */
const MOST_GUESSES = 4

/** Looks over the directory once; then guesses for each name who it may be. Several guesses are each only possible. */
export function guesserOf(directory: Directory): (text: string, kind: LeadKind) => readonly Guess[] {
  const { people, bodies, posts, organisations } = directory
  const named = people.map((person) => ({ ...person, full: personName(person.name) }))
  const bySurname = Map.groupBy(named, ({ full }) => full.split(' ').at(-1) ?? '')
  const byLetter = Map.groupBy(named, ({ full }) => full[0] ?? '')
  return (text, kind) => {
    const said = personName(text)
    if (sameName(text) === '') return []
    const near = new Set([
      ...(bySurname.get(said.split(' ').at(-1) ?? '') ?? []),
      ...(byLetter.get(said[0] ?? '') ?? []),
    ])
    const ofPeople =
      kind === 'person' || kind === 'unknown' ? [...near].flatMap((person) => guessPerson(said, person)) : []
    const ofBodies =
      kind === 'person' || kind === 'post'
        ? []
        : bodies.flatMap(({ id, name, shortName }) => guessNamed(text, { kind: 'body', id, name, shortName }))
    const ofPosts =
      kind === 'post' || kind === 'unknown'
        ? posts.flatMap(({ id, name }) => guessNamed(text, { kind: 'post', id, name, shortName: null }))
        : []
    const ofPartners =
      kind === 'organisation' || kind === 'unknown'
        ? organisations.flatMap(({ id, name }) => guessNamed(text, { kind: 'organisation', id, name, shortName: null }))
        : []
    const all = [...ofPeople, ...ofBodies, ...ofPosts, ...ofPartners]
    if (all.length > MOST_GUESSES) return []
    return all.length > 1 ? all.map((guess): Guess => ({ ...guess, confidence: 'possible' })) : all
  }
}

type NamedPerson = Directory['people'][number] & { readonly full: string }

function guessPerson(said: string, { id, name, full }: NamedPerson): Guess[] {
  const guess = (reason: string, confidence: Guess['confidence']): Guess[] => [
    { known: { kind: 'person', id, name }, reason, confidence },
  ]
  const [saidWords, fullWords] = [said.split(' '), full.split(' ')]
  const surname = fullWords.at(-1) ?? ''
  const first = saidWords.slice(0, -1)
  if (said === full) return guess('The same name', 'likely')
  if (
    first.length > 0 &&
    saidWords.at(-1) === surname &&
    first.every((word, at) => word.length === 1 && fullWords[at]?.startsWith(word))
  )
    return guess('The same surname, and the same first letter', 'likely')
  if (first.length === 0 && said === surname && said.length > 2 && fullWords.length > 1)
    return guess('The same surname alone', 'possible')
  if (said.length >= 7 && first.length > 0 && slips(said, full, 1) === 1)
    return guess('A letter apart: it may be somebody else', 'possible')
  return []
}

/** Words with which the name of a body ends, and which a plan leaves out. */
const ENDING = /\s(?:group|board|team|committee|partnership|forum|panel|network|sub ?group|alliance|executive|meeting)$/

type Named = Known & { readonly shortName: string | null }

function guessNamed(text: string, { shortName, ...of }: Named): Guess[] {
  const { name } = of
  const guess = (reason: string, confidence: Guess['confidence']): Guess[] => [{ known: of, reason, confidence }]
  const [said, full, short] = [sameName(text), sameName(name), sameName(shortName ?? '')]
  const inBrackets = sameName(/\(([^()]{2,12})\)$/.exec(text)?.[1] ?? '')
  const stem = full.replace(ENDING, '')
  if (said === full || said === short) return guess('The same name', 'likely')
  if (inBrackets !== '' && inBrackets === short) return guess('The same short name in brackets', 'likely')
  if (areInitials(said, full) || areInitials(full, said)) return guess('The initials of the full name', 'likely')
  if (said.replace(ENDING, '') === stem && said.length > 3)
    return guess('The same but for the last word', said === stem ? 'likely' : 'possible')
  if (said.length >= 9 && !/\d/.test(said + full) && slips(said, full, 1) === 1)
    return guess('A letter apart', 'possible')
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
