import { day, longDay, shortDay } from '../../../kernel/day.ts'
import type { TimescaleReading } from '../plan-reading.ts'

/** How a timescale was understood, in a few words: "30 Sep 14, 31 Mar 15", "Ongoing", "No date understood". */
export function whenInWords(timescale: TimescaleReading | null): string {
  if (!timescale) return 'No timescale'
  const days = timescale.due.map(({ on }) => shortDay(day(on)))
  switch (timescale.kind) {
    case 'once':
    case 'recurring':
      return days.length > 0 ? days.join(', ') : 'No date understood'
    case 'window':
      return windowInWords(timescale)
    case 'ongoing':
      return days.length > 0 ? `${days.join(', ')}, then ongoing` : 'Ongoing: each quarter of the plan'
    case 'relative':
      return 'Depends on something else'
    case 'unknown':
      return 'No date understood'
  }
}

function windowInWords({ starts, due }: TimescaleReading): string {
  const ends = due.at(-1)
  if (!ends) return 'No date understood'
  return starts ? `${shortDay(day(starts))} to ${shortDay(day(ends.on))}` : `By ${shortDay(day(ends.on))}`
}

/** "30 September 2014 and 31 March 2015"; empty when there is none. */
export function datesInWords(timescale: TimescaleReading | null): string {
  const days = (timescale?.due ?? []).map(({ on }) => longDay(day(on)))
  return days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`
}
