import type { BodyId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { PeopleAnnouncements } from '../announcements.ts'
import { endBody } from '../directory/end.store.ts'
import { endSeat, findSeats } from '../directory/holding.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import { type EndRequest, endProblems } from '../organisations/keep-organisation.ts'
import type { Member } from '../visitor.ts'
import { findBody, lockBody, passParent } from './body.store.ts'

type Kept = Result<BodyId, KeepRefusal>

/** Ends a body and its seats; the one that takes over becomes the lead group of its actions, and the parent of what was below it. */
export async function endBodyOn(
  world: World,
  by: Member,
  announce: PeopleAnnouncements,
  request: EndRequest<BodyId>,
): Promise<Kept> {
  const { id, endedOn, successorId, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const before = await lockBody(tx, id, today(world))
    if (!before) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    if (before.endedOn) return refuse({ kind: 'not-found' })
    const successor = successorId ? await findBody(tx, successorId, today(world)) : null
    const needsSuccessor = before.actions > 0 && !successorId
    const problems = [
      ...endProblems(endedOn, before.formedOn, today(world)),
      ...(successorId && (!successor || successor.endedOn || successorId === id)
        ? [{ field: 'successor', message: 'Choose a body that there is now' }]
        : []),
      ...(needsSuccessor
        ? [{ field: 'successor', message: 'Say which body answers for its actions from now on' }]
        : []),
    ]
    if (problems.length > 0 || !endedOn) return refuse({ kind: 'problems', problems })
    await endBody(tx, { id, endedOn, successorId })
    const seats = (await findSeats(tx, { bodyId: id })).filter(({ endsBefore }) => endsBefore === null)
    for (const seat of seats) await endSeat(tx, seat.id, endedOn)
    const actions = successorId ? await announce.passLeadGroup(world, tx, by, id, successorId, today(world)) : 0
    if (successorId) await passParent(tx, id, successorId)
    await recordChange(tx, world, by, {
      what: 'ended a body',
      subject: { kind: 'body', id },
      before: { name: before.name, seats: seats.map(({ person, seat }) => `${person.name}, ${seat}`) },
      after: { endedOn: `${endedOn}`, successor: successor?.name ?? null, actions },
    })
    return ok(id)
  })
}
