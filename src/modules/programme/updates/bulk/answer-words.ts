import { parseDay, shortDay } from '../../../../kernel/day.ts'
import type { RatingScheme } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import type { UpdateWords } from '../update-words.ts'
import type { UpdateProblem } from '../write-update/check-update.ts'
import type { AnswerCells } from './answer-columns.ts'
import { dayAsTyped } from './day-as-typed.ts'

/** The words of an update as the cells of a sheet say them: ratings by the names of the plan's scheme. */
export function cellsOf(words: UpdateWords, scheme: RatingScheme): AnswerCells {
  const name = (key: RatingKey | null) => ratingOf(scheme, key)?.name ?? ''
  const on = parseDay(words.returnOn)
  return {
    ...words,
    progress: name(words.progress),
    impact: name(words.impact),
    forecast: name(words.forecast),
    returnOn: on ? shortDay(on) : '',
  }
}

/** What the cells say, and which of them cannot be understood. */
export function wordsOfCells(
  cells: AnswerCells,
  scheme: RatingScheme,
): { readonly typed: UpdateWords; readonly problems: readonly UpdateProblem[] } {
  const problems: UpdateProblem[] = []
  const rating = (field: 'progress' | 'impact' | 'forecast') => {
    const said = cells[field].trim().toLowerCase()
    const found = scheme.ratings.find(({ key, name }) => [key, name.toLowerCase()].includes(said))
    if (said !== '' && !found) {
      const names = scheme.ratings.map(({ name }) => name).join(', ')
      problems.push({ field, message: `“${cells[field].slice(0, 50)}” is no rating of this plan. Choose ${names}` })
    }
    return found?.key ?? null
  }
  const typed = {
    ...cells,
    progress: rating('progress'),
    impact: rating('impact'),
    forecast: rating('forecast'),
    returnOn: dayAsTyped(cells.returnOn) ?? cells.returnOn,
  }
  return { typed, problems }
}
