import { inScope } from '../../../platform/database/index.ts'
import { page, type Route, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { findFilesNotClean } from '../scan.store.ts'
import { mayOpen, scanState } from '../scan-state.ts'
import { keptAwayPage } from './kept-away.page.tsx'

const MOST = 200

/** The manager's list of files that nobody may open, and why. */
export function keptAwayRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/files',
      access: may('see-files-kept-away'),
      answer: async ({ visitor }) => {
        const found = await inScope(world.db, visitor, (tx) => findFilesNotClean(tx, MOST))
        const hasScanner = world.scanner !== undefined
        const files = found
          .map(({ last, ...file }) => ({ ...file, scan: scanState(last, hasScanner) }))
          .filter(({ scan }) => !mayOpen(scan))
        return page(keptAwayPage(visitor, { files, hasScanner, isWhole: found.length < MOST }))
      },
    }),
  ]
}
