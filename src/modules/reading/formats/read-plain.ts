import { ok } from '../../../kernel/result.ts'
import type { Finding } from '../plan-reading.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { findHiddenSeparator, findSeparator, type Separated } from './find-separator.ts'
import type { FormatReader } from './format-reader.ts'
import { markedLines } from './markdown-marks.ts'
import { readCsv } from './read-csv.ts'
import { readText } from './read-text.ts'

/** Text, Markdown, and values separated in any way: bytes become text, and text becomes blocks. */
export const readPlain: FormatReader = async (name, content, tell) => {
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  tell?.('Finding tables and headings', 0.3)
  const { text } = decoded.value
  const separated = separatedAs(name, text)
  const isMarkdown = /\.(?:md|markdown)$/i.test(name)
  const read = separated
    ? readCsv(name, text, separated)
    : readText(name, text, (whole) => markedLines(whole, isMarkdown))
  if (!read.ok) return read
  const doubts = 'findings' in read.value ? (read.value.findings ?? []) : []
  return ok({ ...read.value, findings: [...encodingQuestion(decoded.value), ...doubts] })
}

/** How the values are separated; null for text, in which tables may stand between lines. */
function separatedAs(name: string, text: string): Separated | null {
  if (/\.csv$/i.test(name)) return findSeparator(text)
  // Between tabs a quoted cell may run over lines, which only a reader of separated values can follow.
  const runsOver = /(?:^|\t)"[^"\t]*[\r\n]/.test(text)
  if (/\.(?:tsv|tab)$/i.test(name)) return runsOver ? { separator: '\t', from: 0, startLine: 1 } : null
  if (/\.(?:md|markdown)$/i.test(name)) return null
  const separator = findHiddenSeparator(text)
  return separator && { separator, from: 0, startLine: 1 }
}

const ENCODINGS: Readonly<Record<DecodedText['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'the old encoding of the Macintosh',
}

function encodingQuestion({ encoding, isAssumed }: DecodedText): Finding[] {
  if (!isAssumed) return []
  const message = `The file does not say how its letters are kept; it was read as ${ENCODINGS[encoding]}. Do apostrophes, dashes and pound signs look right?`
  return [{ code: 'old-encoding', severity: 'question', action: null, words: null, message, where: null }]
}
