import { type FileId, parseId } from '../../../../kernel/id.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { downloadName, fileKind, findFile, findScanStates, mayOpen, type StoredFile } from '../../../files/index.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findAction } from '../../../plan/index.ts'
import { mayReport } from '../../reporters.ts'
import { findEvidence } from '../evidence.store.ts'
import { notOpenedPage } from './not-opened.page.tsx'

/**
 * Hands out evidence of sent updates, and a lead's own before. Pictures show in the browser; all else is a download, under a
 * type that nothing opens by itself: a hostile file stays a file.
 */
export function downloadFileRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/files/:fileId',
      access: may('read-plans'),
      answer: async ({ visitor, params }) => {
        const fileId = parseId<'file'>(params.fileId ?? '')
        if (!fileId) return notFound
        return inScope(world.db, visitor, (tx) => handOut(world, tx, visitor, fileId))
      },
    }),
  ]
}

async function handOut(world: World, tx: Tx, visitor: Member, fileId: FileId): Promise<Answer> {
  const evidence = await findEvidence(tx, fileId)
  const action = evidence && (await findAction(tx, evidence.actionId))
  if (!action || !(evidence.isSent || (await mayReport(tx, visitor, action)))) return notFound
  const state = (await findScanStates(tx, world, [fileId]))(fileId)
  if (!mayOpen(state)) return page(notOpenedPage(visitor, { actionId: action.id, state }), 403)
  const file = await findFile(tx, fileId)
  return file ? fileAnswer(file) : notFound
}

function fileAnswer({ name, kind, content }: StoredFile & { readonly content: Uint8Array }): Answer {
  const known = kind && fileKind(kind)
  const inline = known?.isPicture === true
  const type = known && inline ? known.mediaType : 'application/octet-stream'
  return { kind: 'file', name: downloadName(name, kind), type, content, inline, isHandedOver: true }
}
