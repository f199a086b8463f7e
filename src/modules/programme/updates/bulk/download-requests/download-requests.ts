import { inScope } from '../../../../../platform/database/index.ts'
import { today, type World } from '../../../../../platform/world.ts'
import { holdsEverywhere, type Member } from '../../../../people/index.ts'
import {
  findOpenUpdatesOfAll,
  findOpenUpdatesOfLead,
  findOpenUpdatesStoodInFor,
} from '../../my-updates/my-updates.store.ts'
import { signedIn } from '../../update-writer.ts'
import { findUpdateView, type UpdateView } from '../../write-update/update-view.ts'
import { MOST_REQUESTS } from '../answer-columns.ts'

/** Whose requests: the visitor's own with those they stand in for, or all that a manager may write. */
export type Whose = 'mine' | 'all'

/** How many requests wait for whoever asks; `all` is null for whoever may write for their own leads alone. */
export async function countRequests(
  world: World,
  by: Member,
): Promise<{ readonly mine: number; readonly all: number | null }> {
  return inScope(world.db, by, async (tx) => {
    const open = await findOpenUpdatesOfLead(tx, by.person.id, { today: today(world), atMost: 1 })
    const stoodInFor = await findOpenUpdatesStoodInFor(tx, by, today(world))
    const all = holdsEverywhere(by, 'write-updates') ? await findOpenUpdatesOfAll(tx, today(world), 1) : null
    return { mine: open.found + stoodInFor.found, all: all?.found ?? null }
  })
}

/** The first requests that wait, the soonest due first; without those of a plan whose year is closed. */
export async function findRequests(world: World, by: Member, whose: Whose): Promise<readonly UpdateView[]> {
  const atMost = MOST_REQUESTS
  const points = await inScope(world.db, by, async (tx) => {
    if (whose === 'all' && holdsEverywhere(by, 'write-updates')) {
      return (await findOpenUpdatesOfAll(tx, today(world), atMost)).updates
    }
    const open = await findOpenUpdatesOfLead(tx, by.person.id, { today: today(world), atMost })
    const stoodInFor = await findOpenUpdatesStoodInFor(tx, by, today(world))
    return [...open.updates, ...stoodInFor.updates].slice(0, atMost)
  })
  const views: UpdateView[] = []
  for (const { pointId } of points) {
    const view = await findUpdateView(world, signedIn(by), pointId)
    if (view?.isTheirs && !view.closing) views.push(view)
  }
  return views
}
