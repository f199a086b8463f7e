import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { readAndShow } from '../upload-document/upload-document.route.ts'
import { findDocument, findEarlierReadings } from './earlier-reading.store.ts'
import { readAgainPage } from './read-again.page.tsx'
import { readAgain } from './read-again.ts'

const URL = '/documents/:fileId/again'

export function readAgainRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: URL,
      access: may('prepare-plans'),
      answer: (visit) => show(world, visit, visit.query.as ?? '', null),
    }),
    route({ method: 'POST', url: URL, access: may('prepare-plans'), answer: (visit) => again(world, visit) }),
  ]
}

async function show(
  world: World,
  { visitor, params }: Visit<Member>,
  as: string,
  problem: string | null,
): Promise<Answer> {
  const fileId = parseId<'file'>(params.fileId ?? '')
  const found =
    fileId &&
    (await inScope(world.db, visitor, async (tx) => {
      const document = await findDocument(tx, fileId)
      return document && { document, earlier: await findEarlierReadings(tx, document.sha256) }
    }))
  if (!found) return notFound
  if (found.earlier.length === 0) return redirect('/documents/new')
  const problems = problem === null ? [] : [{ field: 'again', message: problem }]
  const name = as.slice(0, 200) || found.document.name
  const view = { fileId: found.document.id, name, earlier: found.earlier, once: world.newId(), problems }
  return page(readAgainPage(visitor, view), problem === null ? 200 : 422)
}

async function again(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const fileId = parseId<'file'>(params.fileId ?? '')
  const name = words(form, 'name')
  const read = fileId && (await readAgain(world, visitor, { fileId, name, formKey: formKey(form) }))
  if (!read) return notFound
  if (read.ok) return readAndShow(world, visitor, read.value)
  switch (read.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return show(world, visit, name, 'The page was open for too long. Do it again')
    case 'file-refused':
      return show(world, visit, name, read.refusal.message)
  }
}
