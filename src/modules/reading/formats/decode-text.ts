import { ok, type Result } from '../../../kernel/result.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'

export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' }

/**
 * Bytes as text: by their byte-order mark, else as strict UTF-8, else as Windows-1252, which older Windows programs write.
 * @returns a refusal when the bytes are not text at all
 */
export function decodeText(name: string, content: Uint8Array): Result<DecodedText, ReadingRefusal> {
  if (content[0] === 0xff && content[1] === 0xfe) return ok({ text: decode(content, 'utf-16le'), encoding: 'utf-16' })
  if (content[0] === 0xfe && content[1] === 0xff) return ok({ text: decode(content, 'utf-16be'), encoding: 'utf-16' })
  const decoded = decodeBytes(content)
  if (controlShare(decoded.text) > 0.002) {
    return refuseFile(
      'not-text',
      name,
      'is not text: it holds bytes that no page has. Save it as text, CSV or Word (.docx) and choose that.',
    )
  }
  return ok(decoded)
}

function decodeBytes(content: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), encoding: 'utf-8' }
  } catch {
    return { text: decode(content, 'windows-1252'), encoding: 'windows-1252' }
  }
}

function decode(content: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(content)
}

/** The share of characters that are control characters other than tab, line ends and form feed. */
function controlShare(text: string): number {
  const sample = text.length > 200_000 ? text.slice(0, 200_000) : text
  let controls = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code === 0) return 1
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) controls++
  }
  return sample.length === 0 ? 0 : controls / sample.length
}
