import { SSF } from '@e965/xlsx'
import { MONTH_NAMES } from '../../../../kernel/month-names.ts'
import { squeeze } from '../inline-text.ts'

const formatNumber: (format: string, value: number, options: { date1904: boolean }) => unknown = SSF.format
const isDateFormat: (format: string) => unknown = SSF.is_date
const splitDate: (value: number, options: { date1904: boolean }) => unknown = SSF.parse_date_code
const builtIn: () => unknown = SSF.get_table
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
/** One piece of a number format: words in quotes, a letter after a backslash, what stands in brackets, or a run of one letter. */
const TOKEN = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|AM\/PM|A\/P|([ymdhse])\1*|./gi

/** The format that a built-in number stands for; "General" where there is none. */
export function builtInFormat(id: number): string {
  const table = builtIn()
  const format: unknown = typeof table === 'object' && table !== null ? Reflect.get(table, id) : undefined
  return typeof format === 'string' ? format : 'General'
}

/**
 * A number as its cell shows it: `1.10`, `45%`, `£1,200`. A date is written so that no country's order can turn it: "31 March 2015", or
 * "March 2015" where the cell shows no day. A date at midnight is a day, as programs that write dates with a time keep it.
 *
 * @param is1904  whether the workbook counts days from 1904, as old Macintoshes did
 */
export function shownNumber(value: number, format: string, is1904: boolean): string {
  if (!Number.isFinite(value)) return String(value)
  const short = format.slice(0, 255)
  try {
    if (short !== 'General' && isDateFormat(short)) {
      const date = shownDate(value, short, is1904)
      if (date !== null) return date
    }
    const shown = squeeze(String(formatNumber(short, value, { date1904: is1904 })))
    return shown === '' || /^#+$/.test(shown) ? String(value) : shown
  } catch {
    // A format that the formatter refuses hides nothing: the number stands as it is kept.
    return String(value)
  }
}

type DateParts = { y: number; m: number; d: number; H: number; M: number; q: number }

function shownDate(value: number, format: string, is1904: boolean): string | null {
  const parts = splitDate(value, { date1904: is1904 })
  if (!isDateParts(parts)) return null
  const tokens = tokensOf(format)
  const has = (letter: string, least = 1) => tokens.some(({ kind, text }) => kind === letter && text.length >= least)
  const day = tokens.some(({ kind, text }) => kind === 'd' && text.length < 3)
  if (!day && !has('m') && !has('y')) return null
  const words = [
    has('d', 3) ? WEEKDAYS[parts.q] : '',
    day ? String(parts.d) : '',
    has('m') ? MONTH_NAMES[parts.m - 1] : '',
    has('y') ? String(parts.y) : '',
    has('h') && (parts.H > 0 || parts.M > 0)
      ? `${String(parts.H).padStart(2, '0')}:${String(parts.M).padStart(2, '0')}`
      : '',
  ]
  const isDate = (token: Token) => token.kind !== 'literal'
  const first = tokens.findIndex(isDate)
  const last = tokens.findLastIndex(isDate)
  const literal = (some: readonly Token[]) => some.map(({ text }) => text).join('')
  return squeeze(`${literal(tokens.slice(0, first))} ${words.join(' ')} ${literal(tokens.slice(last + 1))}`)
}

type Token = { readonly kind: string; readonly text: string }

/** The pieces of a format's first section. An "m" beside hours or seconds is minutes, and is shown with the hours. */
function tokensOf(format: string): Token[] {
  const tokens: Token[] = []
  let isTime = false
  for (const found of format.matchAll(TOKEN)) {
    const [piece] = found
    const after = format.slice(found.index + piece.length)
    const letter = piece[0]?.toLowerCase() ?? ''
    if (piece === ';') break
    if (piece.startsWith('"')) tokens.push({ kind: 'literal', text: piece.slice(1, -1) })
    else if (piece.startsWith('\\')) tokens.push({ kind: 'literal', text: piece.slice(1) })
    else if (/^[[_*]/.test(piece)) continue
    else if (/^(?:AM\/PM|A\/P)$/i.test(piece)) tokens.push({ kind: 'clock', text: piece })
    else if (letter === 'e') tokens.push({ kind: 'y', text: piece })
    else if (letter === 'm' && (isTime || /^[:.]s/i.test(after))) tokens.push({ kind: 'minutes', text: piece })
    else if (/[ymdhs]/.test(letter)) tokens.push({ kind: letter, text: piece })
    else tokens.push({ kind: 'literal', text: piece })
    if (/[ydhse]/.test(letter)) isTime = letter === 'h'
    else if (letter === 'm') isTime = false
  }
  return tokens
}

function isDateParts(parts: unknown): parts is DateParts {
  return typeof parts === 'object' && parts !== null && 'y' in parts && 'm' in parts && 'd' in parts
}
