import { fileTypeFromBuffer } from 'file-type'
import { valueAt } from '../../kernel/value-at.ts'
import { type FileKindKey, parseFileKind } from './file-kinds.ts'

/** What some bytes are, by looking at them. */
export type Looked =
  | { readonly kind: 'known'; readonly key: FileKindKey }
  | { readonly kind: 'empty' | 'program' | 'archive' | 'macros' | 'unknown' }

const PROGRAMS = ['exe', 'elf', 'macho', 'wasm', 'class', 'dex', 'lnk', 'deb', 'rpm', 'crx', 'apk', 'jar', 'swf', 'dmg']
const ARCHIVES = [
  'zip',
  '7z',
  'rar',
  'tar',
  'gz',
  'bz2',
  'xz',
  'zst',
  'cab',
  'lz',
  'lz4',
  'iso',
  'ar',
  'cpio',
  'Z',
  'tar.gz',
]
const MACROS = ['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm']
const SAME_AS: Readonly<Record<string, FileKindKey>> = {
  dotx: 'docx',
  xltx: 'xlsx',
  potx: 'pptx',
  oga: 'ogg',
  opus: 'ogg',
  ogx: 'ogg',
  m4v: 'mp4',
}

/** Looks at the content alone: neither the name nor what the browser says of a file is believed. */
export async function lookAtFile(content: Uint8Array): Promise<Looked> {
  if (content.byteLength === 0) return { kind: 'empty' }
  const found = (await fileTypeFromBuffer(content).catch(() => undefined))?.ext ?? null
  if (found !== null && PROGRAMS.includes(found)) return { kind: 'program' }
  if (found !== null && ARCHIVES.includes(found)) return { kind: 'archive' }
  if (found !== null && MACROS.includes(found)) return { kind: 'macros' }
  const key = found === null ? textKind(content) : (valueAt(SAME_AS, found) ?? parseFileKind(found))
  return key ? { kind: 'known', key } : { kind: 'unknown' }
}

/** Text in UTF-8, UTF-16 with its mark, or a Western code page; null when it holds what no text does. */
function textKind(content: Uint8Array): FileKindKey | null {
  const isUtf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)
  if (!isUtf16 && content.some(isNoText)) return null
  const decoder = new TextDecoder(isUtf16 ? (content[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1')
  const start = decoder.decode(content.subarray(0, 2048)).toLowerCase()
  if (start.startsWith('#!')) return 'text'
  if (/^(?:\ufeff|ï»¿)?\s*<(?:\?xml|svg)\b/.test(start)) return 'xml'
  return /<(?:!doctype html|html|head|body|script|iframe)\b/.test(start) ? 'html' : 'text'
}

/** Tab, line feed, form feed, carriage return and escape stand in texts; NUL and the other control characters in none. */
function isNoText(byte: number): boolean {
  return (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) || byte === 0x7f
}
