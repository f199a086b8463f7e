import { escapeLiteral } from 'pg'
import {
  isUuid,
  type OrganisationId,
  type PartnershipId,
  type PersonId,
  type PostId,
  type ReportingPointId,
} from '../../kernel/id.ts'

/**
 * How much of a partnership somebody is shown, and what they may write; the database holds every query to it
 * (`db/migrations/0037-sight.sql` and `0039-sight-of-links.sql` say how, table by table).
 */
export type Sight = {
  /**
   * all of the partnership; part of it, the actions they answer for; one update and what it needs; or nothing but what every form
   * needs
   */
  readonly sees: 'all' | 'part' | 'update' | 'nothing'
  /** the one duty that a reader of an update came for */
  readonly pointId?: ReportingPointId
  readonly personId: PersonId | null
  /** those whose actions they answer for: themselves, and whoever they stand in for */
  readonly people: readonly PersonId[]
  /** the posts they hold or stand in for */
  readonly posts: readonly PostId[]
  /** the organisation whose actions they see too, for those who report for all of it */
  readonly organisationId: OrganisationId | null
  /** they keep people, bodies and roles */
  readonly keepsPeople: boolean
  /** their transactions are read-only, and PostgreSQL refuses every change */
  readonly changesNothing: boolean
}

export const WHOLE_SIGHT: Sight = {
  sees: 'all',
  personId: null,
  people: [],
  posts: [],
  organisationId: null,
  keepsPeople: true,
  changesNothing: false,
}

/**
 * The message that begins a transaction and says what it may see.
 *
 * @throws RangeError when an id is not a UUID
 */
export function beginningOf(scope: { readonly partnershipId: PartnershipId; readonly sight: Sight }): string {
  const { partnershipId, sight } = scope
  for (const id of [
    partnershipId,
    sight.personId,
    sight.organisationId,
    sight.pointId ?? null,
    ...sight.people,
    ...sight.posts,
  ]) {
    if (id !== null && !isUuid(id)) throw new RangeError('A scope needs the ids of a partnership and its reader')
  }
  const settings = {
    'trellis.partnership': partnershipId,
    'trellis.sees': sight.sees,
    'trellis.person': sight.personId,
    'trellis.people': sight.people.join(','),
    'trellis.posts': sight.posts.join(','),
    'trellis.organisation': sight.organisationId,
    'trellis.point': sight.pointId ?? null,
    'trellis.keeps_people': sight.keepsPeople ? 'yes' : null,
  }
  return [
    sight.changesNothing ? 'begin read only' : 'begin',
    ...Object.entries(settings).flatMap(([name, value]) =>
      value ? `set local ${name} to ${escapeLiteral(value)}` : [],
    ),
    // A transaction that has asked something cannot be made to write any more.
    ...(sight.changesNothing ? ['select'] : []),
  ].join('; ')
}
