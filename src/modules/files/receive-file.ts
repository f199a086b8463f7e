import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { UploadedFile } from '../../platform/http/form.ts'
import type { FileKindKey } from './file-kinds.ts'
import { type Looked, lookAtFile } from './look-at-file.ts'
import { safeFileName } from './safe-file-name.ts'

const received = Symbol('received')

/** A file that came in by the one door; only {@link receiveFile} makes one, and only such a file is kept. */
export type ReceivedFile = {
  readonly name: string
  /** null for a document whose kind the reader will say, in its own words, that it does not read */
  readonly kind: FileKindKey | null
  readonly content: Uint8Array
  readonly [received]: true
}

export type FileRefusal = { readonly kind: 'file-refused'; readonly message: string }

/**
 * The door that every file of a visitor comes in by. Evidence is of a known kind. A document to be read may be of any kind but a
 * program, for the reader says what it cannot read; its macros are never run.
 */
export async function receiveFile(
  file: UploadedFile,
  purpose: 'evidence' | 'document',
): Promise<Result<ReceivedFile, FileRefusal>> {
  const looked = await lookAtFile(file.content)
  const name = safeFileName(file.name)
  if (looked.kind !== 'known' && (purpose === 'evidence' || looked.kind === 'program')) {
    return refuse({ kind: 'file-refused', message: inWords(looked.kind, name) })
  }
  const key = looked.kind === 'known' ? looked.key : null
  return ok({ name, kind: key, content: file.content, [received]: true })
}

function inWords(kind: Exclude<Looked['kind'], 'known'>, name: string): string {
  switch (kind) {
    case 'empty':
      return `“${name}” is empty. Choose the file again`
    case 'program':
      return `“${name}” is a program, whatever its name says. Programs are not kept`
    case 'archive':
      return `“${name}” holds other files. Attach them one by one`
    case 'macros':
      return `“${name}” holds macros, which are programs. Save it without them and attach it again`
    case 'unknown':
      return `“${name}” is of a kind that is not kept. Attach a document, a sheet, a text, a picture or a short recording`
  }
}
