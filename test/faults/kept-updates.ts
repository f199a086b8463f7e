import type { Client } from 'pg'
import { receiptKeyOf } from '../support/receipt-key.ts'
import { fieldsOf, type Told, type ToldUpdate } from './told-updates.ts'

/**
 * What the database is wrong about: each of these forms must be there exactly once, with one audit entry, and its words
 * in the draft unless a later form of the same duty took their place.
 */
export async function wrongsOf(client: Client, told: readonly ToldUpdate[]): Promise<readonly string[]> {
  const lastByPoint = new Map(told.map((update) => [update.pointId, update]))
  const { rows } = await client.query<Kept>(COUNT, [
    told.map(({ key }) => key),
    told.map(({ pointId }) => pointId),
    told.map((update) => receiptKeyOf(fieldsOf(update))),
  ])
  const keptByKey = new Map(rows.map((row) => [row.key, row]))
  return told.flatMap((update) => {
    const kept = keptByKey.get(update.key)
    if (!kept) throw new Error(`The check did not look for ${update.key}`)
    const isLast = lastByPoint.get(update.pointId) === update
    const wrongs = [
      kept.receipts === 1 ? null : `has ${kept.receipts} receipts`,
      update.step === 'save' || kept.sent === 1 ? null : `is kept ${kept.sent} times`,
      (update.step === 'save' ? kept.entries_saved : kept.entries_sent) === 1 ? null : 'has not one audit entry',
      !isLast || kept.draft === update.narrative ? null : `left the draft as: ${kept.draft}`,
    ].filter((wrong) => wrong !== null)
    return wrongs.map((wrong) => `${update.step} of ${update.pointId} ${wrong}`)
  })
}

/** As {@link wrongsOf}, before anything is sent again: a form that was cut off may have come in or not, so its duty waits. */
export function wrongsOfAcknowledged(client: Client, { acknowledged, unanswered }: Told): Promise<readonly string[]> {
  const inDoubt = new Set(unanswered.map(({ pointId }) => pointId))
  return wrongsOf(
    client,
    acknowledged.filter(({ pointId }) => !inDoubt.has(pointId)),
  )
}

type Kept = {
  readonly key: string
  readonly receipts: number
  readonly sent: number
  readonly entries_sent: number
  readonly entries_saved: number
  readonly draft: string | null
}

const COUNT = `
  select told.key,
    (select count(*)::int from form_receipt receipt where receipt.key = told.receipt::uuid) as receipts,
    (select count(*)::int from update_submission sent
      where sent.point_id = told.point::uuid and sent.narrative like '%' || told.key) as sent,
    (select count(*)::int from audit_entry entry join audit_detail on entry_id = entry.id
      where entry.subject_id = told.point::uuid and entry.what = 'sent an update'
      and audit_detail.content::json->'after'->>'narrative' like '%' || told.key) as entries_sent,
    (select count(*)::int from audit_entry entry where entry.subject_id = told.point::uuid
      and entry.what = 'saved a draft update') as entries_saved,
    (select draft.narrative from update_draft draft where draft.point_id = told.point::uuid) as draft
  from unnest($1::text[], $2::text[], $3::text[]) as told (key, point, receipt)`
