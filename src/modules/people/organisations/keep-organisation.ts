import { type Day, isAfter } from '../../../kernel/day.ts'
import type { OrganisationId } from '../../../kernel/id.ts'
import { nameProblems } from '../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { OrganisationKind } from '../directory/directory.ts'
import { endOrganisation } from '../directory/end.store.ts'
import { insertFormerName } from '../directory/former-name.store.ts'
import { insertOrganisation } from '../directory/insert.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import type { Member } from '../visitor.ts'
import {
  findOrganisation,
  isNameTaken,
  lockOrganisation,
  moveToSuccessor,
  updateOrganisation,
} from './organisation.store.ts'

type Kept = Result<OrganisationId, KeepRefusal>
export type OrganisationRequest = {
  readonly id: OrganisationId | null
  readonly name: string
  readonly kind: OrganisationKind | null
  readonly formedOn: Day | null
  readonly formKey: string | null
}

/** Adds an organisation, or changes what the directory says of it; a name it had stays known. */
export async function keepOrganisation(world: World, by: Member, request: OrganisationRequest): Promise<Kept> {
  const { formKey, kind, name, formedOn } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const id = request.id ?? world.newId<'organisation'>()
    const before = request.id ? await lockOrganisation(tx, request.id) : null
    if (request.id && !before) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const problems = [
      ...nameProblems(name, 'Give its name'),
      ...(name !== '' && (await isNameTaken(tx, 'organisation', { id, name }))
        ? [{ field: 'name', message: 'An organisation of this name is in the directory' }]
        : []),
      ...(kind === null ? [{ field: 'kind', message: 'Say what kind it is' }] : []),
      ...(before?.endedOn && formedOn && isAfter(formedOn, before.endedOn)
        ? [{ field: 'formedOn', message: 'Give a day before it ended' }]
        : []),
    ]
    if (problems.length > 0 || kind === null) return refuse({ kind: 'problems', problems })
    const organisation = { id, name, kind, formedOn }
    if (before) await updateOrganisation(tx, organisation)
    else await insertOrganisation(tx, by.partnershipId, organisation)
    if (before && before.name !== name) {
      const former = { id: world.newId<'former-name'>(), name: before.name, usedUntil: today(world) }
      await insertFormerName(tx, by.partnershipId, { ...former, known: { kind: 'organisation', id } })
    }
    await recordChange(tx, world, by, {
      what: before ? 'changed an organisation' : 'added an organisation',
      subject: { kind: 'organisation', id },
      ...(before && { before: { name: before.name, kind: before.kind } }),
      after: { name, kind },
    })
    return ok(id)
  })
}

export type EndRequest<Id> = {
  readonly id: Id
  readonly endedOn: Day | null
  readonly successorId: Id | null
  readonly formKey: string | null
}

/** Ends an organisation, with the one that took over; its people and posts may go along in the same step. */
export async function endOrganisationOn(
  world: World,
  by: Member,
  request: EndRequest<OrganisationId> & { readonly moves: boolean },
): Promise<Kept> {
  const { id, endedOn, successorId, moves, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const before = await lockOrganisation(tx, id)
    if (!before) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    if (before.endedOn) return refuse({ kind: 'not-found' })
    const successor = successorId ? await findOrganisation(tx, successorId) : null
    const problems = [
      ...endProblems(endedOn, before.formedOn, today(world)),
      ...(successorId && (!successor || successor.endedOn || successorId === id)
        ? [{ field: 'successor', message: 'Choose an organisation that there is now' }]
        : []),
      ...(moves && !successorId
        ? [{ field: 'successor', message: 'Say which organisation its people and posts go to' }]
        : []),
    ]
    if (problems.length > 0 || !endedOn) return refuse({ kind: 'problems', problems })
    await endOrganisation(tx, { id, endedOn, successorId })
    const moved = moves && successorId ? await moveToSuccessor(tx, id, successorId) : null
    await recordChange(tx, world, by, {
      what: 'ended an organisation',
      subject: { kind: 'organisation', id },
      before: { name: before.name },
      after: { endedOn: `${endedOn}`, successor: successor?.name ?? null, moved },
    })
    return ok(id)
  })
}

/** What is wrong with the day on which something ended. */
export function endProblems(endedOn: Day | null, formedOn: Day | null, now: Day) {
  if (!endedOn) return [{ field: 'endedOn', message: 'Give the day it ended' }]
  if (isAfter(endedOn, now)) return [{ field: 'endedOn', message: 'Choose today or a day before it' }]
  if (formedOn && isAfter(formedOn, endedOn)) return [{ field: 'endedOn', message: 'Give a day after it was formed' }]
  return []
}
