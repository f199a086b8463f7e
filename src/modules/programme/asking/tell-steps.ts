import { endOfDay } from '../../../kernel/day.ts'
import type { ActionId, PartnershipId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'

import { type Message, queueMessages } from '../../../platform/messages/index.ts'

import { today, type World } from '../../../platform/world.ts'
import { findPartnershipName } from '../../people/index.ts'
import { insertUpdateLinks, type NewUpdateLink } from '../updates/by-link/update-link.store.ts'
import { insertTellings, type Telling } from './asking.store.ts'
import { findClosedPeriods } from './calendar.store.ts'
import { type DigestTelling, wordDigest } from './digest-words.ts'
import { newUpdateLink } from './new-link.ts'
import { momentToSend } from './quiet-hours.ts'
import { findManagers } from './recipient.store.ts'
import { type Digest, digestsOf, type LateWarning, type Step, type ToTell } from './tellings.ts'
import { type WayToTell, wayToTell, wordText } from './text-words.ts'
import { closedDays } from './working-days.ts'

/** Queues one message for each person whom some steps concern, with a link for each update they are to write. */
export async function tellSteps(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  steps: readonly Step[],
  warnings: readonly LateWarning[] = [],
): Promise<number> {
  if (steps.length + warnings.length === 0) return 0
  const partnership = await findPartnershipName(tx)
  const notBefore = momentToSend(world.now(), closedDays(await findClosedPeriods(tx)))
  const pageOf = (actionId: ActionId) => `${world.origin}/actions/${actionId}`
  const tellings: Telling[] = []
  const links: NewUpdateLink[] = []
  const messages: Message[] = []
  for (const digest of digestsOf(steps, await findManagers(tx), warnings)) {
    const way = wayToTell(digest)
    const key = way && keyOf(digest)
    tellings.push(...tellingsOf(digest, key))
    if (!way || !key) continue
    const linkOf = (item: ToTell): string => {
      if (item.part !== 'lead') return pageOf(item.step.request.actionId)
      const { pointId, window } = item.step.request
      // It works until the request closes, whatever is sent meanwhile: an update sent back is mended by the same link.
      const expiresAt = endOfDay(window.closesOn)
      const { personId } = digest.to
      const { address, link } = newUpdateLink(world, partnershipId, { pointId, personId, expiresAt, messageKey: key })
      links.push(link)
      return address
    }
    messages.push({
      ...wordsFor(way, digest, { linkOf, pageOf, partnership, on: today(world) }),
      key,
      ...way,
      toName: digest.to.name,
      personId: digest.to.personId,
      purpose: purposeOf(digest),
      secret: digest.items.some(({ part }) => part === 'lead'),
      notBefore,
    })
  }
  const queued = await queueMessages(tx, world, partnershipId, messages)
  if (queued.size < messages.length) throw new Error('A step is told once, and one was told before')
  await insertUpdateLinks(tx, partnershipId, links, world.now())
  await insertTellings(tx, partnershipId, tellings)
  return messages.length
}

function wordsFor({ channel }: WayToTell, digest: Digest, telling: DigestTelling) {
  return channel === 'text' ? wordText(digest, telling) : wordDigest(digest, telling)
}

function tellingsOf({ to, items }: Digest, messageKey: string | null): readonly Telling[] {
  return items.map(({ step: { step, request } }) => ({
    pointId: request.pointId,
    step,
    personId: to.personId,
    messageKey,
  }))
}

/** A step is taken once, so that the first of a digest names it for ever. */
function keyOf({ to, items: [first], warnings: [warning] }: Digest): string {
  if (!first && warning) return `late-wait/${warning.waitId}/${warning.lateSince}/${to.personId}`
  if (!first) throw new Error('A digest tells of something')
  return `${first.step.step}/${first.step.request.pointId}/${to.personId}`
}

function purposeOf({ items }: Digest): string {
  if (items.length === 0) return 'warning'
  if (items.some(({ part }) => part !== 'lead')) return 'escalation'
  return items.every(({ step }) => step.step === 'ask') ? 'asking' : 'reminder'
}
