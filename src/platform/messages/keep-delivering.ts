import { type Going, keepDoing } from '../jobs/index.ts'
import type { Log } from '../log.ts'
import type { World } from '../world.ts'
import type { Carriers } from './carrier.ts'
import { deliverMessages } from './deliver-messages.ts'
import { learnFates } from './learn-fates.ts'

const PAUSES = { pauseMs: 2_000, afterTroubleMs: 15_000 }

/** Hands messages over for as long as the process lives; every process of an installation may do so. */
export function keepDelivering(world: World, carriers: Carriers, log: Log): Going {
  return keepDoing(
    async (isToStop) => {
      const counts = Object.entries(await deliverMessages(world, carriers, isToStop)).filter(([, count]) => count > 0)
      if (counts.length > 0) log.info({ messages: Object.fromEntries(counts) }, 'Messages were handed over')
    },
    PAUSES,
    log,
    'Messages could not be handed over. They are kept, and tried again.',
  )
}

const EVERY_QUARTER = { pauseMs: 15 * 60_000, afterTroubleMs: 15 * 60_000 }

/** Learns what became of messages that were sent, for as long as the process lives. */
export function keepLearningFates(world: World, carriers: Carriers, log: Log): Going {
  return keepDoing(
    async (isToStop) => {
      const learnt = await learnFates(world, carriers, isToStop)
      if (learnt > 0) log.info({ learnt }, 'It is known of these messages whether they arrived')
    },
    EVERY_QUARTER,
    log,
    'What became of messages could not be learnt. It is asked again.',
  )
}
