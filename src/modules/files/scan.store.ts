import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { FileId, Id, PartnershipId } from '../../kernel/id.ts'
import { type DB, instantFrom, type Tx } from '../../platform/database/index.ts'
import type { Scan } from './scan-state.ts'

export async function insertScan(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { readonly id: Id<'file-scan'>; readonly fileId: FileId } & Scan,
): Promise<void> {
  await tx
    .insertInto('file_scan')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      file_id: of.fileId,
      scanned_at: of.at.toString(),
      outcome: of.outcome,
      scanner: of.scanner,
      words: of.words,
    })
    .execute()
}

/** The scan that decides for each file, or else its last try; files never scanned are missing. */
export async function findLastScans(tx: Tx, fileIds: readonly FileId[]): Promise<ReadonlyMap<FileId, Scan>> {
  if (fileIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('file_scan')
    .distinctOn('file_id')
    .select(['file_id', 'scanned_at', 'outcome', 'scanner', 'words'])
    .where('file_id', 'in', fileIds)
    .orderBy('file_id')
    .orderBy(sql`outcome in ('clean', 'found')`, 'desc')
    .orderBy('scanned_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.file_id as FileId, scanFrom(row)]))
}

/** Files of any partnership whose scan is due, those handed over first at the front. */
export async function findFilesToScan(
  db: Kysely<DB>,
  now: Temporal.Instant,
  most: number,
): Promise<readonly { readonly partnershipId: PartnershipId; readonly fileId: FileId }[]> {
  const { rows } = await sql<{ partnership_id: string; file_id: string }>`
    select partnership_id, file_id from files_to_scan(${now.toString()}, ${most})`.execute(db)
  return rows.map((row) => ({ partnershipId: row.partnership_id as PartnershipId, fileId: row.file_id as FileId }))
}

export type FileKeptAway = {
  readonly fileId: FileId
  readonly name: string
  readonly addedAt: Temporal.Instant
  readonly addedBy: string | null
  readonly last: Scan | null
}

/** Files that are not clean, those with something in them first; at most `most`. */
export async function findFilesNotClean(tx: Tx, most: number): Promise<readonly FileKeptAway[]> {
  const rows = await tx
    .selectFrom('stored_file')
    .leftJoin('person', 'person.id', 'stored_file.added_by')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('file_scan')
          .select(['scanned_at', 'outcome', 'scanner', 'words'])
          .whereRef('file_scan.file_id', '=', 'stored_file.id')
          .orderBy(sql`outcome in ('clean', 'found')`, 'desc')
          .orderBy('scanned_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['stored_file.id', 'stored_file.name', 'added_at', 'person.name as added_by_name'])
    .select(['scanned_at', 'outcome', 'scanner', 'words'])
    .where((is) => is.or([is('outcome', 'is', null), is('outcome', '<>', 'clean')]))
    .orderBy(sql`outcome is not distinct from 'found'`, 'desc')
    .orderBy('added_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    fileId: row.id as FileId,
    name: row.name,
    addedAt: instantFrom(row.added_at),
    addedBy: row.added_by_name,
    last: row.outcome && row.scanned_at ? scanFrom({ ...row, outcome: row.outcome, scanned_at: row.scanned_at }) : null,
  }))
}

/** How many files the scanner found something in. */
export async function countFilesFound(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('file_scan as found')
    .select((of) => of.fn.count<string>('file_id').distinct().as('files'))
    .where('outcome', '=', 'found')
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('file_scan as later')
            .select('later.id')
            .whereRef('later.file_id', '=', 'found.file_id')
            .whereRef('later.scanned_at', '>', 'found.scanned_at')
            .where('later.outcome', '=', 'clean'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(row.files)
}

type ScanRow = {
  readonly scanned_at: string
  readonly outcome: string
  readonly scanner: string | null
  readonly words: string | null
}

function scanFrom(row: ScanRow): Scan {
  return {
    at: instantFrom(row.scanned_at),
    outcome: row.outcome as Scan['outcome'],
    scanner: row.scanner,
    words: row.words,
  }
}
