/** Wrong tries in a row that an account bears before it asks for a wait. */
export const TRIES_BEFORE_A_WAIT = 5
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 60 * 60
/** After a day without a try, the count begins anew. */
export const FORGOTTEN_AFTER_HOURS = 24

/**
 * How long an account waits after a wrong try: not at all at first, then a minute, then twice as long each time, an hour at most.
 *
 * @param count  wrong tries in a row, this one with them, from 1
 * @returns whole seconds
 */
export function waitSeconds(count: number): number {
  if (count < TRIES_BEFORE_A_WAIT) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (count - TRIES_BEFORE_A_WAIT))
}

/** "1 minute", "40 seconds", "2 minutes": rounded up, so that whoever waits that long has waited enough. */
export function waitInWords(seconds: number): string {
  const [count, unit] = seconds <= 60 && seconds !== 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
