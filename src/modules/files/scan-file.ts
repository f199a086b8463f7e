import { setTimeout as wait } from 'node:timers/promises'
import type { FileId, PartnershipId } from '../../kernel/id.ts'
import { inScope, type Tx, wholePartnership } from '../../platform/database/index.ts'
import type { Scanned } from '../../platform/scanner/scanner.ts'
import type { World } from '../../platform/world.ts'
import { recordChange } from '../audit/index.ts'
import { findFile, type StoredFile } from './file.store.ts'
import { findLastScans, insertScan } from './scan.store.ts'
import { mayOpen, type Scan, type ScanState, scanState } from './scan-state.ts'

/** Has a file scanned and keeps the answer. Does nothing where no scanner is set, or no such file is. */
export async function scanFile(world: World, partnershipId: PartnershipId, fileId: FileId): Promise<void> {
  const { scanner } = world
  const file = scanner && (await inScope(world.db, wholePartnership(partnershipId), (tx) => findFile(tx, fileId)))
  if (!scanner || !file) return
  const scanned = await scanner.scan(file.content)
  await inScope(world.db, wholePartnership(partnershipId), (tx) => keepAnswer(world, tx, partnershipId, file, scanned))
}

/** Most files are scanned in less; a page waits no longer, and the scan goes on behind it. */
const WORTH_WAITING_MS = 1500

/** As {@link scanFile}, for a page: what takes longer, or fails, is left to the work that asks again. */
export async function scanSoon(world: World, partnershipId: PartnershipId, fileId: FileId): Promise<void> {
  const scan = scanFile(world, partnershipId, fileId).catch(() => undefined)
  await Promise.race([scan, wait(WORTH_WAITING_MS, null, { ref: false })])
}

/** How each of some files stands with the scanner. */
export async function findScanStates(
  tx: Tx,
  world: Pick<World, 'scanner'>,
  fileIds: readonly FileId[],
): Promise<(fileId: FileId) => ScanState> {
  const scans = await findLastScans(tx, fileIds)
  return (fileId) => scanState(scans.get(fileId) ?? null, world.scanner !== undefined)
}

/** Why a document may not be read, in a sentence; null when it may. It is scanned first when it was not yet. */
export async function refusalToRead(
  world: World,
  partnershipId: PartnershipId,
  file: Pick<StoredFile, 'id' | 'name'>,
): Promise<string | null> {
  const stateNow = () =>
    inScope(world.db, wholePartnership(partnershipId), async (tx) =>
      (await findScanStates(tx, world, [file.id]))(file.id),
    )
  const before = await stateNow()
  if (mayOpen(before)) return null
  if (before.kind !== 'found') await scanFile(world, partnershipId, file.id)
  const state = await stateNow()
  if (mayOpen(state)) return null
  return state.kind === 'found'
    ? `The virus scanner found ${state.what} in ${file.name}, so it was not read. Tell the person who gave you the file.`
    : `The virus scanner could not be asked about ${file.name}, so it was not read. Hand it over again in a few minutes.`
}

async function keepAnswer(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  file: StoredFile,
  scanned: Scanned,
): Promise<void> {
  await insertScan(tx, partnershipId, { id: world.newId(), fileId: file.id, ...scanFrom(scanned, world.now()) })
  if (scanned.kind !== 'clean' && scanned.kind !== 'found') return
  await recordChange(
    tx,
    world,
    { partnershipId, person: { id: null, name: 'Trellis' } },
    {
      what: scanned.kind === 'clean' ? 'had a file scanned and found it clean' : 'kept a file away that is not safe',
      subject: { kind: 'file', id: file.id },
      after: { name: file.name, scanner: scanned.by, ...(scanned.kind === 'found' && { found: scanned.what }) },
    },
  )
}

function scanFrom(scanned: Scanned, at: Temporal.Instant): Scan {
  switch (scanned.kind) {
    case 'clean':
      return { at, outcome: 'clean', scanner: scanned.by, words: null }
    case 'found':
      return { at, outcome: 'found', scanner: scanned.by, words: scanned.what }
    case 'refused':
      return { at, outcome: 'refused', scanner: scanned.by, words: scanned.why }
    case 'not-reached':
      return { at, outcome: 'not-reached', scanner: null, words: scanned.why }
  }
}
