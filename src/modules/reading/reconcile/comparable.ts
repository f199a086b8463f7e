import { readDisposal } from '../plan/read-disposal.ts'
import type {
  ActionReading,
  Claim,
  DisposalKind,
  PartReading,
  PlanReading,
  RatingKey,
  RatingReading,
  Where,
} from '../plan-reading.ts'

/** One row of a document as reconciling sees it: an action of a plan, or what a report says of one. */
export type ComparableRow = {
  /** names the row within its document, whether or not it has a reference */
  readonly id: string
  readonly ref: string | null
  readonly text: string
  readonly measure: string | null
  readonly leadWords: string | null
  /** the headings it stands under, outermost first */
  readonly trail: readonly string[]
  readonly narrative: string | null
  /** how it ended as a person told it, whatever its words say: null for no ending; absent where its words decide */
  readonly toldEnding?: DisposalKind | null
  readonly progressRating: RatingReading | null
  readonly impactRating: RatingReading | null
  readonly timescaleWords: string | null
  readonly others: readonly { readonly column: string; readonly text: string }[]
  readonly where: Where
}

/** Words of a document that are no row: a heading with what it says, or a line of prose. */
export type Passage = { readonly kind: 'heading' | 'prose'; readonly text: string; readonly where: Where }

/** A document as reconciling sees it, whatever it was read from. */
export type Comparable = {
  readonly name: string
  readonly title: string | null
  readonly rows: readonly ComparableRow[]
  readonly passages: readonly Passage[]
  readonly claims: readonly Claim[]
  /** how many parts stand at each level, by the document's own name for it */
  readonly levels: readonly { readonly name: string; readonly count: number }[]
  readonly ratingKey: readonly { readonly key: RatingKey; readonly text: string }[]
}

/** What a comparison needs of a document: a reading has it, and so has a plan that is kept here. */
export type ToCompare = Pick<
  PlanReading,
  'title' | 'levels' | 'claims' | 'notUnderstood' | 'tables' | 'glossary' | 'ratingKey'
> & {
  readonly source: Pick<PlanReading['source'], 'name'>
  readonly parts: readonly PartToCompare[]
  readonly actions: readonly ActionToCompare[]
}

type PartToCompare = Omit<PartReading, 'ref'>
type ActionToCompare = Pick<ActionReading, 'id' | 'part' | 'others' | 'where' | 'disposal'> &
  Pick<ComparableRow, 'ref' | 'text' | 'measure' | 'leadWords' | 'narrative' | 'progressRating' | 'impactRating'> & {
    readonly timescale: { readonly text: string } | null
  }

/** A document as one side of a comparison: nothing that it holds in words is left out of the search. */
export function comparableFrom(reading: ToCompare): Comparable {
  const byId = new Map(reading.parts.map((part) => [part.id, part]))
  return {
    name: reading.source.name,
    title: reading.title,
    rows: reading.actions.map((action) => rowOf(action, byId)),
    passages: [
      ...reading.parts.map((part) => ({ kind: 'heading' as const, text: wordsOfPart(part), where: part.where })),
      ...proseOf(reading),
    ],
    claims: reading.claims,
    levels: reading.levels.map((name, level) => ({
      name,
      count: reading.parts.filter((part) => part.level === level).length,
    })),
    ratingKey: reading.ratingKey ?? [],
  }
}

/** Whatever a document says outside its parts and actions: a table that is no plan may still name what was promised. */
function proseOf({ notUnderstood, tables = [], glossary = [] }: ToCompare): readonly Passage[] {
  return [
    ...notUnderstood.map(({ text, where }) => ({ kind: 'prose' as const, text, where })),
    ...tables.flatMap(({ title, rows, where }) =>
      [title ?? '', ...rows.map((cells) => cells.join(' '))].map((text) => ({ kind: 'prose' as const, text, where })),
    ),
    ...glossary.map(({ term, meaning, where }) => ({ kind: 'prose' as const, text: `${term} ${meaning}`, where })),
  ]
}

function rowOf(action: ActionToCompare, byId: ReadonlyMap<string, PartToCompare>): ComparableRow {
  return {
    id: action.id,
    ref: action.ref,
    text: action.text,
    measure: action.measure,
    leadWords: action.leadWords,
    trail: trailOf(action.part, byId),
    narrative: action.narrative,
    ...toldEndingOf(action),
    progressRating: action.progressRating,
    impactRating: action.impactRating,
    timescaleWords: action.timescale?.text ?? null,
    others: action.others ?? [],
    where: action.where,
  }
}

function toldEndingOf({ narrative, disposal }: ActionToCompare): Pick<ComparableRow, 'toldEnding'> {
  return disposal?.kind === readDisposal(narrative)?.kind ? {} : { toldEnding: disposal?.kind ?? null }
}

function trailOf(id: string | null, byId: ReadonlyMap<string, PartToCompare>): readonly string[] {
  const trail: string[] = []
  let part = id === null ? undefined : byId.get(id)
  while (part && trail.length < 9) {
    trail.unshift(part.title)
    part = part.parent === null ? undefined : byId.get(part.parent)
  }
  return trail
}

function wordsOfPart({ title, why, success, points = [], leadWords, alignedPlans }: PartToCompare): string {
  return [title, why, success, ...points, leadWords ?? null, ...alignedPlans].filter((text) => text !== null).join('\n')
}
