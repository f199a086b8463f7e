import type { BodyId } from '../../kernel/id.ts'
import type { Directory } from '../people/index.ts'
import { type LeadReading, withoutTitle } from '../reading/index.ts'
import type { Lead } from './plan.ts'

/**
 * Ties the names a plan gives to people and bodies already known by the same name, where only one is; never invents one. A title, and a
 * short name in brackets behind the full one, make no other name. Whatever is less certain is proposed (propose-ties.ts), not tied.
 */
export function matchLeads(leads: readonly LeadReading[], directory: Directory): readonly Lead[] {
  return leads.map(({ text, kind }) => {
    const name = sameName(text)
    if (name === '') return { text, kind, personId: null, bodyId: null }
    const bodies = directory.bodies.filter((known) => bodyNames(known).some((each) => namesOf(text).includes(each)))
    const people = directory.people.filter((known) => personName(known.name) === personName(text))
    const post = directory.people.filter((known) => known.post !== null && sameName(known.post) === name)
    const holder = people.length > 0 ? onlyOne(people) : onlyOne(post)
    return { text, kind, personId: holder?.id ?? null, bodyId: onlyOne(bodies)?.id ?? null }
  })
}

/** The first body among the leads answers for the action. */
export function leadGroupOf(leads: readonly Lead[]): BodyId | null {
  return leads.find(({ bodyId }) => bodyId !== null)?.bodyId ?? null
}

/** A name without the differences of case, spaces and marks. */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same, without a title in front. */
export function personName(name: string): string {
  return sameName(withoutTitle(name))
}

/** "Early help group (EHG)" is called so, and "Early help group". */
function namesOf(text: string): string[] {
  const full = /^(.+)\s\([^()]{2,12}\)$/.exec(text)?.[1]
  return [text, ...(full === undefined ? [] : [full])].map(sameName)
}

function bodyNames({ name, shortName }: Directory['bodies'][number]): string[] {
  return [name, shortName ?? ''].map(sameName).filter((each) => each !== '')
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
