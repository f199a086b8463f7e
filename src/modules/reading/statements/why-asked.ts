import type { StatementCode } from './statement.ts'

const REASONS: Readonly<Record<StatementCode, string>> = {
  'statement-comparison':
    'Readers take the word and skip the figures; where they disagree, the wrong one is remembered.',
  'statement-difference': 'A difference that does not follow from its figures makes readers doubt the rest.',
  'statement-change': 'What rose and what fell decides what a board does next.',
  'statement-gap': 'A gap between groups of children is what a plan is judged by.',
  'statement-share': 'A share that its own figures do not give may be of another year or another group.',
  'statement-sum': 'Whoever is in none of the parts is out of sight.',
  'statement-small-number': 'A neighbour, a parent or the child may know who is meant.',
  'statement-no-comparator': 'A comparison without its figure cannot be checked, nor seen again next year.',
  'statement-year': 'An old figure reads as if it were this year’s.',
  'statement-significant': 'To analysts the word means that chance was ruled out.',
  'statement-points': 'Five points and five per cent are two different changes.',
  'statement-told-twice': 'Two values for one measure: readers will quote the one that suits them.',
}

/** Why a question of the statement check matters. */
export function whyAsked(code: StatementCode): string {
  return REASONS[code]
}
