import { type Day, day, isBefore, longDay } from './day.ts'

/** Days from `starts` up to, and without, `endsBefore`. */
export type Period = { readonly starts: Day; readonly endsBefore: Day }

/** @throws RangeError when the period would hold no day */
export function period(starts: string | Day, endsBefore: string | Day): Period {
  const made = {
    starts: typeof starts === 'string' ? day(starts) : starts,
    endsBefore: typeof endsBefore === 'string' ? day(endsBefore) : endsBefore,
  }
  if (!isBefore(made.starts, made.endsBefore)) throw new RangeError('A period must end after it starts')
  return made
}

export function includes(within: Period, on: Day): boolean {
  return !isBefore(on, within.starts) && isBefore(on, within.endsBefore)
}

export function lastDay(of: Period): Day {
  return of.endsBefore.subtract({ days: 1 })
}

/** "1 April 2014 to 31 March 2015". */
export function longPeriod(of: Period): string {
  return `${longDay(of.starts)} to ${longDay(lastDay(of))}`
}
