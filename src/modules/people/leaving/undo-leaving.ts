import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { findSeats, neverHeld, reopenHolding, reopenSeat } from '../directory/holding.store.ts'
import { isAccountTaken, lockPerson, removeRole } from '../directory/person.store.ts'
import { insertPersonAccount, insertRole } from '../people.store.ts'
import type { Member } from '../visitor.ts'
import { type Departure, lockDeparture, undoDeparture } from './departure.store.ts'

export type UndoRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'acted-since' }

/** Takes a leaving back: whoever left holds again what they held, unless somebody acted on what went to them. */
export async function undoLeaving(
  world: World,
  by: Member,
  announce: PeopleAnnouncements,
  { personId, formKey }: { readonly personId: PersonId; readonly formKey: string | null },
): Promise<Result<PersonId, UndoRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by.partnershipId, async (tx): Promise<Result<PersonId, UndoRefusal>> => {
    const person = await lockPerson(tx, personId)
    if (!person) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, personId, world.now())) return ok(personId)
    const departure = await lockDeparture(tx, personId)
    if (!departure) return refuse({ kind: 'not-found' })
    await undoDeparture(tx, departure, by.person.id, world.now())
    if (!(await putBack(world, tx, by, announce, departure))) return refuse({ kind: 'acted-since' })
    await recordChange(tx, world, by, {
      what: 'undid a leaving',
      subject: { kind: 'person', id: personId },
      before: { leftOn: `${departure.leftOn}` },
    })
    return ok(personId)
  })
}

/** False when somebody acted on what they were given; the transaction then goes back whole. */
async function putBack(
  world: World,
  tx: Tx,
  by: Member,
  announce: PeopleAnnouncements,
  { personId, recordedAt, handedOver }: Departure,
): Promise<boolean> {
  const { holdings, seats, actions, roles, accountId } = handedOver
  const begunSeats = new Set<string>(seats.flatMap(({ begun }) => begun ?? []))
  const chairIds = []
  for (const bodyId of new Set(seats.map(({ of }) => of)))
    for (const seat of await findSeats(tx, { bodyId }))
      if (seat.seat === 'chair' && begunSeats.has(seat.id)) chairIds.push(seat.person.id)
  if (await announce.haveActed(tx, recordedAt, { actionIds: actions.map(({ id }) => id), chairIds })) return false
  for (const { begun } of holdings) if (begun && !(await neverHeld(tx, 'post_holding', begun))) return false
  for (const { begun } of seats) if (begun && !(await neverHeld(tx, 'body_member', begun))) return false
  for (const { ended } of holdings) await reopenHolding(tx, ended)
  for (const { ended } of seats) await reopenSeat(tx, ended)
  for (const { role, to } of roles) {
    if (to) await removeRole(tx, to, role)
    await insertRole(tx, by.partnershipId, personId, role)
  }
  if (accountId && (await isAccountTaken(tx, accountId))) return false
  if (accountId) await insertPersonAccount(tx, by.partnershipId, personId, accountId)
  return announce.returnLeads(world, tx, by, actions)
}
