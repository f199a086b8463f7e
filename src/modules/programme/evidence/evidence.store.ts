import type { ExpressionBuilder } from 'kysely'
import type { ActionId, FileId, PartnershipId, PersonId, ReportingPointId } from '../../../kernel/id.ts'
import { type DB, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { type FileKindKey, findScanStates, parseFileKind, type ScanState } from '../../files/index.ts'

export type Evidence = {
  readonly fileId: FileId
  readonly pointId: ReportingPointId
  readonly name: string
  readonly bytes: number
  /** by its content; null when it was kept before anybody looked */
  readonly kind: FileKindKey | null
  readonly sha256: string
  readonly scan: ScanState
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
  /** an update was sent with it; until then it is the leads' own */
  readonly isSent: boolean
}

export async function insertEvidence(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { id: string; pointId: ReportingPointId; fileId: FileId; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      point_id: of.pointId,
      file_id: of.fileId,
      added_at: of.now.toString(),
      added_by: of.by,
    })
    .execute()
}

/** The files attached at any reporting point of an action, in the order they came. */
export async function findEvidenceOfAction(
  tx: Tx,
  world: Pick<World, 'scanner'>,
  actionId: ActionId,
): Promise<readonly Evidence[]> {
  const rows = await tx
    .selectFrom('evidence')
    .innerJoin('reporting_point', 'reporting_point.id', 'evidence.point_id')
    .innerJoin('stored_file', 'stored_file.id', 'evidence.file_id')
    .innerJoin('person', 'person.id', 'evidence.added_by')
    .select([
      'evidence.file_id',
      'evidence.point_id',
      'stored_file.name',
      'bytes',
      'kind',
      'sha256',
      'evidence.added_at',
    ])
    .select('person.name as added_by_name')
    .select((of) => isSent(of).as('is_sent'))
    .where('reporting_point.action_id', '=', actionId)
    .orderBy('evidence.added_at')
    .limit(500)
    .execute()
  const scanOf = await findScanStates(
    tx,
    world,
    rows.map((row) => row.file_id as FileId),
  )
  return rows.map((row) => ({
    kind: parseFileKind(row.kind),
    sha256: row.sha256,
    scan: scanOf(row.file_id as FileId),
    fileId: row.file_id as FileId,
    pointId: row.point_id as ReportingPointId,
    name: row.name,
    bytes: row.bytes,
    addedAt: instantFrom(row.added_at),
    addedBy: row.added_by_name,
    isSent: Boolean(row.is_sent),
  }))
}

/** The action a file is evidence for, and whether an update was sent with it; null for any other file. */
export async function findEvidence(
  tx: Tx,
  fileId: FileId,
): Promise<{ readonly actionId: ActionId; readonly isSent: boolean } | null> {
  const row = await tx
    .selectFrom('evidence')
    .innerJoin('reporting_point', 'reporting_point.id', 'evidence.point_id')
    .select('reporting_point.action_id')
    .select((of) => isSent(of).as('is_sent'))
    .where('evidence.file_id', '=', fileId)
    .executeTakeFirst()
  return row ? { actionId: row.action_id as ActionId, isSent: Boolean(row.is_sent) } : null
}

/** Whether a file was attached at a reporting point since an update was last sent there. */
export async function hasUnsentEvidence(tx: Tx, pointId: ReportingPointId): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .select('evidence.id')
    .where('evidence.point_id', '=', pointId)
    .where((of) => of.not(isSent(of)))
    .executeTakeFirst()
  return row !== undefined
}

function isSent(of: ExpressionBuilder<DB, 'evidence'>) {
  return of.exists(
    of
      .selectFrom('update_submission')
      .select('update_submission.id')
      .whereRef('update_submission.point_id', '=', 'evidence.point_id')
      .whereRef('update_submission.submitted_at', '>=', 'evidence.added_at'),
  )
}
