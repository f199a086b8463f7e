import { type BodyId, type Id, parseId } from '../../kernel/id.ts'
import type { Directory, KnownId } from '../people/index.ts'
import { type LeadReading, withoutTitle } from '../reading/index.ts'
import { type Lead, UNTIED } from './plan.ts'

/**
 * Ties the names a plan gives to people and bodies already known by the same name, where only one is; never invents one. A title, and a
 * short name in brackets behind the full one, make no other name. Whatever is less certain is proposed (tie-names/), not tied.
 */
export function matchLeads(leads: readonly LeadReading[], directory: Directory): readonly Lead[] {
  return leadMatcher(directory)(leads)
}

/** The same for many plans' leads, with the directory looked over once. A post is tied as the post: whoever holds it leads. */
export function leadMatcher(directory: Directory): (leads: readonly LeadReading[]) => readonly Lead[] {
  const { people, posts, bodies, organisations, otherNames } = directory
  const known = [
    ...people.map(({ id, name }) => named('person', id, personName(name))),
    ...posts.map(({ id, name }) => named('post', id, sameName(name))),
    ...bodies.flatMap((body) => bodyNames(body).map((name) => named('body', body.id, name))),
    ...organisations.map(({ id, name }) => named('organisation', id, sameName(name))),
    ...otherNames.map(({ name, known }) =>
      named(known.kind, known.id, known.kind === 'person' ? personName(name) : sameName(name)),
    ),
  ]
  const byName = Map.groupBy(known, ({ key }) => key)
  const find = (kind: KnownId['kind'], names: readonly string[]): string | null => {
    const ids = names.flatMap((name) => (byName.get(`${kind} ${name}`) ?? []).map(({ id }) => id))
    return onlyOne([...new Set(ids)]) ?? null
  }
  return (leads) =>
    leads.map(({ text, kind }) => {
      if (sameName(text) === '') return { text, kind, ...UNTIED }
      const names = namesOf(text)
      const isNamed = byName.has(`person ${personName(text)}`)
      const personId = find('person', [personName(text)])
      const bodyId = find('body', names)
      return {
        text,
        kind,
        personId: parse<'person'>(personId),
        bodyId: parse<'body'>(bodyId),
        postId: isNamed || bodyId ? null : parse<'post'>(find('post', names)),
        organisationId: isNamed || bodyId ? null : parse<'organisation'>(find('organisation', names)),
      }
    })
}

function named(kind: KnownId['kind'], id: string, name: string): { readonly key: string; readonly id: string } {
  return { key: `${kind} ${name}`, id }
}

function parse<Thing extends string>(id: string | null): Id<Thing> | null {
  return id === null ? null : parseId<Thing>(id)
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
