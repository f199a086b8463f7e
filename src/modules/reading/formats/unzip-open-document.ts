import { ok, type Result } from '../../../kernel/result.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'
import { unzipParts } from './unzip-parts.ts'

/** The parts of an OpenDocument file that hold words: what it says, and the styles with what stands around it ('' where there are none). */
export type OpenDocument = { readonly main: string; readonly around: string }

/** Unpacks an OpenDocument file; one with a password, of another kind or with instructions to whoever reads it is refused. */
export async function unzipOpenDocument(
  name: string,
  content: Uint8Array,
  kind: 'text' | 'sheet',
): Promise<Result<OpenDocument, ReadingRefusal>> {
  const unzipped = await unzipParts(name, content, /^(?:content|styles)\.xml$|^META-INF\/manifest\.xml$/)
  if (!unzipped.ok) return unzipped
  if (/encryption-data/.test(unzipped.value.get('META-INF/manifest.xml') ?? '')) {
    return refuseFile(
      'encrypted',
      name,
      'is protected by a password. Open it, remove the password, save it and choose it again.',
    )
  }
  const main = unzipped.value.get('content.xml')
  if (main === undefined) {
    return refuseFile(
      'not-what-it-says',
      name,
      `is a zip file but not an OpenDocument ${kind}. Open it in the program that made it, save it again and choose that.`,
    )
  }
  const around = unzipped.value.get('styles.xml') ?? ''
  if ([main, around].some((xml) => /<!DOCTYPE|<!ENTITY/i.test(xml))) {
    return refuseFile(
      'damaged',
      name,
      'holds instructions that no document should. Open it in the program that made it, save it as a new document and choose that.',
    )
  }
  return ok({ main, around })
}
