import type { OrganisationId, PersonId, PostId } from '../../kernel/id.ts'
import type { Sight } from '../../platform/database/index.ts'
import { RIGHT_NAMES, RIGHTS, type Right, reachOf } from './rights.ts'
import type { Role } from './roles.ts'

/**
 * What the database shows somebody with these roles: all of the partnership to those who read every plan, the actions they answer
 * for to other staff, and nothing to those without a role and to young people. Whoever has no right to change anything gets
 * transactions that cannot.
 */
export function sightOf(
  person: {
    readonly id: PersonId
    readonly organisationId: OrganisationId | null
    readonly posts?: readonly PostId[]
    readonly standsInFor?: { readonly people: readonly PersonId[]; readonly posts: readonly PostId[] }
  },
  roles: readonly Role[],
): Sight {
  const reads = reachOf('read-plans', roles)
  const isStaff = roles.some((role) => role !== 'young-person')
  return {
    sees: reads.includes('partnership') ? 'all' : isStaff ? 'part' : 'nothing',
    personId: person.id,
    people: [person.id, ...(person.standsInFor?.people ?? [])],
    posts: [...(person.posts ?? []), ...(person.standsInFor?.posts ?? [])],
    organisationId: reads.includes('their-organisation') ? person.organisationId : null,
    keepsPeople: reachOf('keep-people', roles).length > 0,
    changesNothing: !RIGHT_NAMES.some((right) => changes(RIGHTS[right]) && reachOf(right, roles).length > 0),
  }
}

function changes(right: Right): boolean {
  return right.changes === true
}
