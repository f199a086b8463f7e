import type { FileId, ReadingId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { checkRoom, copyFile, type FileRefusal } from '../../files/index.ts'
import type { Member } from '../../people/index.ts'
import { insertReading } from '../reading.store.ts'
import { findDocument } from './earlier-reading.store.ts'

export type AgainRefusal = { readonly kind: 'not-found' | 'form-expired' } | FileRefusal

/** Reads a document that was handed over before once more, as a new draft of its own; what the first became stays as it is. */
export async function readAgain(
  world: World,
  by: Member,
  request: { readonly fileId: FileId; readonly name: string; readonly formKey: string | null },
): Promise<Result<ReadingId, AgainRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<ReadingId, AgainRefusal>> => {
    const document = await findDocument(tx, request.fileId)
    if (!document) return refuse({ kind: 'not-found' })
    if (!request.formKey) return refuse({ kind: 'form-expired' })
    const { partnershipId } = by
    const now = world.now()
    const id = world.newId<'reading'>()
    const earlier = await useFormKey(tx, partnershipId, request.formKey, id, now)
    if (earlier) return ok(earlier as ReadingId)
    const room = await checkRoom(tx, world, by.partnershipId, document.bytes)
    if (!room.ok) return room

    const fileId = world.newId<'file'>()
    const name = request.name || document.name
    await copyFile(tx, { from: document.id, id: fileId, name, by: by.person.id, now })
    await insertReading(tx, { partnershipId, id, fileId, by: by.person.id, now })
    await recordChange(tx, world, by, {
      what: 'asked to read a document once more',
      subject: { kind: 'reading', id },
      after: { name, bytes: document.bytes },
    })
    return ok(id)
  })
}
