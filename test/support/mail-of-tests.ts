import type { PartnershipId } from '../../src/kernel/id.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { theHouse } from './visit-house.ts'

export type MailSeen = { readonly to: string; readonly subject: string; readonly text: string; readonly path: string }

/** The mails queued to an address, latest first; `path` is the link in one, without where the house stands. */
export async function mailsTo(partnershipId: PartnershipId, email: string): Promise<readonly MailSeen[]> {
  const { world, settled } = await theHouse()
  await settled()
  const rows = await inScope(world.db, wholePartnership(partnershipId), (tx) =>
    tx
      .selectFrom('message')
      .select(['to_address', 'subject', 'body'])
      .where('to_address', '=', email)
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map(({ to_address: to, subject, body }) => ({
    to,
    subject,
    text: body,
    path: new RegExp(`${world.origin}(/\\S+)`).exec(body)?.[1] ?? '',
  }))
}
