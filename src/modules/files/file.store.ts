import type { FileId, PartnershipId, PersonId } from '../../kernel/id.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type FileKindKey, fileKind, parseFileKind } from './file-kinds.ts'
import type { ReceivedFile } from './receive-file.ts'

export type StoredFile = {
  readonly id: FileId
  readonly name: string
  /** by its content; null when nobody looked, or nobody knows */
  readonly kind: FileKindKey | null
  readonly bytes: number
}

/** Keeps a file whole, as it was handed over, with the sum that proves it. */
export async function insertFile(
  tx: Tx,
  of: { partnershipId: PartnershipId; id: FileId; file: ReceivedFile; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  const { name, kind, content } = of.file
  await tx
    .insertInto('stored_file')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      name,
      kind,
      media_type: kind ? fileKind(kind).mediaType : 'application/octet-stream',
      bytes: content.byteLength,
      sha256: sha256(content),
      content: viewOf(content),
      added_at: of.now.toString(),
      added_by: of.by,
    })
    .execute()
}

export async function findFile(tx: Tx, id: FileId): Promise<(StoredFile & { readonly content: Buffer }) | null> {
  const row = await tx
    .selectFrom('stored_file')
    .select(['name', 'kind', 'bytes', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id, name: row.name, kind: parseFileKind(row.kind), bytes: row.bytes, content: row.content } : null
}

/** The same bytes as the driver takes them, and no copy: twenty large documents may come at once. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
