import { RatingChip, Table, WordChanges } from '../../../design/index.ts'
import { type Day, longDay, parseDay } from '../../../kernel/day.ts'
import type { RatingScheme } from '../../plan/index.ts'
import { type RatingKey, wordChanges } from '../../reading/index.ts'
import { ratingOf } from '../ratings/rating-words.ts'

export type OneText = {
  /** whose it is and since when, as the head of its column */
  readonly title: string
  readonly narrative: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly whatNext: string
  readonly recovery: string
  /** a day, or as it was typed */
  readonly returnOn: Day | string | null
  readonly forecast: RatingKey | null
}

type Props = {
  readonly caption: string
  readonly scheme: RatingScheme
  readonly first: OneText
  readonly second: OneText
}

/** Two versions of one update side by side, field by field, with the words marked that only one of them has. */
export function BothTexts({ caption, scheme, first, second }: Props) {
  const changes = wordChanges(first.narrative, second.narrative)
  const rating = (key: RatingKey | null) =>
    key ? <RatingChip rating={ratingOf(scheme, key)} size="small" /> : 'Not chosen'
  const rated = (a: RatingKey | null, b: RatingKey | null) => ({
    first: rating(a),
    second: (
      <>
        {rating(b)} {a !== b && <span class="trellis-detail">Different</span>}
      </>
    ),
  })
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'field', header: 'Field', isReference: true },
        { key: 'first', header: first.title },
        { key: 'second', header: second.title },
      ]}
      rows={[
        {
          field: 'What happened',
          first: first.narrative === '' ? 'No words yet' : <WordChanges changes={changes} side="before" />,
          second: second.narrative === '' ? 'No words yet' : <WordChanges changes={changes} side="after" />,
        },
        { field: 'Progress', ...rated(first.progress, second.progress) },
        { field: 'Impact', ...rated(first.impact, second.impact) },
        ...more('What happens next', first.whatNext, second.whatNext),
        ...more('What will bring it back', first.recovery, second.recovery),
        ...more('Back on track by', dayWords(first.returnOn), dayWords(second.returnOn)),
        ...(first.forecast || second.forecast
          ? [{ field: 'Expected at the end of the year', ...rated(first.forecast, second.forecast) }]
          : []),
      ]}
    />
  )
}

/** A row for what only some updates say; none where neither does. */
function more(field: string, first: string, second: string) {
  if (first === '' && second === '') return []
  const changes = wordChanges(first, second)
  return [
    {
      field,
      first: first === '' ? 'Nothing said' : <WordChanges changes={changes} side="before" />,
      second: second === '' ? 'Nothing said' : <WordChanges changes={changes} side="after" />,
    },
  ]
}

function dayWords(on: OneText['returnOn']): string {
  if (on === null) return ''
  const day = typeof on === 'string' ? parseDay(on) : on
  return day ? longDay(day) : String(on)
}
