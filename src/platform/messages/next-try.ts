/** The wait after each try, in minutes; after the last of them it stays the same. */
const WAITS = [1, 5, 15, 30, 60, 120, 240]

export const TRIED_FOR = Temporal.Duration.from({ hours: 24 })

/**
 * When a message that could not be handed over is tried again: soon at first, and ever later.
 *
 * @param tries  how many there have been, from 1
 * @param firstAt  when the first of them began
 * @returns null when a day of tries has not helped
 */
export function nextTry(tries: number, firstAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  if (Temporal.Instant.compare(firstAt.add(TRIED_FOR), now) <= 0) return null
  const minutes = WAITS[Math.min(tries, WAITS.length) - 1] ?? 1
  return now.add({ minutes })
}
