import { setTimeout as wait } from 'node:timers/promises'
import { inScope } from '../../../platform/database/index.ts'
import { neverTwice, takingTurns } from '../../../platform/taking-turns.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { saveProgress, type Work } from './work.store.ts'

/** Work whose worker has said nothing for this long was lost (a crash, a power cut) and may be taken again. */
export const LOST_AFTER = Temporal.Duration.from({ minutes: 1 })

const inTurn = takingTurns()
const once = neverTwice()

/**
 * Does work behind the pages. A process opens one document at a time, whatever for, so that many at once leave room for pages, and
 * people take turns.
 */
export function inBackground(by: Member, id: string, work: () => Promise<void>): Promise<void> {
  return once(id, () => inTurn(by.person.id, work))
}

type Watched = { readonly outcome: { readonly kind: string }; readonly lastHeardAt: Temporal.Instant }

/** Whether nobody is at unfinished work any more. */
export function isLost({ outcome, lastHeardAt }: Watched, now: Temporal.Instant): boolean {
  if (outcome.kind !== 'unfinished') return false
  return Temporal.Instant.compare(lastHeardAt.add(LOST_AFTER), now) < 0
}

/** Most documents are read in less; then the visitor goes straight to the result. */
const WORTH_WAITING_MS = 1500

/** Waits for work as long as a page may; it goes on behind it. */
export async function soon(work: Promise<void>): Promise<void> {
  await Promise.race([work, wait(WORTH_WAITING_MS, null, { ref: false })])
}

/** How far work is matters to the person who watches; the database may be away for a moment without harm to the work itself. */
export function progressOf(
  world: World,
  by: Member,
  work: Work,
  id: string,
): (stage: string, fraction: number) => void {
  return (stage, fraction) => {
    inScope(world.db, by, (tx) => saveProgress(tx, work, id, world.now(), { stage, fraction })).catch(() => undefined)
  }
}
