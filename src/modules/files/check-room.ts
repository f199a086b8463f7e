import type { PartnershipId } from '../../kernel/id.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import { countStoredBytes } from './file.store.ts'
import { fileSize } from './file-size.ts'
import type { FileRefusal } from './receive-file.ts'

/**
 * Whether a partnership may keep so many bytes more. Until the transaction ends, whoever else of it asks waits. Evidence counts and is
 * never asked about: no update is lost for want of room.
 */
export async function checkRoom(
  tx: Tx,
  { mostStoredBytes: most }: Pick<World, 'mostStoredBytes'>,
  partnershipId: PartnershipId,
  bytes: number,
): Promise<Result<null, FileRefusal>> {
  const kept = await countStoredBytes(tx, partnershipId)
  if (kept + bytes <= most) return ok(null)
  const message = `There is no room for this document: your partnership keeps ${fileSize(kept)} of files, and ${fileSize(most)} is the most it may. Ask whoever looks after Trellis for more room`
  return refuse({ kind: 'file-refused', message })
}
