import type { Figure, FigureRole } from './read-figures.ts'

const COMPARATOR_WORD =
  "national(?:ly|'s|’s)?|england(?:'s|’s)?|english|region(?:al|ally|'s|’s)?|east(?:ern)?(?: of england)?|averages?|mean|median|benchmarks?|neighbours?(?:'s|'|’s|’)?|snn?|comparators?|uk|london"
const CHANGE_NOUN =
  'rise|increase|decrease|drop|fall|reduction|improvement|growth|difference|change|gain|swing|decline|dip|uplift|saving|margin'
const OWN_WORD = /\b(?:our|we|us|ours|locally|local|here|this borough|while|whereas|but)\b/i

const BEFORE: readonly (readonly [RegExp, FigureRole])[] = [
  [
    /\bgaps? between\b[^.;]{0,80}\d%?(?: (?:for|in|among) [^.;,\d]{1,40})? (?:is|was|stands at|stood at)(?: now)?\s*$/i,
    'gap',
  ],
  [/\bgaps? between\b.{0,110}\) (?:is|was|stands at|stood at)(?: now)?\s*$/i, 'gap'],
  [
    /\bgaps?\b[^.;:%\d]{0,80}\b(?:of|is|was|at|to|by|now|stands at|stood at)(?: (?:about|around|just|over|only|some|nearly))?\s*$/i,
    'gap',
  ],
  [
    /\b(?:by|up|down)(?: (?:about|around|just|over|only|some|nearly|almost|a further|another|up to|at least|more than))*\s*$/i,
    'difference',
  ],
  [
    new RegExp(
      `\\b(?:${CHANGE_NOUN})s?(?: in [^.;%\\d]{1,40}?)? of(?: (?:about|around|just|over|only|some|nearly|almost|a further|another))*\\s*$`,
      'i',
    ),
    'difference',
  ],
  [/\btargets?\b[^.;%\d]{0,20}$/i, 'target'],
  [
    /\b(?:from|up on|down on|previous(?:ly)?(?: (?:rate|figure|year|level|value|total))?(?: of| at|,)?|last year(?:'s|’s)?(?: (?:figure|rate|total))?(?: of| at|,)?|year before(?: of| at|,)?)(?: (?:about|around|just|over|only|a|the|an))*\s*$/i,
    'prior',
  ],
]
/** "87% compared to 89%": what the other is held against. */
const AGAINST =
  /\b(?:compar(?:ed|es|ing) (?:to|with)|against|versus|vs\.?)(?: (?:the|a|an|about|around|just|only))*\s*$/i
const AFTER: readonly (readonly [RegExp, FigureRole])[] = [
  [
    new RegExp(
      `^ ?(?:(?:percentage )?points? )?(?:above|below|ahead|behind|higher|lower|better|worse|more|fewer|less|${CHANGE_NOUN})\\b`,
      'i',
    ),
    'difference',
  ],
  [/^[ -](?:percentage[ -])?(?:point )?gap\b/i, 'gap'],
  [
    /^\)?,? ?(?:nationally|regionally|(?:in|for|across) (?:england|the (?:region|country|east)|london|statistical|similar)|(?:for|of|among|in) (?:the )?(?:national|regional|england|statistical|similar|other (?:areas|authorities)))/i,
    'comparator',
  ],
  [
    /^\)?,? ?(?:in |during |for )?(?:the )?(?:previous|last|preceding) (?:year|quarter|term)\b|^\)?,? ?(?:the )?year before\b|^\)? in the last\b/i,
    'prior',
  ],
]
const COMPARATOR_BEFORE = new RegExp(`^.*\\b(?:${COMPARATOR_WORD})\\b([^.;%\\d]{0,42})$`, 'i')

/** Gives each figure of a sentence its part in it. */
export function withRoles(sentence: string, figures: readonly Omit<Figure, 'role'>[]): Figure[] {
  return figures.map((figure) => ({ ...figure, role: roleOf(sentence, figure) }))
}

function roleOf(sentence: string, { from, to, unit }: Omit<Figure, 'role'>): FigureRole {
  const before = sentence.slice(Math.max(0, from - 120), from)
  const after = sentence.slice(to, to + 60)
  const following = AFTER.find(([pattern]) => pattern.test(after))?.[1]
  if (following === 'difference' || following === 'gap') return following
  const preceding = BEFORE.find(([pattern]) => pattern.test(before))?.[1]
  if (preceding) return preceding
  if (unit === 'points') return 'difference'
  if (following) return following
  if (AGAINST.test(before)) return 'comparator'
  const comparator = COMPARATOR_BEFORE.exec(before)
  return comparator && !OWN_WORD.test(comparator[1] ?? '') ? 'comparator' : 'own'
}
