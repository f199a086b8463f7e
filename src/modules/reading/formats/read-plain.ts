import { ok } from '../../../kernel/result.ts'
import type { Finding } from '../plan-reading.ts'
import { decodeText } from './decode-text.ts'
import type { FormatReader } from './format-reader.ts'
import { readCsv } from './read-csv.ts'
import { readText } from './read-text.ts'

/** Text, Markdown, tab-separated and comma-separated files: bytes become text, and text becomes blocks. */
export const readPlain: FormatReader = async (name, content, tell) => {
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  tell?.('Finding tables and headings', 0.3)
  const { text, encoding } = decoded.value
  const read = /\.csv$/i.test(name) ? readCsv(name, text) : readText(name, text)
  return read.ok ? ok({ ...read.value, findings: encoding === 'windows-1252' ? [oldEncoding()] : [] }) : read
}

function oldEncoding(): Finding {
  const message =
    'The file is not in Unicode; it was read as Windows-1252. Do apostrophes, dashes and pound signs look right?'
  return { code: 'old-encoding', severity: 'question', action: null, words: null, message, where: null }
}
