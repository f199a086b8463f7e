import type { FileId, ReadingId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { sha256 } from '../../../kernel/sha256.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { UploadedFile } from '../../../platform/http/form.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { checkRoom, type FileRefusal, insertFile, receiveFile } from '../../files/index.ts'
import type { Member } from '../../people/index.ts'
import { findEarlierReadings } from '../read-again/earlier-reading.store.ts'
import { insertReading } from '../reading.store.ts'

export type UploadRefusal =
  | { readonly kind: 'no-file' | 'form-expired' }
  /** the same bytes were handed over before, as this file, and are a draft or a plan */
  | { readonly kind: 'known'; readonly fileId: FileId }
  | FileRefusal

/** Keeps the document as handed over and asks for it to be read; the reading itself comes after. */
export async function uploadDocument(
  world: World,
  by: Member,
  request: { file: UploadedFile | null; formKey: string | null },
): Promise<Result<ReadingId, UploadRefusal>> {
  const { formKey } = request
  if (!request.file) return refuse({ kind: 'no-file' })
  if (!formKey) return refuse({ kind: 'form-expired' })
  const received = await receiveFile(request.file, 'document')
  if (!received.ok) return received
  const file = received.value
  return inScope(world.db, by, async (tx): Promise<Result<ReadingId, UploadRefusal>> => {
    const now = world.now()
    const id = world.newId<'reading'>()
    const earlier = await useFormKey(tx, by.partnershipId, formKey, id, now)
    if (earlier) return ok(earlier as ReadingId)

    const [known] = await findEarlierReadings(tx, sha256(file.content))
    if (known) return refuse({ kind: 'known', fileId: known.fileId })
    const room = await checkRoom(tx, world, by.partnershipId, file.content.byteLength)
    if (!room.ok) return room

    const fileId = world.newId<'file'>()
    await insertFile(tx, { partnershipId: by.partnershipId, id: fileId, file, by: by.person.id, now })
    await insertReading(tx, { partnershipId: by.partnershipId, id, fileId, by: by.person.id, now })
    await recordChange(tx, world, by, {
      what: 'uploaded a document to be read',
      subject: { kind: 'reading', id },
      after: { name: file.name, bytes: file.content.byteLength },
    })
    return ok(id)
  })
}
