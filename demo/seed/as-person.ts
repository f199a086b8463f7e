import type { Day } from '../../src/kernel/day.ts'
import type { BodyId, PartnershipId, PersonId, PostId } from '../../src/kernel/id.ts'
import type { Result } from '../../src/kernel/result.ts'
import { type Member, rolesInForce, sightOf } from '../../src/modules/people/index.ts'
import type { World } from '../../src/platform/world.ts'
import { type BodyKey, demoAccounts, demoBodies, demoPartnership, demoPeople, type PersonKey } from '../borough.ts'

/** The ids the borough's people and bodies were given. */
export type Town = {
  readonly partnershipId: PartnershipId
  readonly people: ReadonlyMap<PersonKey, PersonId>
  readonly bodies: ReadonlyMap<BodyKey, BodyId>
  readonly posts: ReadonlyMap<PersonKey, PostId>
}

/** One of the borough's people, as if signed in. */
export function memberAs(town: Town, key: PersonKey): Member {
  const id = town.people.get(key)
  if (!id) throw new Error(`Nobody in the demo is ${key}`)
  const role = demoAccounts.find(({ person }) => person === key)?.role
  const chairs = [...town.bodies].flatMap(([body, bodyId]) => (demoBodies[body].chair === key ? [bodyId] : []))
  const roles = rolesInForce(role ? [role] : [], { isChair: chairs.length > 0, isLead: true })
  return {
    kind: 'member',
    accountId: key,
    partnershipId: town.partnershipId,
    partnershipName: demoPartnership.name,
    person: { id, name: demoPeople.get(key)?.name ?? key },
    roles,
    sight: sightOf({ id, organisationId: null, posts: [town.posts.get(key) ?? []].flat() }, roles),
    posts: [town.posts.get(key) ?? []].flat(),
    standsInFor: { people: [], posts: [] },
    chairs,
  }
}

/** The world with its clock at ten in the morning of a day. */
export function on(world: World, day: Day, minute = 0): World {
  return { ...world, now: () => morningOf(day).add({ minutes: minute }) }
}

export function morningOf(day: Day): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant()
}

/** The demo asks nothing that may be refused; if it is, the demo is wrong. */
export function done<Value>(result: Result<Value, object>): Value {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
