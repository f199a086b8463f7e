import type { BodyId } from '../../kernel/id.ts'
import type { Directory } from '../people/index.ts'
import type { LeadReading } from '../reading/index.ts'
import type { Lead } from './plan.ts'

/** Ties the names a plan gives to people and bodies already known by the same name; never invents one. */
export function matchLeads(leads: readonly LeadReading[], directory: Directory): readonly Lead[] {
  return leads.map(({ text, kind }) => {
    const name = sameName(text)
    if (name === '') return { text, kind, personId: null, bodyId: null }
    const body = directory.bodies.find((known) => [known.name, known.shortName ?? ''].map(sameName).includes(name))
    const person = directory.people.find((known) => sameName(known.name) === name)
    const post = directory.people.filter((known) => known.post !== null && sameName(known.post) === name)
    const holder = person ?? (post.length === 1 ? post[0] : undefined)
    return { text, kind, personId: holder?.id ?? null, bodyId: body?.id ?? null }
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
