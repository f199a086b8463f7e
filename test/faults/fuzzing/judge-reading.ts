import type { Block } from '../../../src/modules/reading/blocks.ts'
import { readBlocks } from '../../../src/modules/reading/formats/read-blocks.ts'
import { readDocument } from '../../../src/modules/reading/read-document.ts'
import { wordsLost } from '../../../src/modules/reading/reading.factory.ts'
import type { StartingDocument } from './starting-documents.ts'

/** What is wrong with how a document was read; null when it was read whole, or refused in a sentence. */
export async function judgeReading(document: StartingDocument): Promise<string | null> {
  const { name, content } = document
  const read = await readDocument(document)
  if (!read.ok) {
    const { sentence } = read.refusal
    return /^[^\n\r]{20,400}\.$/.test(sentence) && sentence.startsWith(name)
      ? null
      : `refused in these words: ${sentence}`
  }
  const blocks = await readBlocks(name, content, () => {})
  if (!blocks.ok) return 'refused the second time'
  const lost = wordsLost(blocks.value.blocks.map(wordsOf).join('\n'), read.value)
  if (lost.length > 0) return `words of its blocks are lost: ${lost.slice(0, 6).join(', ')}`
  if (read.value.source.format !== 'csv') return null
  const text = new TextDecoder().decode(content)
  const lostOfText = /^\ufeff?"?sep=/i.test(text) || text.includes('\ufffd') ? [] : wordsLost(text, read.value)
  return lostOfText.length > 0 ? `words of its text are lost: ${lostOfText.slice(0, 6).join(', ')}` : null
}

function wordsOf(block: Block): string {
  if (block.kind !== 'table') return block.text
  return block.rows.map((row) => row.cells.map((cell) => cell.text).join('\n')).join('\n')
}
