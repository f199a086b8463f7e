import { squeeze } from '../formats/inline-text.ts'
import { type Known, NAMES } from './known-names.ts'

/** `rank` 1 is the surest: of two columns for one field the lower rank takes it. `rest` is what follows a colon. */
export type KnownColumn = { readonly known: Known; readonly rank: number; readonly rest: string | null }

const KNOWN_BY_NAME = new Map<string, { known: Known; rank: number }>(
  NAMES.flatMap(([known, rank, names]) => names.split(';').map((name) => [closeUp(name), { known, rank }] as const)),
)

/** Words that give a longer name away: "Timescale for completion", "RAG (Sept)", "Update September 2024". A later line never wins. */
const SIGNS: readonly (readonly [Known, number, RegExp])[] = [
  ['progress', 1, /\b(?:b?ray?g|bragg?|ragb)\b(?!.*\bimpact\b)/],
  ['impact', 1, /\b(?:b?rag|bragg?|rating)\b.*\bimpact\b|\b(?:impact|outcome)\b.*\b(?:b?rag|bragg?|rating)\b/],
  ['narrative', 2, /\bimpact\b.*\b(?:to date|so far|by (?:the )?end|at (?:the )?end|autumn|spring|summer|q[1-4])\b/],
  ['narrative', 1, /\b(?:updates?|progress|position|comments?|commentary|narrative)\b/],
  ['other', 1, /\b(?:risks?|budget|funding|resources?|costs?|plans)\b/],
  ['starts', 1, /^(?:planned |expected )?start\b/],
  [
    'timescale',
    1,
    /\b(?:time ?scales?|time ?frames?|deadline|by when|due date|target date|completion date|end date|when will)\b|^when\b/,
  ],
  ['lead', 1, /\b(?:leads?|owners?|responsible|responsibility|accountable|by whom|led by)\b|^who\b/],
  [
    'measure',
    1,
    /\b(?:success|kpis?|measures?|measured|performance indicators?|how (?:will|do|can|would|should) we know|how we(?: will|ll) know)\b/,
  ],
  ['measure', 2, /\b(?:outcomes?|impact|evidence|outputs?|difference|different|benefits?)\b/],
  [
    'action',
    2,
    /\b(?:actions?|activit(?:y|ies)|deliverables?|commitments?|what (?:will|are|do|must) we|what we(?: will|ll| are| need))\b/,
  ],
  ['narrative', 3, /^what (?:has|have|was|were|did) (?!.*\bwill\b).*\b(?:done|do|achieved|changed)\b/],
  [
    'action',
    3,
    /^what (?:we|you|they|is|must|has|have)\b.*\b(?:do|done)\b|^how (?:this|it|we|they|will|are|is)\b.*\b(?:achieve|achieved|deliver|delivered|done)\b/,
  ],
  ['progress', 3, /\bstatus\b/],
  ['part', 2, /\b(?:priority|priorities|aims?|themes?|objectives?|goals?|recommendations?)\b/],
]

/** What a column's name says, or null when it says nothing we know. "Lead Group: Education Alliance" is "lead group" and the rest. */
export function knownColumn(text: string): KnownColumn | null {
  const whole = KNOWN_BY_NAME.get(closeUp(text))
  if (whole) return { ...whole, rest: null }
  const colon = text.indexOf(':')
  const before = colon > 0 ? KNOWN_BY_NAME.get(closeUp(text.slice(0, colon))) : undefined
  return before ? { ...before, rest: squeeze(text.slice(colon + 1)) || null } : null
}

/** What a longer name hints at; weaker than a name that is known whole. */
export function hintedColumn(text: string): KnownColumn | null {
  if (text.length > 90 || /[.!]$/.test(text)) return null
  const words = plainName(text)
  const sign = SIGNS.find(([, , pattern]) => pattern.test(words))
  return sign ? { known: sign[0], rank: sign[1] + 1, rest: null } : null
}

/** A name in lower case, with spaces for marks: "Time-scale (RAG)*" is "time scale rag". */
export function plainName(text: string): string {
  return squeeze(
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
}

/** A name as it is compared: without brackets, numbers at its end, marks or spaces, as a narrow column breaks words anywhere. */
function closeUp(text: string): string {
  const bare = text
    .replace(/\([^)]{0,60}\)/g, ' ')
    .replace(/\s(?:19|20)\d\d\s?(?:[/–-]\s?(?:19|20)?\d\d)?\s*$/, ' ')
    .replace(/\s[A-Z]?\d+(?:\.\d+)*[a-z]?\s*[:.]?\s*$/, ' ')
  const closed = bare
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replace(/[^\p{L}\p{N}#]+/gu, '')
  return closed === '#' ? 'no' : closed.replaceAll('#', '')
}
