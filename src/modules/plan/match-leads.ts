import type { BodyId } from '../../kernel/id.ts'
import type { Directory } from '../people/index.ts'
import { type LeadReading, withoutTitle } from '../reading/index.ts'
import type { Lead } from './plan.ts'

/**
 * Ties the names a plan gives to people and bodies already known by the same name, where only one is; never invents one. A title, and a
 * short name in brackets behind the full one, make no other name. Whatever is less certain is proposed (tie-names/), not tied.
 */
export function matchLeads(leads: readonly LeadReading[], directory: Directory): readonly Lead[] {
  return leadMatcher(directory)(leads)
}

/** The same for many plans' leads, with the directory looked over once. */
export function leadMatcher(directory: Directory): (leads: readonly LeadReading[]) => readonly Lead[] {
  const people = Map.groupBy(directory.people, ({ name }) => personName(name))
  const holders = Map.groupBy(directory.people, ({ post }) => sameName(post ?? ''))
  const bodies = Map.groupBy(
    directory.bodies.flatMap((body) => [...new Set(bodyNames(body))].map((name) => ({ name, id: body.id }))),
    ({ name }) => name,
  )
  return (leads) =>
    leads.map(({ text, kind }) => {
      const name = sameName(text)
      if (name === '') return { text, kind, personId: null, bodyId: null }
      const named = people.get(personName(text))
      const holder = onlyOne(named ?? holders.get(name) ?? [])
      const bodyIds = new Set(namesOf(text).flatMap((each) => (bodies.get(each) ?? []).map(({ id }) => id)))
      return { text, kind, personId: holder?.id ?? null, bodyId: onlyOne([...bodyIds]) ?? null }
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
