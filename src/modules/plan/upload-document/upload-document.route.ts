import type { ReadingId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { soon } from '../background/background.ts'
import { findReading } from '../reading.store.ts'
import { runReading } from './run-reading.ts'
import { uploadPage } from './upload-document.page.tsx'
import { type UploadRefusal, uploadDocument } from './upload-document.ts'

export const LARGEST_DOCUMENT = 20 * 1024 * 1024

export function uploadDocumentRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/documents/new',
      access: may('prepare-plans'),
      answer: async ({ visitor }) => page(uploadPage(visitor, { once: world.newId(), problems: [] })),
    }),
    route({
      method: 'POST',
      url: '/documents',
      access: may('prepare-plans'),
      filesUpTo: LARGEST_DOCUMENT,
      answer: (visit) => upload(world, visit),
    }),
  ]
}

async function upload(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const again = (message: string) =>
    page(uploadPage(visitor, { once: world.newId(), problems: [{ field: 'document', message }] }), 422)
  if (form.tooLarge) return again('The file is larger than 20 MB. Save the plan without its pictures and try again')
  if (form.several) return again('That was more than one file. Each document is read by itself: choose one of them')
  const uploaded = await uploadDocument(world, visitor, { file: form.files.document ?? null, formKey: formKey(form) })
  if (uploaded.ok) return readAndShow(world, visitor, uploaded.value)
  if (uploaded.refusal.kind !== 'known') return again(inWords(uploaded.refusal))
  const name = encodeURIComponent(form.files.document?.name.slice(-LONGEST_NAME) ?? '')
  return redirect(`/documents/${uploaded.refusal.fileId}/again?as=${name}`)
}

/** Of a name in an address. */
const LONGEST_NAME = 200

/** Reads a document that was kept, and leads to its review, or to where the reading can be watched. */
export async function readAndShow(world: World, visitor: Member, readingId: ReadingId): Promise<Answer> {
  await soon(runReading(world, visitor, readingId))
  return redirect(await nextPage(world, visitor, readingId))
}

function inWords(refusal: Exclude<UploadRefusal, { kind: 'known' }>): string {
  switch (refusal.kind) {
    case 'no-file':
      return 'Choose the file that holds the plan'
    case 'form-expired':
      return 'The page was open for too long. Choose the file again and send it'
    case 'file-refused':
      return refusal.message
  }
}

async function nextPage(world: World, visitor: Member, readingId: ReadingId): Promise<string> {
  const reading = await inScope(world.db, visitor, (tx) => findReading(tx, readingId))
  return reading?.outcome.kind === 'read' ? `/plans/${reading.outcome.planId}/review` : `/readings/${readingId}`
}
