import { ok, type Result } from '../../../kernel/result.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { LIMITS } from '../limits.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'

export type FileKind = 'text' | 'csv' | 'docx' | 'odt' | 'xlsx' | 'xls' | 'ods' | 'html' | 'pdf' | 'json'

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture (GIF)' },
  { bytes: [0x42, 0x4d, 0, 0], what: 'a picture (BMP)' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a picture (TIFF)' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a picture (TIFF)' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: 'a picture (WebP)' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a film or a photograph from a phone' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file (gzip)' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'an archive (RAR)' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'an archive (7-Zip)' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90], what: 'a program' },
]
const READABLE = 'Word (.docx), Excel (.xlsx), OpenDocument, PDF, HTML, CSV, Markdown or plain text'

/**
 * What a file is, by its first bytes before its name.
 * @returns a refusal that says what the file really is when it cannot be read
 */
export function sniffFormat(name: string, content: Uint8Array): Result<FileKind, ReadingRefusal> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (content.length > LIMITS.fileBytes) {
    const size = Math.ceil(content.length / 1024 / 1024)
    return refuseFile(
      'too-large',
      name,
      `is ${size} MB; the limit is ${LIMITS.fileBytes / 1024 / 1024} MB. Take the pictures out, or send the plan's tables alone.`,
    )
  }
  if (isBlank(content))
    return refuseFile('empty', name, 'is empty. Open it to see that it holds the plan, then choose it again.')
  if (startsWith(content, [0x50, 0x4b])) return sniffZip(name, ending, content)
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) return sniffOldOffice(name, ending, content)
  if (holdsEarly(content, '%PDF-')) return ok('pdf')
  const real = SIGNATURES.find((signature) => startsWith(content, signature.bytes, signature.at ?? 0))
  if (real)
    return refuseFile(
      'not-what-it-says',
      name,
      `is really ${real.what}, not a document. Choose the plan itself as ${READABLE}.`,
    )
  // Many programs write a web page and name it .xls, which Excel opens all the same.
  if (ending === 'xls' && looksLikeHtml(content)) return ok('html')
  const promised = valueAt(PROMISES, ending)
  if (promised) {
    return refuseFile(
      'not-what-it-says',
      name,
      `is named .${ending} but is not ${promised}. Open it in the program that made it, save it again and choose that.`,
    )
  }
  if (startsWithText(content, '{\\rtf')) {
    return refuseFile(
      'format-not-known',
      name,
      `is a rich text file, which Trellis does not read. Save it as ${READABLE} and choose that.`,
    )
  }
  if (ending === 'html' || ending === 'htm' || looksLikeHtml(content)) return ok('html')
  if (ending === 'json') return ok('json')
  return ok(ending === 'csv' ? 'csv' : 'text')
}

/** What a name's ending promises when the bytes do not say it. */
const PROMISES: Readonly<Record<string, string>> = {
  docx: 'a Word document',
  xlsx: 'an Excel workbook',
  xls: 'an Excel workbook',
  odt: 'an OpenDocument text',
  ods: 'an OpenDocument sheet',
  pdf: 'a PDF',
}

/** The file in a zip that only one kind of document has: names in a zip stand as they are. */
const IN_ZIP: readonly (readonly [string, FileKind])[] = [
  ['word/document', 'docx'],
  ['xl/workbook', 'xlsx'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
]

function sniffZip(name: string, ending: string, content: Uint8Array): Result<FileKind, ReadingRefusal> {
  const bytes = new TextDecoder('latin1').decode(content)
  if (bytes.includes('xl/workbook.bin')) {
    return refuseFile(
      'format-not-known',
      name,
      'is a binary workbook (.xlsb), which Trellis does not read. Open it in Excel, save it as .xlsx and choose that.',
    )
  }
  const found = IN_ZIP.find(([path]) => bytes.includes(path))
  if (found) return ok(found[1])
  // What calls itself a document and holds none is damaged, as its unpacking will say.
  const named = IN_ZIP.find(([, kind]) => kind === ending)
  if (named) return ok(named[1])
  const what = bytes.includes('ppt/presentation') ? 'a set of slides (PowerPoint)' : 'a zip file and no document'
  return refuseFile('not-what-it-says', name, `is ${what}. Save the plan as ${READABLE} and choose that.`)
}

function sniffOldOffice(name: string, ending: string, content: Uint8Array): Result<FileKind, ReadingRefusal> {
  if (ending === 'docx' || ending === 'xlsx' || ending === 'docm' || holdsWideText(content, 'EncryptedPackage')) {
    return refuseFile(
      'encrypted',
      name,
      'is protected by a password. Open it, remove the password, save it and choose it again.',
    )
  }
  if (ending === 'xls' || holdsWideText(content, 'Workbook')) return ok('xls')
  return refuseFile(
    'format-not-known',
    name,
    `is an old Office file (Word 97 to 2003 or the like). Save it as ${READABLE} and choose that.`,
  )
}

function looksLikeHtml(content: Uint8Array): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|table)\b/i.test(
    new TextDecoder('latin1').decode(content.subarray(0, 2_000)).replace(/^\u00ef\u00bb\u00bf/, ''),
  )
}

/** Whether the first kilobyte holds a mark, as a PDF's may stand after other bytes. */
function holdsEarly(content: Uint8Array, mark: string): boolean {
  return new TextDecoder('latin1').decode(content.subarray(0, 1_024)).includes(mark)
}

function isBlank(content: Uint8Array): boolean {
  return content.every(
    (byte) => byte === 0x20 || (byte >= 9 && byte <= 13) || byte === 0xef || byte === 0xbb || byte === 0xbf,
  )
}

function startsWith(content: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, index) => content[at + index] === byte)
}

function startsWithText(content: Uint8Array, text: string): boolean {
  return startsWith(
    content,
    [...text].map((letter) => letter.charCodeAt(0)),
  )
}

/** Whether the first megabyte holds a word in UTF-16, as the directory of an Office container does. */
function holdsWideText(content: Uint8Array, word: string): boolean {
  const wide = [...word].join('\0')
  return new TextDecoder('latin1').decode(content.subarray(0, 1024 * 1024)).includes(wide)
}
