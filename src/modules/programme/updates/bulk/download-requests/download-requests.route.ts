import { type Route, redirect, route } from '../../../../../platform/http/route.ts'
import type { World } from '../../../../../platform/world.ts'
import { SHEET_TYPES, writeFormSheet } from '../../../../papers/index.ts'
import { may, type Visitor } from '../../../../people/index.ts'
import { requestSheet } from '../request-sheet.ts'
import { findRequests } from './download-requests.ts'

export function downloadRequestsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/updates/spreadsheet/requests',
      access: may('write-updates'),
      isCostly: true,
      answer: async ({ visitor, query }) => {
        const whose = query.whose === 'all' ? 'all' : 'mine'
        const views = await findRequests(world, visitor, whose)
        if (views.length === 0) return redirect('/updates/spreadsheet')
        return {
          kind: 'file',
          name: whose === 'all' ? 'all-requests.xlsx' : 'my-requests.xlsx',
          type: SHEET_TYPES.xlsx,
          content: await writeFormSheet(requestSheet(views)),
        }
      },
    }),
  ]
}
