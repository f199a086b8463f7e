import { ok, type Result } from '../../../kernel/result.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'

/** `isAssumed` where nothing in the bytes says the encoding, so that somebody should look. */
export type DecodedText = {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh'
  readonly isAssumed: boolean
}

/**
 * Bytes as text: by their byte-order mark, else as UTF-16 where every other byte is nought, else as strict UTF-8, else as what older
 * programs wrote on Windows or on the Macintosh, whichever makes the likelier words.
 * @returns a refusal when the bytes are not text at all
 */
export function decodeText(name: string, content: Uint8Array): Result<DecodedText, ReadingRefusal> {
  const decoded = decodeWide(content) ?? decodeBytes(content)
  if (controlShare(decoded.text) > 0.002) {
    return refuseFile(
      'not-text',
      name,
      'is not text: it holds bytes that no page has. Save it as text, CSV or Word (.docx) and choose that.',
    )
  }
  return ok(decoded)
}

function decodeWide(content: Uint8Array): DecodedText | null {
  const [first, second] = content
  const wide = (encoding: string, isAssumed: boolean): DecodedText => ({
    text: decode(content, encoding),
    encoding: 'utf-16',
    isAssumed,
  })
  if (first === 0xff && second === 0xfe) return wide('utf-16le', false)
  if (first === 0xfe && second === 0xff) return wide('utf-16be', false)
  const { even, odd, pairs } = countNoughts(content)
  if (odd > 0.4 * pairs && even < 0.05 * pairs) return wide('utf-16le', true)
  return even > 0.4 * pairs && odd < 0.05 * pairs ? wide('utf-16be', true) : null
}

/** Noughts at even and at odd places: the letters of Europe in UTF-16 have one in every pair. */
function countNoughts(content: Uint8Array): { even: number; odd: number; pairs: number } {
  const count = { even: 0, odd: 0, pairs: Math.max(1, Math.floor(Math.min(content.length, 20_000) / 2)) }
  for (let at = 0; at < 2 * count.pairs; at++) if (content[at] === 0) count[at % 2 === 0 ? 'even' : 'odd']++
  return count
}

function decodeBytes(content: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), encoding: 'utf-8', isAssumed: false }
  } catch {
    const [windows, mac] = [decode(content, 'windows-1252'), decode(content, 'macintosh')]
    return oddness(mac) < oddness(windows)
      ? { text: mac, encoding: 'macintosh', isAssumed: true }
      : { text: windows, encoding: 'windows-1252', isAssumed: true }
  }
}

/** How many letters and signs stand where English does not put them: "childrenÕs", "Ð", "‰". */
function oddness(text: string): number {
  const sample = text.slice(0, 400_000)
  const odd =
    /(?<=\p{Ll})[À-ÝŒŠŽŸ]|[ÐÑÒÓÔÕ](?=\s)|(?<=\s)[ÐÒÓ]|[\u0080-\u009f‰†‡ˆ˜¸¤¦ªº∂∆∏∑Ω≈√∞∫≠≤≥◊ﬁﬂıˇ˘˙˚˝˛\uf8ff]|(?<=\p{L})[¥Ê¡¢](?=\p{L})/gu
  return (sample.match(odd) ?? []).length
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
