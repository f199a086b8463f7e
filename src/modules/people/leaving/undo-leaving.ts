import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { reopenDeputy } from '../deputies/deputy.store.ts'
import { findHoldings, findSeats, neverHeld, reopenHolding, reopenSeat } from '../directory/holding.store.ts'
import { isAccountTaken, lockPerson } from '../directory/person.store.ts'
import { insertPersonAccount } from '../people.store.ts'
import { endRole, insertRole, lockRoles } from '../role-grants/role-grant.store.ts'
import type { Member } from '../visitor.ts'
import { type Departure, lockDeparture, undoDeparture } from './departure.store.ts'
import type { HandedOver } from './handed-over.ts'

export type UndoRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'acted-since' }
  /** a post or a chair that they left empty has somebody now: they would hold it together */
  | { readonly kind: 'filled-since'; readonly what: readonly string[] }

/**
 * Takes a leaving back: whoever left holds again what they held, unless somebody acted on what went to them. What was filled since they
 * left it empty gets a second holder only where the request says so.
 */
export async function undoLeaving(
  world: World,
  by: Member,
  announce: PeopleAnnouncements,
  request: { readonly personId: PersonId; readonly formKey: string | null; readonly sharesWhatWasFilled: boolean },
): Promise<Result<PersonId, UndoRefusal>> {
  const { personId, formKey, sharesWhatWasFilled } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PersonId, UndoRefusal>> => {
    await lockRoles(tx)
    const person = await lockPerson(tx, personId)
    if (!person) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, personId, world.now())) return ok(personId)
    const departure = await lockDeparture(tx, personId)
    if (!departure) return refuse({ kind: 'not-found' })
    const what = sharesWhatWasFilled ? [] : await findFilledSince(tx, departure.handedOver)
    if (what.length > 0) return refuse({ kind: 'filled-since', what })
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

/** The posts and chairs that were left empty and have somebody now, with who it is. */
async function findFilledSince(tx: Tx, { holdings, seats }: HandedOver): Promise<readonly string[]> {
  const filled: string[] = []
  for (const { of, begun, beside = [] } of holdings)
    for (const { id, endsBefore, post, person } of await findHoldings(tx, { postId: of }))
      if (endsBefore === null && id !== begun && !beside.includes(id)) filled.push(`${post.name}, by ${person.name}`)
  const left = new Set<string>(seats.flatMap(({ ended, begun, beside = [] }) => [ended, begun ?? [], beside].flat()))
  for (const bodyId of new Set(seats.map(({ of }) => of))) {
    const all = await findSeats(tx, { bodyId })
    if (!all.some(({ id, seat }) => seat === 'chair' && seats.some(({ ended }) => ended === id))) continue
    for (const { id, seat, endsBefore, body, person } of all)
      if (seat === 'chair' && endsBefore === null && !left.has(id))
        filled.push(`the chair of ${body.name}, by ${person.name}`)
  }
  return filled
}

/** False when somebody acted on what they were given; the transaction then goes back whole. */
async function putBack(
  world: World,
  tx: Tx,
  by: Member,
  announce: PeopleAnnouncements,
  { personId, recordedAt, handedOver }: Departure,
): Promise<boolean> {
  const { holdings, seats, actions, roles, accountId, deputies = [] } = handedOver
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
  for (const deputy of deputies) await reopenDeputy(tx, deputy)
  for (const { role, to } of roles) {
    const doing = { at: world.now(), by: by.person.id, reason: 'A leaving was undone' }
    if (to) await endRole(tx, to, role, doing)
    await insertRole(tx, by.partnershipId, { id: world.newId<'role-grant'>(), personId, role }, doing)
  }
  if (accountId && (await isAccountTaken(tx, accountId))) return false
  if (accountId) await insertPersonAccount(tx, by.partnershipId, personId, accountId)
  return announce.returnLeads(world, tx, by, actions)
}
