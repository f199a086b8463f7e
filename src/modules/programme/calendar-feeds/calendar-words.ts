import { type Day, longDay } from '../../../kernel/day.ts'

/** Something of the plan's year that has a day. */
export type DatedFact = {
  readonly kind: 'report' | 'meeting' | 'step'
  readonly id: string
  /** the action a report or a step is of, the body that meets */
  readonly aboutId: string
  readonly ref: string | null
  readonly words: string
  readonly on: Day
  /** when the papers of a meeting close */
  readonly papersOn: Day | null
  readonly isCancelled: boolean
  /** a report was sent, a step is done */
  readonly isMet: boolean
  readonly sequence: number
  readonly changedAt: Temporal.Instant
}

export type EntryWords = { readonly title: string; readonly words: string; readonly path: string }

const LONGEST = 60

/**
 * How a calendar tells of it: the reference and the first words, and where the rest is to be read. Nothing that somebody reported, and
 * no name of a person, goes into a calendar: it is kept by programs that nobody here knows.
 */
export function calendarWords({ kind, aboutId, ref, words, isMet, papersOn }: DatedFact): EntryWords {
  const what = [ref, shortened(words)].filter(Boolean).join(' ')
  switch (kind) {
    case 'report':
      return {
        title: isMet ? `Reported: ${what}` : `Report due: ${what}`,
        words: isMet ? 'An update was sent.' : 'An update is due by this day.',
        path: `/actions/${aboutId}`,
      }
    case 'step':
      return {
        title: isMet ? `Step done: ${what}` : `Step due: ${what}`,
        words: isMet ? 'The step is done.' : 'A step of an action is due by this day.',
        path: `/actions/${aboutId}`,
      }
    case 'meeting':
      return {
        title: `Meeting: ${shortened(words)}`,
        words: papersOn ? `Its papers close on ${longDay(papersOn)}.` : '',
        path: `/bodies/${aboutId}/forward-plan`,
      }
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}
