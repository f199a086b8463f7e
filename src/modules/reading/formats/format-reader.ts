import type { Result } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import type { Finding, SourceFormat } from '../plan-reading.ts'
import type { ReadingRefusal } from '../refusal.ts'

/** A document as blocks in reading order, with what its reader is not sure of. */
export type FormatBlocks = {
  readonly format: SourceFormat
  readonly blocks: readonly Block[]
  readonly findings?: readonly Finding[]
}

/**
 * Makes blocks of one format's bytes, or refuses them with a sentence.
 *
 * @param tell  called with how far the reader is, from 0 to 1, by readers of long documents
 */
export type FormatReader = (
  name: string,
  content: Uint8Array,
  tell?: (stage: string, fraction: number) => void,
) => Promise<Result<FormatBlocks, ReadingRefusal>>
