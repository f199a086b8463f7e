import { quote } from './quote.ts'
import { type SmallCount, smallCountsIn } from './small-counts.ts'
import { type Asker, questionOn } from './statement.ts'

/** Counts of children from 1 to 5 in free words: whoever knows the place may know the child. */
export const askSmallNumbers: Asker = (sentence) => {
  const counts = smallCountsIn(sentence.text, sentence.figures)
  if (counts.length === 0) return []
  const words = [...new Set(counts.map(({ text }) => quote(text, 60)))].join(', ')
  return [
    questionOn(sentence, {
      code: 'statement-small-number',
      severity: 'warning',
      figures: counts.map(({ text }) => text),
      arithmetic: counts.flatMap(({ kind, count }) => (kind === 'told' ? [] : `that makes ${count}`))[0] ?? null,
      message: `${words}: ${whatIsSmall(counts)} Could a child be recognised by it? “Fewer than 6” or no number may say enough; look also whether another figure lets somebody work it out.`,
    }),
  ]
}

function whatIsSmall(counts: readonly SmallCount[]): string {
  const hidden = counts.find(({ kind }) => kind !== 'told')
  if (!hidden || counts.some(({ kind }) => kind === 'told')) return 'a count of children from 1 to 5.'
  const how = hidden.kind === 'left-over' ? 'this leaves' : 'this works out as'
  return `${how} ${hidden.count}, a count of children from 1 to 5.`
}
