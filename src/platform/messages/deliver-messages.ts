import type { PartnershipId } from '../../kernel/id.ts'
import { unreachable } from '../../kernel/result.ts'
import { inScope, type Tx, wholePartnership } from '../database/index.ts'
import type { World } from '../world.ts'
import type { Carriers, HandedOver } from './carrier.ts'
import {
  type BegunAttempt,
  beginAttempt,
  type ClaimedMessage,
  claimMessages,
  endAttempt,
  findPartnershipsWithMessagesDue,
  putOffMessage,
  recordAddressRefusal,
} from './delivery.store.ts'
import { endMessage } from './message.store.ts'
import type { MessageEnd } from './message.ts'
import { nextTry } from './next-try.ts'

/** A message that was taken and not heard of for this long was lost with its worker, and comes due again. */
export const HELD_FOR = Temporal.Duration.from({ minutes: 3 })

/** Handed over side by side; each takes a minute at the longest, which is well below {@link HELD_FOR}. */
const AT_ONCE = 5
const PARTNERSHIPS_AT_ONCE = 100

/** How many messages of a pass ended in each way; `put-off` ones are tried again. */
export type Delivered = Readonly<Record<MessageEnd | 'put-off', number>>

const NONE: Delivered = { sent: 0, kept: 0, refused: 0, 'given-up': 0, expired: 0, withdrawn: 0, 'put-off': 0 }

/**
 * Hands over every message that is due, until none is: partnerships take turns, a handful of messages at a time. Any number of
 * processes may do so at once.
 *
 * @param isToStop  asked between handfuls
 */
export async function deliverMessages(
  world: World,
  carriers: Carriers,
  isToStop: () => boolean = () => false,
): Promise<Delivered> {
  const counts = { ...NONE }
  for (;;) {
    const partnerships = await findPartnershipsWithMessagesDue(world.db, world.now(), PARTNERSHIPS_AT_ONCE)
    let taken = 0
    for (const partnershipId of partnerships) {
      if (isToStop()) return counts
      const claimed = await claim(world, partnershipId)
      taken += claimed.length
      for (const end of await Promise.all(claimed.map((message) => deliver(world, carriers, message)))) {
        if (end) counts[end] += 1
      }
    }
    if (taken === 0) return counts
  }
}

function claim(world: World, partnershipId: PartnershipId): Promise<readonly ClaimedMessage[]> {
  const now = world.now()
  return inScope(world.db, wholePartnership(partnershipId), (tx) => claimMessages(tx, now, now.add(HELD_FOR), AT_ONCE))
}

type Ended = MessageEnd | 'put-off' | null

async function deliver(world: World, carriers: Carriers, message: ClaimedMessage): Promise<Ended> {
  const { id, partnershipId, expiresAt, channel } = message
  const within = <T>(work: (tx: Tx) => Promise<T>) => inScope(world.db, wholePartnership(partnershipId), work)
  if (expiresAt && Temporal.Instant.compare(expiresAt, world.now()) <= 0) {
    await within((tx) => endMessage(tx, partnershipId, id, 'expired', world.now()))
    return 'expired'
  }
  const carrier = carriers[channel]
  const begun = await within((tx) => beginAttempt(tx, message, carrier.via, world.now()))
  if (!begun) return null
  const known = begun.isAfterUnsure && carrier.askAfter ? await carrier.askAfter(message) : null
  const answer = known ?? (await carrier.handOver(message))
  return within((tx) => settle(tx, world.now(), message, begun, answer))
}

async function settle(
  tx: Tx,
  now: Temporal.Instant,
  message: ClaimedMessage,
  { number, firstAt }: BegunAttempt,
  answer: HandedOver,
): Promise<Ended> {
  const { id, partnershipId, isDemo } = message
  const reference = answer.outcome === 'taken' ? answer.reference : null
  const outcome = answer.outcome === 'kept' ? 'taken' : answer.outcome
  await endAttempt(tx, id, number, { outcome, words: answer.words, reference, at: now })
  switch (answer.outcome) {
    case 'taken':
      await endMessage(tx, partnershipId, id, 'sent', now)
      return 'sent'
    case 'kept':
      await endMessage(tx, partnershipId, id, 'kept', now, isDemo ? 'keep-secret' : 'blank-secret')
      return 'kept'
    case 'refused':
      if (answer.isAddress) await recordAddressRefusal(tx, message, answer.words, now)
      await endMessage(tx, partnershipId, id, 'refused', now)
      return 'refused'
    case 'put-off':
    case 'unsure': {
      const again = nextTry(number, firstAt, now)
      if (again) await putOffMessage(tx, id, again)
      else await endMessage(tx, partnershipId, id, 'given-up', now)
      return again ? 'put-off' : 'given-up'
    }
    default:
      return unreachable(answer)
  }
}
