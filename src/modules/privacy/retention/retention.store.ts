import { type Kysely, sql } from 'kysely'
import type { PartnershipId, PersonId } from '../../../kernel/id.ts'
import type { DB, Tx } from '../../../platform/database/index.ts'
import { type Periods, parseKind, RETENTION, type RetentionKind } from './retention.ts'

/** The periods in force. */
export async function findPeriods(tx: Tx): Promise<Periods> {
  const rows = await tx
    .selectFrom('retention_period')
    .distinctOn('kind')
    .select(['kind', 'days'])
    .orderBy('kind')
    .orderBy('set_at', 'desc')
    .execute()
  const chosen = new Map(rows.map(({ kind, days }) => [parseKind(kind), days]))
  const days = (kind: RetentionKind) => chosen.get(kind) ?? RETENTION[kind].days
  return {
    messages: days('messages'),
    invitations: days('invitations'),
    'update-links': days('update-links'),
    'left-contact': days('left-contact'),
    lists: days('lists'),
    'form-receipts': days('form-receipts'),
  }
}

export async function insertPeriod(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { kind: RetentionKind; days: number; setBy: PersonId; setAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('retention_period')
    .values({
      partnership_id: partnershipId,
      kind: of.kind,
      days: of.days,
      set_by: of.setBy,
      set_at: of.setAt.toString(),
    })
    .execute()
}

/** Forgets what of a kind is older than a moment; gives how many rows it concerned. */
export async function forgetBefore(
  tx: Tx,
  kind: RetentionKind,
  moment: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select forget_before(${kind}, ${moment.toString()}, ${now.toString()}) as rows`.execute(tx)
  return Number(rows[0]?.rows ?? 0)
}

/** Forgets sessions and codes that ended before a moment, and wrong tries, of the whole installation. */
export async function forgetSignInsBefore(db: Kysely<DB>, moment: Temporal.Instant): Promise<void> {
  await sql`select forget_sign_ins_before(${moment.toString()})`.execute(db)
}
