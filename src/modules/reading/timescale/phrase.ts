import type { DatePrecision } from '../plan-reading.ts'

/** Something a careful reader would say beside a reading, and how far it lowers what the reading is worth. */
export type Doubt = { readonly words: string; readonly makes: 'sure' | 'likely' | 'unsure' }

/** "31 June": whatever the year, there is none. */
export const NO_SUCH_DAY: Doubt = { words: 'The calendar has no such day; it must be set by hand.', makes: 'unsure' }

/** What a time names, which decides how its year is found and how "early" and "mid" are understood. */
export type Named =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'term'
  | 'season'
  | 'feast'
  | 'year'
  | 'financial-year'
  | 'school-year'
  | 'plan-year'
  | 'plan-end'

/** A time as the words give it. The stretch ends with `month`, or on `day` of it, and reaches back over `back` months before. */
export type Time = {
  readonly named: Named
  /** the calendar year in which the stretch ends; null where the words name none */
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  readonly back: number
  readonly precision: DatePrecision
  /** "March 26": the figure after the month, which may be a day or a year; or the number of a plan's year */
  readonly figure: number | null
  /** 04/01/2015 the other way round */
  readonly swapped: { readonly month: number; readonly day: number } | null
  readonly part: Part | null
  /** the day of the week beside the date, 1 for Monday */
  readonly weekday: number | null
  readonly doubts: readonly Doubt[]
}

export type Part = 'beginning' | 'early' | 'mid' | 'late' | 'end'

/** Words that say what a time beside them is, or that there is none. */
export type Cue =
  | 'starts'
  | 'started'
  | 'ends'
  | 'until'
  | 'onwards'
  | 'before'
  | 'after'
  | 'between'
  | 'ongoing'
  | 'undecided'
  | 'urgent'
  | 'done'
  | 'under-way'
  | 'as-at'
  | 'formerly'
  | 'depends'
  | 'not-firm'
  | 'see'
  | 'then'
  | 'baseline'

/** How often something comes: `timesAYear` of it, `months` apart (0 where the step is shorter than a month). */
export type Rhythm = {
  readonly words: string
  readonly timesAYear: number
  readonly months: number
  readonly isAmbiguous: boolean
  /** school terms or half terms, whose ends are not evenly spaced */
  readonly by: 'months' | 'terms' | 'half-terms'
}

export type Length = {
  readonly least: number | null
  readonly most: number
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
}

export type Said =
  | { readonly is: 'time'; readonly time: Time }
  | { readonly is: 'part'; readonly part: Part; readonly doubt: Doubt | null }
  | { readonly is: 'rhythm'; readonly rhythm: Rhythm }
  | { readonly is: 'length'; readonly length: Length }
  | { readonly is: 'cue'; readonly cue: Cue }
  | { readonly is: 'terms' }
  | { readonly is: 'join'; readonly by: 'and' | 'slash' | 'to' }
  /** words of grammar, which change nothing */
  | { readonly is: 'plain' }
  /** words of the trade, which say what falls due and not when */
  | { readonly is: 'matter' }
  /** words the grammar does not know */
  | { readonly is: 'other' }

/** A stretch of the text that the grammar knows as one thing. */
export type Phrase = Said & { readonly from: number; readonly to: number; readonly words: string }

export function aTime(known: Pick<Time, 'named' | 'year' | 'month' | 'precision'> & Partial<Time>): Said {
  return {
    is: 'time',
    time: { day: null, back: 0, figure: null, swapped: null, part: null, weekday: null, doubts: [], ...known },
  }
}
