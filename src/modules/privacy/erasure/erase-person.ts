import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPersonRecord, type Member, type PersonRecord } from '../../people/index.ts'
import {
  ERASURE_REASONS,
  type ErasureReason,
  erase,
  findErasedAt,
  findFilesNaming,
  hasNamesake,
  insertErasure,
  type NamingFile,
  type Places,
} from './erasure.store.ts'

/** What erasing somebody would do: worked out by doing it, and taking it back. */
export type ErasurePreview = {
  readonly person: PersonRecord
  readonly places: Places
  readonly hasNamesake: boolean
  /** files that stay as they are and may name them */
  readonly files: readonly NamingFile[]
}

export type ErasureRefusal =
  | { readonly kind: 'not-found' | 'form-expired' | 'no-reason' | 'not-sure' }
  | { readonly kind: 'still-here'; readonly person: PersonRecord }

/** Shows what erasing somebody would do. Nothing of it remains. */
export async function previewErasure(
  world: World,
  by: Member,
  personId: PersonId,
): Promise<Result<ErasurePreview, ErasureRefusal>> {
  const seen = await inScope(world.db, by, async (tx) => {
    const found = await findErasable(tx, personId)
    if (!found.ok) return found
    const isShared = await hasNamesake(tx, personId, found.value.name)
    const files = await findFilesNaming(tx, personId)
    const places = await erase(tx, personId, world.now())
    return refuse({ kind: 'preview', preview: { person: found.value, places, hasNamesake: isShared, files } } as const)
  })
  return seen.refusal.kind === 'preview' ? ok(seen.refusal.preview) : refuse(seen.refusal)
}

/** Erases somebody who left: their name and contact data stand nowhere afterwards, and the audit chain stays whole. */
export async function erasePerson(
  world: World,
  by: Member,
  request: {
    readonly personId: PersonId
    readonly reason: ErasureReason | null
    readonly isSure: boolean
    readonly formKey: string | null
  },
): Promise<Result<undefined, ErasureRefusal>> {
  const { personId, reason, isSure, formKey } = request
  return inScope(world.db, by, async (tx): Promise<Result<undefined, ErasureRefusal>> => {
    if (formKey && (await findErasedAt(tx, personId))) return ok()
    const found = await findErasable(tx, personId)
    if (!found.ok) return found
    if (!formKey) return refuse({ kind: 'form-expired' })
    if (!reason) return refuse({ kind: 'no-reason' })
    if (!isSure) return refuse({ kind: 'not-sure' })
    if (await useFormKey(tx, by.partnershipId, formKey, personId, world.now())) return ok()
    const places = await erase(tx, personId, world.now())
    await insertErasure(tx, by.partnershipId, {
      personId,
      erasedAt: world.now(),
      erasedBy: by.person.id,
      reason,
      places,
    })
    await recordChange(tx, world, by, {
      what: 'erased the name and contact data of a person',
      subject: { kind: 'person', id: personId },
      after: places,
      reason: ERASURE_REASONS[reason],
    })
    return ok()
  })
}

async function findErasable(tx: Tx, personId: PersonId): Promise<Result<PersonRecord, ErasureRefusal>> {
  const person = await findPersonRecord(tx, personId)
  if (!person || (await findErasedAt(tx, personId))) return refuse({ kind: 'not-found' })
  return person.leftOn ? ok(person) : refuse({ kind: 'still-here', person })
}
