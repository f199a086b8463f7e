import { sql } from 'kysely'
import type { FileId, PartnershipId, PersonId } from '../../kernel/id.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type FileKindKey, fileKind, parseFileKind } from './file-kinds.ts'
import type { ReceivedFile } from './receive-file.ts'
import { safeFileName } from './safe-file-name.ts'

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

/** A stored file again, as another of its own: the same bytes, kept apart from whatever becomes of the first. */
export async function copyFile(
  tx: Tx,
  of: { from: FileId; id: FileId; name: string; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('stored_file')
    .columns([
      'partnership_id',
      'id',
      'name',
      'kind',
      'media_type',
      'bytes',
      'sha256',
      'content',
      'added_at',
      'added_by',
    ])
    .expression((select) =>
      select
        .selectFrom('stored_file')
        .select((file) => [
          'partnership_id',
          file.val(of.id).$castTo<string>().as('id'),
          file.val(safeFileName(of.name)).as('name'),
          'kind',
          'media_type',
          'bytes',
          'sha256',
          'content',
          file.cast(file.val(of.now.toString()), 'timestamptz').as('added_at'),
          file.cast(file.val(of.by), 'uuid').as('added_by'),
        ])
        .where('id', '=', of.from),
    )
    .execute()
}

/** How many bytes of files a partnership keeps; until the transaction ends, whoever else asks waits, so that two do not share one gap. */
export async function countStoredBytes(tx: Tx, partnershipId: PartnershipId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stored_file ${partnershipId}`}, 0))`.execute(tx)
  const { bytes } = await tx
    .selectFrom('stored_file')
    .select(({ fn }) => fn.sum<string | null>('bytes').as('bytes'))
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
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
