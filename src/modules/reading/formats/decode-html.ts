import { ok, type Result } from '../../../kernel/result.ts'
import type { ReadingRefusal } from '../refusal.ts'
import { decodeText } from './decode-text.ts'

/** A page as text: by its byte-order mark, else by the encoding it names in its head, else as any text is read. */
export function decodeHtml(name: string, content: Uint8Array): Result<string, ReadingRefusal> {
  const hasMark = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)
  const named = hasMark ? null : encodingNamed(new TextDecoder('latin1').decode(content.subarray(0, 4_096)))
  const decoded = named === null ? null : decodeAs(content, named)
  if (decoded !== null) return ok(decoded)
  const read = decodeText(name, content)
  return read.ok ? ok(read.value.text) : read
}

function encodingNamed(head: string): string | null {
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head) ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/i.exec(head)
  const name = found?.[1]?.toLowerCase() ?? null
  // A page whose name of its encoding can be read as single bytes is not in UTF-16, whatever it says.
  return name === null || name.startsWith('utf-16') ? null : name
}

/** Null for an encoding that is not known or that the bytes do not keep to. */
function decodeAs(content: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
