import { disposalMeant, readEndings } from '../plan/read-disposal.ts'
import type { DisposalKind } from '../plan-reading.ts'
import type { Comparable, ComparableRow } from './comparable.ts'

/** How one row's own words say that its action ended. */
export type Ending = {
  readonly kind: DisposalKind
  /** the very words that say so; empty where a person told it and no words do */
  readonly words: string
  /** what a person told is the strongest source, then the narrative; a rating, a date column or another column says less */
  readonly from: 'told' | 'narrative' | 'rating' | 'rating-key' | 'timescale' | 'column'
  /** what else the row says of its end, which does not go with it: a question to its author */
  readonly alsoSays: readonly { readonly kind: DisposalKind; readonly words: string }[]
}

/** These two may be said of one row without contradiction: what is not finished is carried on. */
const GO_TOGETHER: readonly (readonly [DisposalKind, DisposalKind])[] = [
  ['carried-forward', 'in-progress'],
  ['transferred', 'in-progress'],
  ['merged', 'in-progress'],
  ['not-reported', 'in-progress'],
]

/** How a row says that its action ended: as a person told it, else by its narrative, else by its ratings, date column or other columns. Null when none says. */
export function howItEnded(row: ComparableRow, ratingKey: Comparable['ratingKey']): Ending | null {
  if (row.toldEnding !== undefined) {
    const told = disposalMeant(row.narrative, row.toldEnding)
    return told && { ...told, from: 'told', alsoSays: [] }
  }
  const [first, ...more] = readEndings(row.narrative)
  const weaker = weakerSources(row, ratingKey)
  if (first) {
    const others = [...more, ...weaker]
    return {
      kind: first.kind,
      words: first.words,
      from: 'narrative',
      alsoSays: others.filter(({ kind }) => !goTogether(first.kind, kind)).map(({ kind, words }) => ({ kind, words })),
    }
  }
  const [found] = weaker
  if (!found) return null
  const alsoSays = weaker
    .filter(({ kind }) => !goTogether(found.kind, kind))
    .map(({ kind, words }) => ({ kind, words }))
  return { ...found, alsoSays }
}

function goTogether(a: DisposalKind, b: DisposalKind): boolean {
  return a === b || GO_TOGETHER.some((pair) => pair.includes(a) && pair.includes(b))
}

type Weaker = Pick<Ending, 'kind' | 'words' | 'from'>

function weakerSources(row: ComparableRow, ratingKey: Comparable['ratingKey']): readonly Weaker[] {
  const rating = row.progressRating
  const meaning = ratingKey.find(({ key }) => key === rating?.key)
  return [
    ...endingIn(rating?.text ?? null, 'rating'),
    ...endingIn(meaning?.text ?? null, 'rating-key'),
    ...(isBareStatus(row.timescaleWords) ? endingIn(row.timescaleWords, 'timescale') : []),
    ...row.others
      .filter(({ column }) => /status|outcome|progress|disposal|position|achieved|result|comment/i.test(column))
      .flatMap(({ text }) => endingIn(text, 'column')),
  ]
}

function endingIn(text: string | null, from: Weaker['from']): readonly Weaker[] {
  const [first] = readEndings(text)
  return first ? [{ kind: first.kind, words: first.words, from }] : []
}

/** A date column that holds a status and no date. */
function isBareStatus(words: string | null): boolean {
  return words !== null && !/\d/.test(words)
}
