import { Detail, RatingPair } from '../../../../design/index.ts'
import { type Day, longDay } from '../../../../kernel/day.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { beginningOf, factsInWords } from './before-words.ts'
import type { BeforeWriting } from './before-writing.store.ts'

/** What was last said of an action, with its day and its two ratings, for whoever writes the next update. */
export function LastSaid({ last }: Pick<BeforeWriting, 'last'>) {
  if (!last) return <Detail>Nothing was said yet</Detail>
  const { scheme, narrative, progress, impact, sentOn, isSentBack } = last
  return (
    <>
      <Detail>
        Said on {longDay(sentOn)}
        {isSentBack && ', and sent back'}: “{beginningOf(narrative)}”
      </Detail>
      <RatingPair progress={ratingOf(scheme, progress)} impact={ratingOf(scheme, impact)} />
    </>
  )
}

type FactsProps = { readonly of: BeforeWriting | undefined; readonly today: Day; readonly dueOn: Day }

/** Its steps that are late or due, and its evidence. */
export function Facts({ of, today, dueOn }: FactsProps) {
  return of ? <Detail>{factsInWords(of, { today, dueOn })}</Detail> : null
}
