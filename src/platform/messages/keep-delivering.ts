import { type Going, keepDoing } from '../jobs/index.ts'
import type { Log } from '../log.ts'
import type { World } from '../world.ts'
import type { Carriers } from './carrier.ts'
import { deliverMessages } from './deliver-messages.ts'

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
