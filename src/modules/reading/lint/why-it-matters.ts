import { valueAt } from '../../../kernel/value-at.ts'

/** Why a question of each code matters: the reason a careful colleague would give when asked. */
const REASONS: Readonly<Record<string, string>> = {
  'action-has-two': 'Two things in one line finish at two times, and one rating cannot say both.',
  'action-only-receives': 'Hearing a report changes nothing for a child; what is decided on hearing it may.',
  'actions-alike': 'The same thing promised twice is reported twice, or by neither.',
  'acronym-not-defined': 'Members, parents and young people who do not know the letters cannot follow the plan.',
  'impossible-period': 'A wrong year is copied into every paper that follows.',
  'impossible-year': 'A wrong year makes a duty that nobody will be asked for.',
  'lead-carries-many': 'What hangs on one person stops when they are ill or leave.',
  'lead-is-a-post': 'A post may be empty; somebody must be asked by name.',
  'lead-missing': 'What nobody answers for is nobody’s to do.',
  'lead-spelled-differently': 'One lead under two names is asked twice, or not at all.',
  'leads-several': 'Where two are asked, each may wait for the other.',
  'measure-has-no-baseline': 'Without a starting point nobody can tell how far things have come.',
  'measure-has-no-number': 'Without a number, “achieved” is a matter of opinion.',
  'measure-is-a-document': 'A paper can be finished while nothing changes for any child.',
  'measure-missing': 'Without a measure nobody can say that it is done, nor that it helped.',
  'measure-repeated': 'One measure for many actions seldom fits them all.',
  'measures-mostly-documents': 'A plan measured by its papers can be all green while children’s lives stand still.',
  'no-leads': 'What nobody answers for is nobody’s to do.',
  'no-measures': 'Without measures nobody can say what the plan achieved.',
  'no-timescales': 'What has no date cannot be late, and is never asked about.',
  'place-elsewhere': 'A passage copied from another area may promise what this one never meant.',
  'reference-out-of-order': 'People look an action up by its number.',
  'reference-repeated': 'Two actions under one number are taken for each other.',
  'reference-skipped': 'A missing number may be a lost action.',
  'success-missing': 'Nobody can say an aim was reached that never said what reaching it looks like.',
  'timescale-after-plan': 'What is due after the end is asked for by no one unless it is carried forward.',
  'timescale-before-plan': 'A date in the past is late on the first day.',
  'timescale-does-not-agree': 'A meeting would wait for a report that nobody owes.',
  'timescale-missing': 'What has no date cannot be late, and is never asked about.',
  'timescale-repeated': 'A date pasted down a column is seldom anybody’s plan.',
  'timescale-unsure': 'A date that is guessed asks people at the wrong time.',
  'verbs-vague': 'Nobody can say when “supporting” is done.',
  'why-missing': 'An aim without a reason is the first to go when money is short.',
}

/** One sentence for a code of the check; null for a code that needs none. */
export function whyItMatters(code: string): string | null {
  return valueAt(REASONS, code) ?? null
}
