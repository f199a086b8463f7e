import type { Sheet } from '../../../papers/index.ts'

const LINES: readonly (readonly [string, string])[] = [
  [
    'What this is',
    'One row for each update that is asked of you. Fill in the cells that are tinted. All others are locked.',
  ],
  [
    'What has happened',
    'What was done, and what changed for children. Leave out names of children, and counts of children from 1 to 5.',
  ],
  ['What happens next', 'The next step, and when it will be taken.'],
  ['Progress and impact', 'Choose from the list in the cell. The sheet Ratings says what each rating means.'],
  [
    'What will bring it back, and by when',
    'Needed when a rating calls for it, such as red. Write the day like 31/03/2026, the day before the month.',
  ],
  ['Expected at year end', 'The progress you expect at the end of the plan’s year. It may stay empty.'],
  [
    'Why not what the facts suggest',
    'One sentence, when you choose another rating for progress than the one suggested.',
  ],
  [
    'How the two ratings go together',
    'One sentence, when progress and impact seldom go together. The page says when it is needed.',
  ],
  ['Why it is corrected', 'One sentence, only when an update that was sent is corrected.'],
  ['Rows you leave alone', 'Nothing happens to them. Rows may be left out or put in another order.'],
  ['Formulas', 'A formula counts as the text that it shows.'],
  [
    'When it is filled in',
    'Save it as .xlsx, and hand it in on My updates. You see what will happen with each row before any of it does.',
  ],
]

/** How the requests are filled in, in plain English, to read beside them. */
export function guidanceSheet(): Sheet {
  return {
    title: 'How to fill this in',
    name: 'How to fill this in',
    columns: [
      { header: 'About', width: 34 },
      { header: 'What to know', width: 90 },
    ],
    rows: LINES.map((cells) => ({ look: 'plain', cells })),
  }
}
