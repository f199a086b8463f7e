import { isAfter, isBefore, parseDay } from '../../../../kernel/day.ts'
import { LONGEST_NAME } from '../../../../kernel/longest-name.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { PeriodWords } from '../propose-periods.ts'

export type TypedPeriod = {
  readonly name: string
  /** `2014-04-01` each, as typed; `ends` is the last day */
  readonly starts: string
  readonly ends: string
  readonly asAt: string
}
export type PeriodProblem = { readonly field: keyof TypedPeriod; readonly message: string }

/** Reads a period that somebody typed; every problem is told at once. Without a day of its own it is reported on as at its last. */
export function checkPeriod(
  typed: TypedPeriod,
  taken: readonly { readonly name: string }[],
): Result<PeriodWords, { readonly kind: 'problems'; readonly problems: readonly PeriodProblem[] }> {
  const [starts, ends] = [parseDay(typed.starts), parseDay(typed.ends)]
  const asAt = typed.asAt === '' ? ends : parseDay(typed.asAt)
  const problems: PeriodProblem[] = []
  if (typed.name === '') problems.push({ field: 'name', message: 'Give the period a name' })
  if (typed.name.length > LONGEST_NAME) problems.push({ field: 'name', message: 'Shorten the name to 200 characters' })
  if (taken.some(({ name }) => name === typed.name)) {
    problems.push({ field: 'name', message: 'Another period of this plan has that name' })
  }
  if (!starts) problems.push({ field: 'starts', message: 'Enter its first day, such as 1 April 2026' })
  if (!ends) problems.push({ field: 'ends', message: 'Enter its last day, such as 30 June 2026' })
  if (starts && ends && isAfter(starts, ends)) {
    problems.push({ field: 'ends', message: 'End on the first day or a later one' })
  }
  if (typed.asAt !== '' && !asAt) problems.push({ field: 'asAt', message: 'Enter a day, such as 7 July 2026' })
  if (starts && asAt && isBefore(asAt, starts)) {
    problems.push({ field: 'asAt', message: 'Choose its first day or a later one' })
  }
  if (problems.length > 0 || !starts || !ends || !asAt) return refuse({ kind: 'problems', problems })
  return ok({ name: typed.name, within: { starts, endsBefore: ends.add({ days: 1 }) }, asAt })
}
