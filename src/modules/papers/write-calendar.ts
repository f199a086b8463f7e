import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Day } from '../../kernel/day.ts'

/** One thing on one day, as calendar programs show it. */
export type CalendarEntry = {
  /** the same for ever, whatever changes: by it a program knows the entry again */
  readonly uid: string
  readonly on: Day
  readonly title: string
  readonly words: string
  readonly url: string
  /** how often it was changed; never less than before */
  readonly sequence: number
  readonly changedAt: Temporal.Instant
  readonly isCancelled: boolean
}

type Calendar = {
  readonly title: string
  readonly words: string
  /** how long a program waits before it asks again */
  readonly refreshSeconds: number
  readonly entries: readonly CalendarEntry[]
}

/**
 * Entries of whole days as an iCalendar file (RFC 5545), which says of itself that it is published and how often to ask for it. The
 * same entries give the same bytes.
 */
export function writeCalendar({ title, words, refreshSeconds, entries }: Calendar): Uint8Array {
  const calendar = ical({
    name: printed(title),
    description: printed(words),
    prodId: { company: 'Trellis', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  })
  for (const { uid, on, title: summary, words: description, url, sequence, changedAt, isCancelled } of entries) {
    calendar.createEvent({
      id: uid,
      start: on,
      end: on.add({ days: 1 }),
      allDay: true,
      summary: printed(summary),
      description: printed(description),
      url,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A duty is no appointment: the day stays free.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return new TextEncoder().encode(calendar.toString())
}

/** Without what no line of a calendar may hold. */
function printed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]+/g, ' ')
}
