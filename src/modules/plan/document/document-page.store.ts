import type { FileId, PartnershipId } from '../../../kernel/id.ts'
import { inBatches, type Tx } from '../../../platform/database/index.ts'
import type { DocumentPage, PageBlock, PageSummary } from './document-page.ts'

export async function insertDocumentPages(
  tx: Tx,
  partnershipId: PartnershipId,
  fileId: FileId,
  pages: readonly DocumentPage[],
): Promise<void> {
  const rows = pages.map((page) => ({
    partnership_id: partnershipId,
    file_id: fileId,
    number: page.number,
    label: page.label,
    first_row: page.firstRow,
    row_count: page.rowCount,
    blocks: JSON.stringify(page.blocks),
  }))
  for (const some of inBatches(rows)) {
    await tx
      .insertInto('document_page')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** What the pages of a document are, without their words; none when they were not kept. */
export async function findPageSummaries(tx: Tx, fileId: FileId): Promise<readonly PageSummary[]> {
  const rows = await tx
    .selectFrom('document_page')
    .select(['number', 'label', 'first_row', 'row_count'])
    .where('file_id', '=', fileId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ number: row.number, label: row.label, firstRow: row.first_row, rowCount: row.row_count }))
}

export async function findPageBlocks(tx: Tx, fileId: FileId, number: number): Promise<readonly PageBlock[]> {
  const row = await tx
    .selectFrom('document_page')
    .select('blocks')
    .where('file_id', '=', fileId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? (row.blocks as unknown as readonly PageBlock[]) : []
}

/** Every page of a document, to be read again. */
export async function findDocumentPages(tx: Tx, fileId: FileId): Promise<readonly Pick<DocumentPage, 'blocks'>[]> {
  const rows = await tx
    .selectFrom('document_page')
    .select('blocks')
    .where('file_id', '=', fileId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ blocks: row.blocks as unknown as readonly PageBlock[] }))
}
