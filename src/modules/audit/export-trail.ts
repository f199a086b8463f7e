import { entryText, type Link } from './chain.ts'

/**
 * One link as a line of the export: the text that was hashed stands in it to the letter, so that anybody can hash it again
 * (docs/operations/audit.md has the script). Entries that were removed have no text.
 */
export function exportLine({ number, previousHash, hash, detailHash, entry, detail }: Link): string {
  return `${JSON.stringify({
    number,
    previous: previousHash,
    hash,
    text: entry ? entryText(entry, detailHash) : null,
    salt: detail && !detail.isBlanked ? detail.salt : null,
    detail: detail && !detail.isBlanked ? detail.content : null,
  })}\n`
}
