import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { findFile } from '../../../../platform/files.store.ts'
import { type Answer, notFound, type Route, route } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { member, type Visitor } from '../../../people/index.ts'
import { findAction } from '../../../plan/index.ts'
import { mayReport } from '../../programme.access.ts'
import { findEvidence } from '../evidence.store.ts'

/** Hands out evidence of sent updates, and a lead's own before, as a download, never shown by our pages: a hostile file stays a file. */
export function downloadFileRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/files/:fileId',
      access: member,
      answer: async ({ visitor, params }) => {
        const fileId = parseId<'file'>(params.fileId ?? '')
        if (!fileId) return notFound
        return inScope(world.db, visitor.partnershipId, async (tx): Promise<Answer> => {
          const evidence = await findEvidence(tx, fileId)
          const action = evidence && (await findAction(tx, evidence.actionId))
          const mayHave = action && (evidence.isSent || mayReport(visitor, action))
          const file = mayHave ? await findFile(tx, fileId) : null
          return file
            ? { kind: 'file', name: file.name, type: 'application/octet-stream', content: file.content }
            : notFound
        })
      },
    }),
  ]
}
