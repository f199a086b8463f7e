import { dayOf, endOfDay, longDay } from '../../../../kernel/day.ts'
import type { PartnershipId, PersonId, ReportingPointId } from '../../../../kernel/id.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { queueMessage } from '../../../../platform/messages/index.ts'
import { today, type World } from '../../../../platform/world.ts'
import { findPartnershipName } from '../../../people/index.ts'
import { insertUpdateLinks, revokeLinks } from '../../updates/by-link/update-link.store.ts'
import { findClosing } from '../../year-end/disposal.store.ts'
import { findWantedReports } from '../asking.store.ts'
import { newUpdateLink } from '../new-link.ts'
import { factsOfRequests } from '../plan-requests.ts'
import { isLeadOrDeputy } from '../recipient.store.ts'

/** A link asked for late still leaves time to write. */
const LEAST_DAYS = 14

export type LinkWanted = {
  readonly pointId: ReportingPointId
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string | null }
}

/**
 * Mails somebody a fresh link to an update that is asked of them, at once, and takes back those they had.
 *
 * @returns false where nothing is sent: the update is not asked of them any more, no address of theirs is known, or the plan is closed
 */
export async function sendLink(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  { pointId, person }: LinkWanted,
): Promise<boolean> {
  const [request] = await factsOfRequests(tx, await findWantedReports(tx, { pointIds: [pointId] }))
  if (!request || person.email === null || (await findClosing(tx, request.planId))) return false
  if (!(await isLeadOrDeputy(tx, request.actionId, person.id, today(world)))) return false
  const now = world.now()
  await revokeLinks(tx, { pointId, personId: person.id }, now)
  const expiresAt = later(endOfDay(request.window.closesOn), endOfDay(today(world).add({ days: LEAST_DAYS })))
  const key = `update-link/${world.newId()}`
  const of = { pointId, personId: person.id, expiresAt, messageKey: key }
  const { address, link } = newUpdateLink(world, partnershipId, of)
  const what = [request.ref, request.text].filter(Boolean).join(' ')
  const partnership = await findPartnershipName(tx)
  await queueMessage(tx, world, partnershipId, {
    key,
    channel: 'mail',
    to: person.email,
    toName: person.name,
    personId: person.id,
    purpose: 'update-link',
    subject: `Your new link: the update due on ${longDay(request.dueOn)}`,
    text: [
      `${person.name},`,
      'Here is a new link to write the update on this action. Links you had to it before open nothing any more.',
      `${what}\nDue ${longDay(request.dueOn)}.\n${address}`,
      `It opens this one update, without an account, until the end of ${longDay(dayOf(expiresAt))}. Whoever has it can write in your name: pass it to nobody.`,
      `You get this because of your part in the plans of ${partnership}.`,
    ].join('\n\n'),
    secret: true,
    expiresAt,
  })
  await insertUpdateLinks(tx, partnershipId, [link], now)
  return true
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
