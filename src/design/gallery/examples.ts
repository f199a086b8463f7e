import type { DueMonth, Rating, RatingKey } from '../index.ts'

/** Words that a page must survive. */
export const HOSTILE = `<script>alert(1)</script> "quoted" & 'single' ‘curly’ <b>bold</b>`
export const ENDLESS = 'Supercalifragilisticexpialidocious'.repeat(4)
export const LONG =
  'Work with schools, health visitors and the voluntary sector so that every child who needs help early gets it from somebody they already know, in a place they can get to, without telling their story twice'

export const RATINGS = [
  { key: 'blue', name: 'Complete' },
  { key: 'green', name: 'On track' },
  { key: 'amber', name: 'Some slippage' },
  { key: 'red', name: 'Off track' },
  { key: 'grey', name: 'Not started' },
] as const satisfies readonly Rating[]

export const RULES: Readonly<Record<RatingKey, string>> = {
  blue: 'Done, and there is evidence that it was done.',
  green: 'Will be done by the date in the plan.',
  amber: 'Late by less than a quarter, and there is a plan to catch up.',
  red: 'Late by a quarter or more, or no plan to catch up.',
  grey: 'Not due to begin yet.',
}

export const MONTHS: readonly DueMonth[] = [
  { month: '2014-04', reported: 3, overdue: 0, due: 0 },
  { month: '2014-05', reported: 2, overdue: 1, due: 0 },
  { month: '2014-06', reported: 7, overdue: 2, due: 0 },
  { month: '2014-07', reported: 1, overdue: 0, due: 0 },
  { month: '2014-08', reported: 0, overdue: 0, due: 0 },
  { month: '2014-09', reported: 9, overdue: 6, due: 0 },
  { month: '2014-10', reported: 1, overdue: 1, due: 3 },
  { month: '2014-11', reported: 0, overdue: 0, due: 4 },
  { month: '2014-12', reported: 0, overdue: 0, due: 12 },
  { month: '2015-01', reported: 0, overdue: 0, due: 5 },
  { month: '2015-02', reported: 0, overdue: 0, due: 2 },
  { month: '2015-03', reported: 0, overdue: 0, due: 28 },
]
