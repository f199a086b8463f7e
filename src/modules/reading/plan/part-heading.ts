import { squeeze } from '../formats/inline-text.ts'

/** "Outcome 4: Children are safe": the level's name, its number and the title. */
export type PartHeading = {
  readonly level: string
  readonly ref: string
  readonly title: string
  /** the level and number as they stand: "OUTCOME 4" */
  readonly mark: string
  readonly rest: string | null
}

const LEVELS =
  'strategic aims?|strategic objectives?|strategic priority|strategic outcome|aim|outcome|objective|priority area|priority|section|theme|pillar|goal|strand|workstream|ambition|domain|action area|improvement area'
const HEADING = new RegExp(
  `^(${LEVELS})\\s+(\\d{1,2}(?:\\.\\d{1,2})*|[A-Z]|one|two|three|four|five|six|seven|eight)\\s*[:–—.-]\\s*(\\S.*)$`,
  'i',
)
const LOOSE_HEADING = new RegExp(`^(${LEVELS}|action)\\s+(\\d{1,2}(?:\\.\\d{1,2})*|[A-Z])\\s*[:–—.-]?\\s+(\\S.*)$`, 'i')
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
/** A tail that says which year's priorities follow, and is no part of the title. */
const TAIL = /\s[–—-]\s(priorities for [\d/ –-]{4,12})$/i

/** Reads a line that opens a part of the plan, or null. A line marked as a heading may leave out the colon. */
export function readPartHeading(text: string, isMarked: 'marked' | 'plain' = 'plain'): PartHeading | null {
  if (text.length > 260) return null
  const found = (isMarked === 'marked' ? LOOSE_HEADING : HEADING).exec(text) ?? HEADING.exec(text)
  if (!found) return null
  const [, level = '', number = '', whole = ''] = found
  const tail = TAIL.exec(whole)
  const spelled = NUMBER_WORDS.indexOf(number.toLowerCase())
  return {
    level: titleCase(squeeze(level)),
    ref: spelled === -1 ? number : String(spelled + 1),
    mark: squeeze(`${level} ${number}`),
    title: tail ? whole.slice(0, tail.index) : whole,
    rest: tail?.[1] ?? null,
  }
}

/** "Aim: Children are safe" and "Priority 2 Children are safe": a level's name before a title, in a place where only a heading can stand. */
export function readLooseHeading(text: string): Pick<PartHeading, 'level' | 'title' | 'mark'> | null {
  const found = new RegExp(`^(${LEVELS})\\s*[:–—-]\\s*(\\S.*)$`, 'i').exec(text)
  if (!found || text.length > 260) return null
  return { level: titleCase(squeeze(found[1] ?? '')), title: found[2] ?? '', mark: found[1] ?? '' }
}

export type LabelKind = 'why' | 'success' | 'aligned'
export type LabelledText = {
  readonly label: { readonly kind: LabelKind; readonly text: string } | null
  readonly text: string
}

const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'why',
    /why (?:this|it) is (?:so )?important(?: to us)?\b[?:]?|why (?:does )?this matters?\b[?:]?|why is this (?:important|a priority)\b[?:]?/i,
  ],
  [
    'success',
    /how (?:we will|will we) know(?: (?:that )?we (?:are|have been) successful| if we are successful| we have succeeded)?\b[?:]?|what (?:does )?success (?:will )?looks? like\b[?:]?/i,
  ],
  [
    'aligned',
    /plans? to which this (?:outcome|aim|objective|priority|goal|section|theme) aligns?\b:?|linked plans(?: and strategies)?:/i,
  ],
]

/** Whether a text is a label alone, or opens with one. */
export function isProseLabel(text: string): boolean {
  return splitAtLabels(text)[0]?.label != null
}

/**
 * Cuts a text at the labels in it: a label counts at the text's start, or in capitals anywhere, as where a heading was glued to it.
 * The pieces, labels included, hold every word of the text in its order.
 */
export function splitAtLabels(text: string): LabelledText[] {
  const cuts = LABELS.flatMap(([kind, pattern]) => {
    const found = pattern.exec(text)
    if (!found) return []
    const words = found[0]
    const isAlone = found.index === 0 && text.length <= words.length + 3
    return isAlone ||
      words === words.toUpperCase() ||
      (found.index === 0 && /^[\s:]/.test(text.slice(words.length) || ':') && /[?:]$/.test(words))
      ? [{ kind, from: found.index, words }]
      : []
  }).sort((a, b) => a.from - b.from)
  const pieces: LabelledText[] = []
  const before = squeeze(text.slice(0, cuts[0]?.from ?? text.length))
  if (before !== '') pieces.push({ label: null, text: before })
  for (const [index, cut] of cuts.entries()) {
    const after = text.slice(cut.from + cut.words.length, cuts[index + 1]?.from)
    pieces.push({ label: { kind: cut.kind, text: squeeze(cut.words) }, text: squeeze(after.replace(/^[\s:–-]+/, '')) })
  }
  return pieces
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
}
