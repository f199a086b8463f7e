import type { ActionReading, Finding, Where } from '../plan-reading.ts'
import { checkPassages, passageOf } from './check-statement.ts'
import { paragraphsOf } from './sentences.ts'
import type { Passage, StatementContext, StatementQuestion } from './statement.ts'
import { whyAsked } from './why-asked.ts'

type Piece = { readonly text: string; readonly where: Where }
type Narrated = Pick<ActionReading, 'id' | 'narrative' | 'text' | 'where'>
type Read = {
  readonly prose: readonly Piece[]
  readonly actions: readonly Narrated[]
  readonly context: StatementContext
}
type Place = { readonly passage: Passage; readonly action: string | null; readonly where: Where }

/** A line this short with no full stop is a heading of what follows. */
const HEADING_LENGTH = 90

/** The statement check over a document: its prose, and what was written beside its actions. */
export function checkDocument({ prose, actions, context }: Read): Finding[] {
  const places = [...narratives(actions), ...proseOf(prose)]
  const placeOf = new Map(places.map((place) => [place.passage, place]))
  const bySentence = new Map<number, Place>()
  let from = 0
  const passages = places.map(({ passage }) => {
    const sentences = passage.sentences.map((sentence) => ({ ...sentence, from: from++ }))
    const moved = { ...passage, sentences }
    const place = placeOf.get(passage)
    for (const sentence of sentences) if (place) bySentence.set(sentence.from, place)
    return moved
  })
  return checkPassages(passages, context).map((question) => toFinding(question, bySentence.get(question.from)))
}

function narratives(actions: readonly Narrated[]): Place[] {
  return actions.flatMap(({ id, narrative, text, where }) =>
    paragraphsOf(narrative ?? '').map((paragraph) => ({ passage: passageOf(paragraph, text), action: id, where })),
  )
}

function proseOf(prose: readonly Piece[]): Place[] {
  let topic = ''
  return prose.flatMap(({ text, where }) => {
    const paragraphs = paragraphsOf(text)
    if (text.length <= HEADING_LENGTH && !/[.!?;,]$/.test(text) && !/\d ?%/.test(text)) topic = text
    return paragraphs.map((paragraph) => ({ passage: passageOf(paragraph, topic), action: null, where }))
  })
}

function toFinding({ code, severity, words, message }: StatementQuestion, place: Place | undefined): Finding {
  const why = whyAsked(code)
  return {
    code,
    severity,
    action: place?.action ?? null,
    words,
    message,
    where: place?.where ?? null,
    why,
    ...(place?.action && { field: 'narrative' as const }),
  }
}
