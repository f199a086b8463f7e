import { Heading, Text } from '../../../design/index.ts'
import { dayOf, longDay } from '../../../kernel/day.ts'
import type { PersonRecord } from '../directory/person.store.ts'
import { roleTitle } from '../roles.ts'
import type { RoleGrant } from './role-grant.store.ts'

type RolesProps = {
  readonly person: PersonRecord
  readonly roles: readonly RoleGrant[]
  readonly mayGive: boolean
}

/** The roles somebody has and had, with the days; nothing of somebody without any, to whoever could not give them one. */
export function RolesSection({ person, roles, mayGive }: RolesProps) {
  const gives = mayGive && person.leftOn === null
  if (roles.length === 0 && !gives) return null
  return (
    <>
      <Heading level={2}>Roles</Heading>
      {roles.length === 0 ? (
        <Text>No role is given to them.</Text>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {roles.map((grant) => (
            <li>{grantInWords(grant)}</li>
          ))}
        </ul>
      )}
      {gives && (
        <p class="govuk-body">
          <a href={`/people/${person.id}/roles`}>Give or take a role</a>
        </p>
      )}
    </>
  )
}

/** "Board member, from 3 May 2014 to 1 June 2014". */
export function grantInWords({ role, given, taken }: RoleGrant): string {
  const from = given.at ? ` from ${longDay(dayOf(given.at))}` : ''
  const to = taken?.at ? ` until ${longDay(dayOf(taken.at))}` : ''
  return from || to ? `${roleTitle(role)},${from}${to}` : roleTitle(role)
}
