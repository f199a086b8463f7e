import type { MessageId, PartnershipId } from '../../../kernel/id.ts'
import { inScope, type Tx, wholePartnership } from '../../database/index.ts'
import type { World } from '../../world.ts'
import { recordAddressRefusal } from '../delivery.store.ts'
import { insertFate } from '../fate.store.ts'
import { type NoReport, type Report, readReport } from './read-report.ts'
import { findAddressee, findPartnershipThatMailed, insertDelay } from './returned.store.ts'
import { isOfAddress, whyReturned } from './why-returned.ts'

/** Mail servers give up within a week; a report about an older mail is not believed. */
const BELIEVED_FOR = Temporal.Duration.from({ hours: 24 * 30 })

/** What was done about a mail: noted; noted before (`known`); or nothing, and why. */
export type TakenReport = 'returned' | 'delayed' | 'known' | 'not-ours' | NoReport

/**
 * Reads a mail that came back to us, and notes what it says of a message that was sent: that it was returned, or is delayed. A returned
 * one shows as not delivered wherever it stands. Whoever knows the id of a message could have written the report: all he brings about
 * is that this one message shows so.
 */
export async function takeReport(world: World, content: Uint8Array): Promise<TakenReport> {
  const report = await readReport(content)
  if (report.kind !== 'returned' && report.kind !== 'delayed') return report.kind
  for (const id of report.about) {
    const partnershipId = await findPartnershipThatMailed(world.db, id, world.now().subtract(BELIEVED_FOR))
    if (partnershipId) {
      const isNoted = await inScope(world.db, wholePartnership(partnershipId), (tx) =>
        note(tx, { id, partnershipId }, report, world.now()),
      )
      return isNoted ? report.kind : 'known'
    }
  }
  return 'not-ours'
}

type Of = { readonly id: MessageId; readonly partnershipId: PartnershipId }

async function note(
  tx: Tx,
  of: Of,
  { kind, status }: Extract<Report, { readonly status: string }>,
  at: Temporal.Instant,
): Promise<boolean> {
  if (kind === 'delayed') return insertDelay(tx, of.partnershipId, of.id, { status, at })
  const isNew = await insertFate(tx, of, { kind, status, at })
  const addressee = isNew && isOfAddress(status) ? await findAddressee(tx, of.id) : null
  if (addressee) await recordAddressRefusal(tx, { ...of, ...addressee }, `${status}, ${whyReturned(status)}`, at)
  return isNew
}
