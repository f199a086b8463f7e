import { ok, type Result } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'
import { headingStyles } from './docx-styles.ts'
import { parseDocx } from './parse-docx.ts'
import { unzipParts } from './unzip-parts.ts'

const MAIN = 'word/document.xml'
const STYLES = 'word/styles.xml'

/** A Word document's body as blocks: headings by their styles, lists, and tables with merged and shaded cells. */
export async function readDocx(name: string, content: Uint8Array): Promise<Result<readonly Block[], ReadingRefusal>> {
  const unzipped = await unzipParts(name, content, [MAIN, STYLES])
  if (!unzipped.ok) return unzipped
  const main = unzipped.value.get(MAIN)
  if (main === undefined) {
    return refuseFile(
      'not-what-it-says',
      name,
      'is a zip file but not a Word document. Open it in Word, save it as .docx and choose that.',
    )
  }
  const styles = unzipped.value.get(STYLES) ?? ''
  if (/<!DOCTYPE|<!ENTITY/i.test(main) || /<!DOCTYPE|<!ENTITY/i.test(styles)) {
    return refuseFile(
      'damaged',
      name,
      'holds instructions that no Word document should. Open it in Word, save it as a new document and choose that.',
    )
  }
  const parsed = parseDocx(main, headingStyles(styles))
  if ('blocks' in parsed) return ok(parsed.blocks)
  if (parsed.problem === 'damaged') {
    return refuseFile(
      'damaged',
      name,
      'is damaged: its text cannot be read to the end. Open it in Word, save it as a new document and choose that.',
    )
  }
  const limit = LIMITS.tableRows.toLocaleString('en-GB')
  return refuseFile(
    'too-many-rows',
    name,
    `has more than ${limit} rows in its tables. Send the plan alone, without its data.`,
  )
}
