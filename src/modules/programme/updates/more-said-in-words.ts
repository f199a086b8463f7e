import { longDay } from '../../../kernel/day.ts'
import type { RatingScheme } from '../../plan/index.ts'
import { oddPair } from '../ratings/odd-pair.ts'
import { ratingOf } from '../ratings/rating-words.ts'
import type { Submission } from './update.store.ts'

export type MoreSaid = { readonly key: string; readonly value: string }

type Said = Pick<
  Submission,
  | 'progress'
  | 'impact'
  | 'whatNext'
  | 'recovery'
  | 'returnOn'
  | 'forecast'
  | 'differsBecause'
  | 'pairBecause'
  | 'suggested'
>

/** What an update says beside its narrative and its ratings, in words; nothing of what it was not asked. */
export function moreSaid(scheme: RatingScheme, said: Said): readonly MoreSaid[] {
  const { whatNext, recovery, returnOn, forecast } = said
  return [
    ...row('What happens next', whatNext),
    ...row('What will bring it back', recovery),
    ...row('Back on track by', returnOn ? longDay(returnOn) : ''),
    ...row('Expected at the end of the year', forecast ? ratingOf(scheme, forecast).name : ''),
    ...row('Not what the facts suggest', difference(scheme, said)),
    ...row('A question of the two ratings', pairAnswered(scheme, said)),
  ]
}

function row(key: string, value: string): readonly MoreSaid[] {
  return value === '' ? [] : [{ key, value }]
}

function difference(scheme: RatingScheme, { suggested, differsBecause }: Said): string {
  if (!suggested?.rating || differsBecause === '') return ''
  return `They suggested ${ratingOf(scheme, suggested.rating).name}. ${suggested.reason} The lead says: “${differsBecause}”`
}

function pairAnswered(scheme: RatingScheme, said: Said): string {
  if (said.pairBecause === '') return ''
  return `${oddPair(scheme, said) ?? ''} The lead says: “${said.pairBecause}”`.trim()
}
