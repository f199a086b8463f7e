import { type PersonKnown, SOMEBODY_ELSE } from './bringing.ts'

export type WhoIsMeant =
  | { readonly kind: 'known'; readonly person: PersonKnown }
  | { readonly kind: 'new' }
  | { readonly kind: 'left'; readonly person: PersonKnown }
  | { readonly kind: 'unclear'; readonly why: string; readonly candidates: readonly PersonKnown[] }

/**
 * Whom a row of a list means: by address before name. Unclear where several may be meant, where an address comes with a name that is not
 * its owner's, and where a name comes with another address and another organisation, for that may be a namesake.
 *
 * @param answer  what was said of the row since: one of the candidates' ids, or that it is somebody else
 */
export function whoIsMeant(
  { name, email }: { readonly name: string; readonly email: string | null },
  organisation: string,
  people: readonly PersonKnown[],
  answer: string | undefined,
): WhoIsMeant {
  const found = lookFor(name, email, organisation, people)
  if (found.kind !== 'unclear') return found
  if (answer === SOMEBODY_ELSE) return { kind: 'new' }
  const chosen = found.candidates.find(({ id }) => id === answer)
  return chosen ? { kind: 'known', person: chosen } : found
}

function lookFor(
  name: string,
  email: string | null,
  organisation: string,
  everybody: readonly PersonKnown[],
): WhoIsMeant {
  const people = everybody.filter(({ hasLeft }) => !hasLeft)
  const named = people.filter((person) => isNamed(person, name))
  const byAddress = email ? people.filter((person) => person.email?.toLowerCase() === email.toLowerCase()) : []
  const both = byAddress.filter((person) => named.includes(person))
  const [one] = both
  if (one && both.length === 1) return { kind: 'known', person: one }
  if (byAddress.length > 0) {
    const owners = byAddress.map((person) => person.name).join(', ')
    return { kind: 'unclear', why: `The address is the one of ${owners}`, candidates: byAddress }
  }
  const fitting = named.length < 2 ? named : named.filter((person) => isOf(person, organisation))
  const [only] = fitting
  if (only && fitting.length === 1) {
    const isOther = email !== null && only.email !== null && organisation !== '' && !isOf(only, organisation)
    if (!isOther) return { kind: 'known', person: only }
    return { kind: 'unclear', why: 'The name is known with another address and organisation', candidates: [only] }
  }
  if (named.length > 0) return { kind: 'unclear', why: `${named.length} people have this name`, candidates: named }
  const gone = everybody.find(
    (person) =>
      person.hasLeft &&
      (email && person.email ? person.email.toLowerCase() === email.toLowerCase() : isNamed(person, name)),
  )
  return gone ? { kind: 'left', person: gone } : { kind: 'new' }
}

function isNamed({ name, otherNames }: PersonKnown, said: string): boolean {
  return [name, ...otherNames].some((each) => plainName(each) === plainName(said))
}

function isOf({ organisation }: PersonKnown, said: string): boolean {
  return organisation !== null && said !== '' && plainName(organisation.name) === plainName(said)
}

/** A name as it is compared: without capitals, and with one space between its words. */
export function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
