import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { page, type Route, route } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { countFilesFound } from '../../../files/index.ts'
import { findNamesStoodInFor, holds, holdsEverywhere, signedIn, type Visitor } from '../../../people/index.ts'
import { findBeforeWriting } from './before-writing.store.ts'
import { myUpdatesPage } from './my-updates.page.tsx'
import {
  findMissedUpdatesOfLead,
  findOpenUpdatesOfLead,
  findOpenUpdatesStoodInFor,
  findSentUpdatesOfLead,
  findUpdatesToJudge,
  findUpdatesWithoutChair,
} from './my-updates.store.ts'
import { myUpdatesView } from './my-updates-view.ts'

const FLASHES: Readonly<Record<string, string>> = {
  saved: 'Your draft is saved. The chair does not see it until you send it',
  sent: 'Your update is sent',
  corrected: 'Your correction is sent. What was accepted before stands until the chair accepts it',
  accepted: 'The update is accepted',
  returned: 'The update is sent back with your note',
}

export function myUpdatesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/updates',
      access: signedIn,
      answer: async ({ visitor, query }) =>
        inScope(world.db, visitor, async (tx) => {
          const now = today(world)
          const { id } = visitor.person
          const open = await findOpenUpdatesOfLead(tx, id, { today: now })
          const missed = await findMissedUpdatesOfLead(tx, id, now)
          const stoodInFor = await findOpenUpdatesStoodInFor(tx, visitor, now)
          const toWrite = [open, missed, stoodInFor].flatMap(({ updates }) => updates)
          const view = myUpdatesView({
            today: now,
            open,
            missed,
            before: await findBeforeWriting(
              tx,
              toWrite.map(({ actionId }) => actionId),
            ),
            standIn: { names: await findNamesStoodInFor(tx, visitor.standsInFor), open: stoodInFor },
            sent: await findSentUpdatesOfLead(tx, id, now),
            toJudge: [
              await findUpdatesToJudge(tx, visitor.person.id, visitor.chairs, now),
              ...(holdsEverywhere(visitor, 'judge-updates') ? [await findUpdatesWithoutChair(tx, now)] : []),
            ],
          })
          const filesFound = holds(visitor, 'see-files-kept-away') ? await countFilesFound(tx) : 0
          return page(myUpdatesPage(visitor, view, filesFound, valueAt(FLASHES, query.done ?? '') ?? null))
        }),
    }),
  ]
}
