import { counted } from '../../../../kernel/counted.ts'
import { parseDay, shortDay } from '../../../../kernel/day.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { kindWords } from '../../year-end/account-for.ts'
import { DISPOSAL_KINDS } from '../../year-end/disposal.ts'
import type { Move } from '../movement.ts'

/** What a move went from, and to, in the words of a list: days as days, endings by their names. */
export function beforeInWords({ kind, before }: Move): string {
  return before === null ? (valueAt(NOTHING_BEFORE, kind) ?? '–') : inWords(before)
}

export function afterInWords({ kind, after }: Move): string {
  if (after === null) return valueAt(NOTHING_AFTER, kind) ?? '–'
  const ending = DISPOSAL_KINDS.find((each) => kind === 'ended' && each === after)
  return ending ? kindWords(ending) : inWords(after)
}

const NOTHING_BEFORE: Readonly<Record<string, string>> = {
  'given-a-date': 'No date',
  'measure-changed': 'No measure',
  'lead-changed': 'No lead',
  renumbered: 'No reference',
}
const NOTHING_AFTER: Readonly<Record<string, string>> = {
  'lost-its-date': 'No date',
  'measure-changed': 'No measure',
  'lead-changed': 'No lead',
  renumbered: 'No reference',
}

/** "2 times, 92 days later"; empty for what has no more to say. */
export function howFar({ kind, times, days }: Move): string {
  const often = times > 1 ? `${times} times` : ''
  if (days === null || days === 0) return often
  const far = `${counted(Math.abs(days), 'day')} ${kind === 'pushed-out' ? 'later' : 'earlier'}`
  return [often, far].filter(Boolean).join(', ')
}

function inWords(text: string): string {
  const on = parseDay(text)
  return on ? shortDay(on) : text
}
