import type { Day } from './day.ts'

/**
 * Easter Sunday of a year of the Gregorian calendar.
 *
 * @see the anonymous algorithm of 1876, as Meeus gives it in "Astronomical Algorithms", ch. 8
 */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leaps = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leaps - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const counted = moon + weekday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(counted / 31), day: (counted % 31) + 1 })
}
