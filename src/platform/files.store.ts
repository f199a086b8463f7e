import type { FileId, PartnershipId, PersonId } from '../kernel/id.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { Tx } from './database/index.ts'
import type { UploadedFile } from './http/form.ts'

export type StoredFile = {
  readonly id: FileId
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Keeps a file whole, as it was handed over, with the sum that proves it. */
export async function insertFile(
  tx: Tx,
  of: { partnershipId: PartnershipId; id: FileId; file: UploadedFile; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      name: of.file.name.slice(-200),
      media_type: of.file.type,
      bytes: of.file.content.byteLength,
      sha256: sha256(of.file.content),
      content: viewOf(of.file.content),
      added_at: of.now.toString(),
      added_by: of.by,
    })
    .execute()
}

export async function findFile(tx: Tx, id: FileId): Promise<(StoredFile & { readonly content: Buffer }) | null> {
  const row = await tx
    .selectFrom('stored_file')
    .select(['name', 'media_type', 'bytes', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id, name: row.name, mediaType: row.media_type, bytes: row.bytes, content: row.content } : null
}

/** The same bytes as the driver takes them, and no copy: twenty large documents may come at once. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
