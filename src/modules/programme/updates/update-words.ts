import type { Day } from '../../../kernel/day.ts'
import type { RatingKey } from '../../reading/index.ts'

/** What the form of an update holds, as it was typed. */
export type UpdateWords = {
  readonly narrative: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly whatNext: string
  /** what will bring the action back on track */
  readonly recovery: string
  /** by when, as typed: `2014-09-30` */
  readonly returnOn: string
  /** the progress rating expected at the end of the plan's year; null when nothing is said of it */
  readonly forecast: RatingKey | null
  /** why the progress rating is not the one the facts suggest */
  readonly differsBecause: string
  /** how two ratings that seldom go together do */
  readonly pairBecause: string
  /** why it corrects what was sent; empty where nothing is corrected */
  readonly reason: string
}

/** As {@link UpdateWords}, once the day is understood. */
export type SaidUpdate = Omit<UpdateWords, 'returnOn'> & { readonly returnOn: Day | null }

export const NOTHING_TYPED: UpdateWords = {
  narrative: '',
  progress: null,
  impact: null,
  whatNext: '',
  recovery: '',
  returnOn: '',
  forecast: null,
  differsBecause: '',
  pairBecause: '',
  reason: '',
}

/** What the boxes of a form hold for what was said before. */
export function typedOf(said: SaidUpdate): UpdateWords {
  return typedIn({ ...said, returnOn: said.returnOn?.toString() ?? '' })
}

/** The words alone, of something that holds more. */
export function typedIn(form: UpdateWords): UpdateWords {
  const { narrative, progress, impact, whatNext, recovery, returnOn } = form
  const { forecast, differsBecause, pairBecause, reason } = form
  return { narrative, progress, impact, whatNext, recovery, returnOn, forecast, differsBecause, pairBecause, reason }
}

/** What was said, for the record of a change: nothing of what was not. */
export function saidInWords(said: SaidUpdate): Partial<UpdateWords> {
  return Object.fromEntries(Object.entries(typedOf(said)).filter(([, words]) => words !== '' && words !== null))
}
