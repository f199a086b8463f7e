import { type Day, isAfter } from '../../../kernel/day.ts'
import type { BodyId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findDirectory } from '../directory/directory.store.ts'
import type { Seat } from '../directory/directory.ts'
import { endSeat, findSeats } from '../directory/holding.store.ts'
import { insertSeat } from '../directory/insert.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import { knownBy, labelsOf } from '../directory/known-labels.ts'
import type { Member } from '../visitor.ts'
import { lockBody } from './body.store.ts'

type Kept = Result<BodyId, KeepRefusal>

/** Somebody gets a seat; in another seat of the same body they rise from that one. */
export async function giveSeat(
  world: World,
  by: Member,
  request: {
    readonly id: BodyId
    readonly person: string
    readonly seat: Seat | null
    readonly from: Day | null
    readonly formKey: string | null
  },
): Promise<Kept> {
  const { id, seat, from, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const body = await lockBody(tx, id, today(world))
    if (!body || body.endedOn) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const known = knownBy(labelsOf(await findDirectory(tx), ['person']), request.person)
    const now = (await findSeats(tx, { bodyId: id })).find(
      ({ person, endsBefore }) => person.id === known?.id && endsBefore === null,
    )
    const problems = [
      ...(known?.kind === 'person'
        ? []
        : [{ field: 'person', message: 'Choose a name from the list: nobody here is called so' }]),
      ...(now && now.seat === seat ? [{ field: 'person', message: 'They have this seat already' }] : []),
      ...(seat ? [] : [{ field: 'seat', message: 'Choose the seat' }]),
      ...(from && !isAfter(from, today(world))
        ? []
        : [{ field: 'from', message: 'Choose today or a day before it: give a seat when the day has come' }]),
    ]
    if (problems.length > 0 || known?.kind !== 'person' || !seat || !from) return refuse({ kind: 'problems', problems })
    if (now) await endSeat(tx, now.id, from)
    await insertSeat(tx, by.partnershipId, {
      id: world.newId<'seat'>(),
      bodyId: id,
      personId: known.id,
      seat,
      starts: from,
    })
    await recordChange(tx, world, by, {
      what: 'gave a seat',
      subject: { kind: 'body', id },
      ...(now && { before: { person: known.name, seat: now.seat } }),
      after: { person: known.name, seat, from: `${from}` },
    })
    return ok(id)
  })
}

/** Ends a seat today. */
export async function endSeatNow(
  world: World,
  by: Member,
  request: { readonly id: BodyId; readonly seatId: string; readonly formKey: string | null },
): Promise<Kept> {
  const { id, seatId, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const seat = (await findSeats(tx, { bodyId: id })).find((one) => one.id === seatId)
    if (!seat) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    if (seat.endsBefore) return ok(id)
    await endSeat(tx, seat.id, today(world))
    await recordChange(tx, world, by, {
      what: 'ended a seat',
      subject: { kind: 'body', id },
      before: { person: seat.person.name, seat: seat.seat },
      after: { on: `${today(world)}` },
    })
    return ok(id)
  })
}
