import type { Tx } from '../../../../platform/database/index.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { insertFile } from '../../../files/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { insertEvidence } from '../../evidence/evidence.store.ts'
import { keepPromisedDay } from '../../points/keep-points.ts'
import type { ReportingPoint } from '../../points/point.store.ts'
import { refreshStandings } from '../../points/standing.store.ts'
import { type Draft, saveDraft } from '../draft.store.ts'
import { insertSubmission, insertWithdrawals, type Submission } from '../update.store.ts'
import { saidInWords } from '../update-words.ts'
import type { UpdateWriter } from '../update-writer.ts'
import type { Decided, NewFile } from './submit-update.ts'

/** Writes what was decided of an update, with its audit entry. Words of somebody else that it takes the place of stay in the trail. */
export async function keepWords(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  point: ReportingPoint,
  decided: Decided,
  evidence: NewFile | null,
): Promise<void> {
  if (evidence) await keepEvidence(world, tx, by, point, evidence)
  await saveDraft(tx, by.partnershipId, point.id, decided.said, by.person.id, world.now())
  if (decided.step === 'save') await recordDraft(world, tx, by, point, decided)
  else await send(world, tx, by, point, decided)
}

async function send(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  point: ReportingPoint,
  { said, suggestion, scheme, versions, step, draft }: Decided,
): Promise<void> {
  const { progress, impact } = said
  if (!progress || !impact) throw new Error('An update is sent with both its ratings')
  const corrected = step === 'correct' ? correctedBy(versions) : null
  const now = world.now()
  if (corrected) {
    const waiting = versions.filter(({ verdict, withdrawal }) => !verdict && !withdrawal)
    await insertWithdrawals(tx, by.partnershipId, waiting, { actionId: point.actionId, by: by.person.id, now })
  }
  await insertSubmission(tx, by.partnershipId, {
    id: world.newId<'submission'>(),
    point,
    said: { ...said, progress, impact },
    suggestion,
    scheme,
    corrects: corrected,
    by: by.person.id,
    now,
  })
  await keepPromisedDay(world, tx, by.partnershipId, point.actionId)
  await refreshStandings(tx, by.partnershipId, { actionId: point.actionId })
  await keepAsking(world, tx, by.partnershipId, { actionId: point.actionId })
  const earlier = corrected ?? versions[0] ?? null
  const before = replaced(by, draft) ?? (earlier && saidInWords(earlier))
  await recordChange(tx, world, by, {
    what: corrected ? 'corrected the update' : 'sent an update',
    subject: { kind: 'reporting-point', id: point.id },
    ...(before && { before }),
    after: saidInWords(said),
    ...(corrected && { reason: said.reason }),
  })
}

/** What a correction corrects: the update that was accepted, or else the one that waits. */
function correctedBy(versions: readonly Submission[]): Submission | null {
  const live = versions.filter(({ withdrawal }) => withdrawal === null)
  return live.find(({ verdict }) => verdict?.kind === 'accepted') ?? live[0] ?? null
}

async function recordDraft(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  point: ReportingPoint,
  { said, draft }: Decided,
): Promise<void> {
  const before = replaced(by, draft)
  await recordChange(tx, world, by, {
    what: before && draft ? `saved a draft update in place of ${draft.savedBy.name}’s` : 'saved a draft update',
    subject: { kind: 'reporting-point', id: point.id },
    ...(before && { before, after: saidInWords(said) }),
  })
}

/** The words of somebody else's draft, which this takes the place of. */
function replaced(by: UpdateWriter, draft: Draft | null) {
  return draft && draft.savedBy.id !== by.person.id ? saidInWords(draft) : null
}

async function keepEvidence(
  world: World,
  tx: Tx,
  by: UpdateWriter,
  { id: pointId }: ReportingPoint,
  { id: fileId, file }: NewFile,
): Promise<void> {
  const { partnershipId } = by
  const now = world.now()
  await insertFile(tx, { partnershipId, id: fileId, file, by: by.person.id, now })
  await insertEvidence(tx, partnershipId, { id: world.newId<'evidence'>(), pointId, fileId, by: by.person.id, now })
  await recordChange(tx, world, by, {
    what: 'attached a file',
    subject: { kind: 'reporting-point', id: pointId },
    after: { name: file.name, bytes: file.content.byteLength },
  })
}
