import { dayOf, endOfDay, longDay } from '../../../kernel/day.ts'
import type { PartnershipId, PersonId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Message, queueMessages } from '../../../platform/messages/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { findPartnershipName } from '../../people/index.ts'
import { insertUpdateLinks, type NewUpdateLink } from '../updates/by-link/update-link.store.ts'
import { findWantedReports } from './asking.store.ts'
import { findClosedPeriods } from './calendar.store.ts'
import { newUpdateLink } from './new-link.ts'
import { factsOfRequests } from './plan-requests.ts'
import { momentToSend } from './quiet-hours.ts'
import { findLeadsOfActions } from './recipient.store.ts'
import { closedDays } from './working-days.ts'

/** There is time to mend it, however late it came back. */
const LEAST_DAYS = 14

export type SentBack = {
  readonly pointId: ReportingPointId
  readonly submissionId: SubmissionId
  readonly note: string
  readonly by: { readonly id: PersonId; readonly name: string }
}

/**
 * Tells those who write an update that it came back, with the note and a fresh link; links they had open it too. The ladder goes on
 * from where it was. Like every message about a report it goes out in the hours of work.
 */
export async function tellSentBack(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  { pointId, submissionId, note, by }: SentBack,
): Promise<void> {
  const [request] = await factsOfRequests(tx, await findWantedReports(tx, { pointIds: [pointId] }))
  if (!request) return
  const on = today(world)
  const leads = (await findLeadsOfActions(tx, [request.actionId], on)).get(request.actionId) ?? []
  const told = new Map(leads.filter(({ personId }) => personId !== by.id).map((lead) => [lead.personId, lead]))
  const expiresAt = endOfDay(latest(request.window.closesOn, on.add({ days: LEAST_DAYS })))
  const notBefore = momentToSend(world.now(), closedDays(await findClosedPeriods(tx)))
  const partnership = await findPartnershipName(tx)
  const links: NewUpdateLink[] = []
  const messages = [...told.values()].flatMap(({ personId, name, email }): readonly Message[] => {
    if (email === null) return []
    const key = `sent-back/${submissionId}/${personId}`
    const { address, link } = newUpdateLink(world, partnershipId, { pointId, personId, expiresAt, messageKey: key })
    links.push(link)
    return [
      {
        key,
        channel: 'mail',
        to: email,
        toName: name,
        personId,
        purpose: 'sent-back',
        subject: `Sent back: the update due on ${longDay(request.dueOn)}`,
        text: [
          `${name},`,
          `${by.name} sent the update on this action back, with a note: “${note}”`,
          `${[request.ref, request.text].filter(Boolean).join(' ')}\nDue ${longDay(request.dueOn)}.\n${address}`,
          `The link opens this one update, without an account, until the end of ${longDay(dayOf(expiresAt))}. Whoever has it can write in your name: pass it to nobody.`,
          `You get this because of your part in the plans of ${partnership}.`,
        ].join('\n\n'),
        secret: true,
        notBefore,
        expiresAt,
      },
    ]
  })
  await queueMessages(tx, world, partnershipId, messages)
  await insertUpdateLinks(tx, partnershipId, links, world.now())
}

function latest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b
}
