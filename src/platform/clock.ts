/** Tells what moment it is. Handed to whatever needs the time, so that a test or the demo can stand on another day. */
export type Clock = () => Temporal.Instant

/** The moment it is now, to the millisecond, which is what the pages and the audit trail keep. */
export const systemClock: Clock = () => Temporal.Instant.fromEpochMilliseconds(Date.now())
