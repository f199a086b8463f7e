import type { DepartureId, PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChanges } from '../../audit/index.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { endDeputiesOf } from '../deputies/deputy.store.ts'
import { endHolding, endSeat, findHoldings, findSeats } from '../directory/holding.store.ts'
import { insertHolding, insertSeat } from '../directory/insert.store.ts'
import { closeSignIn, lockPerson, type PersonRecord } from '../directory/person.store.ts'
import { endRole, findRolesOfNobodyElse, hasRole, insertRole, lockRoles } from '../role-grants/role-grant.store.ts'
import type { Member } from '../visitor.ts'
import { type Choices, decideLeaving, type Handover, type Held, type LeavingProblem } from './decide-leaving.ts'
import { insertDeparture } from './departure.store.ts'
import type { HandedOver } from './handed-over.ts'

export type LeavingRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'problems'; readonly problems: readonly LeavingProblem[] }

/** What somebody holds now. */
export async function findHeld(
  world: World,
  tx: Tx,
  announce: PeopleAnnouncements,
  { id, roles }: Pick<PersonRecord, 'id' | 'roles'>,
): Promise<Held> {
  return {
    personId: id,
    holdings: (await findHoldings(tx, { personId: id })).filter(({ endsBefore }) => endsBefore === null),
    seats: (await findSeats(tx, { personId: id })).filter(({ endsBefore }) => endsBefore === null),
    actions: await announce.findLedActions(tx, id, today(world)),
    roles,
    nobodyElses: (await findRolesOfNobodyElse(tx, id)).filter((role) => roles.includes(role)),
  }
}

/** Somebody leaves: everything they hold goes where the form says, and their sign-in closes, in one transaction. */
export async function leave(
  world: World,
  by: Member,
  announce: PeopleAnnouncements,
  request: { readonly personId: PersonId; readonly choices: Choices; readonly formKey: string | null },
): Promise<Result<PersonId, LeavingRefusal>> {
  const { personId, choices, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PersonId, LeavingRefusal>> => {
    await lockRoles(tx)
    const person = await lockPerson(tx, personId)
    if (!person) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, personId, world.now())) return ok(personId)
    if (person.leftOn) return refuse({ kind: 'not-found' })
    const held = await findHeld(world, tx, announce, person)
    const decided = decideLeaving(held, choices, { id: by.person.id, roles: by.roles })
    if (!decided.ok) return decided
    const handedOver = await handOver(world, tx, by, announce, person, decided.value)
    await insertDeparture(tx, by.partnershipId, {
      id: world.newId() satisfies DepartureId,
      personId,
      leftOn: decided.value.leftOn,
      recordedAt: world.now(),
      recordedBy: by.person.id,
      handedOver,
    })
    await recordChanges(tx, world, by, changesOf(person, decided.value))
    return ok(personId)
  })
}

async function handOver(
  world: World,
  tx: Tx,
  by: Member,
  announce: PeopleAnnouncements,
  person: PersonRecord,
  { leftOn, holdings, seats, actions, roles }: Handover,
): Promise<HandedOver> {
  const { partnershipId } = by
  const passedHoldings = []
  for (const { holding, to } of holdings) {
    await endHolding(tx, holding.id, leftOn)
    const beside = (await findHoldings(tx, { postId: holding.post.id })).filter(({ endsBefore }) => endsBefore === null)
    const isNew = to && !beside.some(isHeldBy(to))
    const begun = isNew ? world.newId<'holding'>() : null
    if (begun && to)
      await insertHolding(tx, partnershipId, { id: begun, postId: holding.post.id, personId: to, starts: leftOn })
    passedHoldings.push({ ended: holding.id, of: holding.post.id, begun, beside: beside.map(({ id }) => id) })
  }
  const passedSeats = []
  for (const { seat, to } of seats) {
    await endSeat(tx, seat.id, leftOn)
    const others = await findSeats(tx, { bodyId: seat.body.id })
    const known = to ? others.find(isHeldBy(to)) : undefined
    const isNew = to && (!known || (known.seat !== seat.seat && seat.seat !== 'member'))
    if (isNew && known) await endSeat(tx, known.id, leftOn)
    const begun = isNew ? world.newId<'seat'>() : null
    if (begun && to)
      await insertSeat(tx, partnershipId, {
        id: begun,
        bodyId: seat.body.id,
        personId: to,
        seat: seat.seat,
        starts: leftOn,
      })
    passedSeats.push({ ended: seat.id, of: seat.body.id, begun, beside: others.map(({ id }) => id) })
    if (isNew && known) passedSeats.push({ ended: known.id, of: seat.body.id, begun: null })
  }
  const passedRoles = []
  for (const { role, to } of roles) {
    const doing = { at: world.now(), by: by.person.id }
    await endRole(tx, person.id, role, { ...doing, reason: 'They left' })
    const isNew = to !== null && !(await hasRole(tx, to, role))
    if (isNew)
      await insertRole(
        tx,
        partnershipId,
        { id: world.newId<'role-grant'>(), personId: to, role },
        { ...doing, reason: 'Passed on by somebody who left' },
      )
    passedRoles.push({ role, to: isNew ? to : null })
  }
  await closeSignIn(tx, person.id)
  const deputies = await endDeputiesOf(tx, { personId: person.id }, leftOn)
  return {
    holdings: passedHoldings,
    seats: passedSeats,
    roles: passedRoles,
    deputies,
    accountId: person.accountId,
    actions: await announce.passLeads(world, tx, by, person.id, actions),
  }
}

function isHeldBy(to: PersonId) {
  return ({ person, endsBefore }: { readonly person: { readonly id: PersonId }; readonly endsBefore: unknown }) =>
    person.id === to && endsBefore === null
}

function changesOf(person: PersonRecord, { leftOn, holdings, seats, roles, actions }: Handover) {
  return [
    {
      what: 'recorded a leaving',
      subject: { kind: 'person', id: person.id },
      before: { roles: person.roles, signIn: person.accountId !== null },
      after: { leftOn: `${leftOn}`, posts: holdings.length, seats: seats.length, actions: actions.length, roles },
    },
    ...holdings.map(({ holding, to }) => ({
      what: to ? 'passed the post on' : 'left the post vacant',
      subject: { kind: 'post', id: holding.post.id },
      before: { holder: person.name },
      after: { holder: to, from: `${leftOn}` },
    })),
    ...seats.map(({ seat, to }) => ({
      what: to ? 'passed the seat on' : 'ended the seat',
      subject: { kind: 'body', id: seat.body.id },
      before: { [seat.seat]: person.name },
      after: { [seat.seat]: to, from: `${leftOn}` },
    })),
  ]
}
