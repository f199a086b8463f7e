import { type Day, isAfter } from '../../../kernel/day.ts'
import type { BodyId } from '../../../kernel/id.ts'
import { nameProblems } from '../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { BodyKind } from '../directory/directory.ts'
import { insertFormerName } from '../directory/former-name.store.ts'
import { insertBody } from '../directory/insert.store.ts'
import type { KeepRefusal } from '../directory/keep-refusal.ts'
import { isNameTaken } from '../organisations/organisation.store.ts'
import type { Member } from '../visitor.ts'
import { findBodyRecords, lockBody, updateBody } from './body.store.ts'
import { isBelow } from './is-below.ts'

type Kept = Result<BodyId, KeepRefusal>
export type BodyRequest = {
  readonly id: BodyId | null
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind | null
  readonly parentId: BodyId | null
  readonly terms: string
  readonly formedOn: Day | null
  readonly formKey: string | null
}

/** Adds a body, or changes what the directory says of it; a name it had stays known. */
export async function keepBody(world: World, by: Member, request: BodyRequest): Promise<Kept> {
  const { formKey, kind, name, parentId, formedOn } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const id = request.id ?? world.newId<'body'>()
    const before = request.id ? await lockBody(tx, request.id, today(world)) : null
    if (request.id && !before) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const all = await findBodyRecords(tx, today(world))
    const parent = all.find((one) => one.id === parentId)
    const problems = [
      ...nameProblems(name, 'Give its name'),
      ...(name !== '' && (await isNameTaken(tx, 'body', { id, name }))
        ? [{ field: 'name', message: 'A body of this name is in the directory' }]
        : []),
      ...(kind === null ? [{ field: 'kind', message: 'Say what kind it is' }] : []),
      ...(parentId && (!parent || parent.endedOn || isBelow(all, parentId, id))
        ? [{ field: 'parent', message: 'Choose a body that is not this one, nor below it' }]
        : []),
      ...(before?.endedOn && formedOn && isAfter(formedOn, before.endedOn)
        ? [{ field: 'formedOn', message: 'Give a day before it ended' }]
        : []),
    ]
    if (problems.length > 0 || kind === null) return refuse({ kind: 'problems', problems })
    const terms = request.terms || null
    const body = { id, name, shortName: request.shortName || null, kind, parentId, terms, formedOn }
    if (before) await updateBody(tx, body)
    else await insertBody(tx, by.partnershipId, body)
    if (before && before.name !== name) {
      const former = { id: world.newId<'former-name'>(), name: before.name, usedUntil: today(world) }
      await insertFormerName(tx, by.partnershipId, { ...former, known: { kind: 'body', id } })
    }
    await recordChange(tx, world, by, {
      what: before ? 'changed a body' : 'added a body',
      subject: { kind: 'body', id },
      ...(before && {
        before: { name: before.name, kind: before.kind, parent: before.parent?.name ?? null, terms: before.terms },
      }),
      after: { name, kind, parent: parent?.name ?? null, terms },
    })
    return ok(id)
  })
}
