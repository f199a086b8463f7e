export type DirectionKind = 'above' | 'below' | 'same' | 'better' | 'worse'

/** Words that set one figure against another. */
export type Direction = {
  readonly kind: DirectionKind
  readonly text: string
  readonly from: number
  readonly to: number
}

const KINDS: readonly (readonly [DirectionKind, string])[] = [
  [
    'better',
    'compar(?:es?|ed|ing) (?:very |quite |more )?(?:favourably|well)(?: (?:to|with|against))?|(?:is|are|was|were) favourable|better than|improv(?:es?|ed) on|stronger than|outperform(?:s|ed|ing)?',
  ],
  [
    'worse',
    'compar(?:es?|ed|ing) (?:very )?(?:unfavourably|poorly|badly)(?: (?:to|with|against))?|worse than|poorer than|weaker than',
  ],
  [
    'above',
    'above|higher(?: [^.;,\\d%]{1,40}?)? than|greater than|more than|exceed(?:s|ed|ing)?|in excess of|ahead of',
  ],
  ['below', 'below|lower(?: [^.;,\\d%]{1,40}?)? than|less than|fewer than|behind|short of'],
  [
    'same',
    '(?:has|have|is|are|at|with) (?:an |about )?average(?= (?:levels?|rates?|numbers?)\\b)|in line with|similar to|(?:the )?same as|equal to|on a par with|consistent with|comparable (?:to|with)|on average for|matche?s|level with|identical to',
  ],
]
const ANY = new RegExp(`\\b(?:${KINDS.map(([kind, words]) => `(?<${kind}>${words})`).join('|')})\\b`, 'gi')

/** The direction words of a sentence, in order. "more than 20", where nothing is compared, is left to its reader. */
export function directionsIn(sentence: string): Direction[] {
  return [...sentence.matchAll(ANY)].flatMap(({ 0: text, index, groups }) => {
    const kind = KINDS.find(([name]) => groups?.[name] !== undefined)?.[0]
    return kind ? [{ kind, text, from: index, to: index + text.length }] : []
  })
}

/** What a figure may be set against, and how each is written. */
export const COMPARATORS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['England', /\b(?:national(?:ly)?|(?<!of )england|english|country)\b/i],
  [
    'the region',
    /\b(?:region(?:al|ally)?|eastern|east of england|north east|north west|yorkshire|midlands|london|south east|south west)\b/i,
  ],
  ['statistical neighbours', /\b(?:neighbours?|snn?|similar (?:areas|authorities|councils)|comparators?)\b/i],
  ['the target', /\btargets?\b/i],
]
