import type { Paper, PaperBlock, PaperCell, PaperRating } from './paper.ts'

const RATINGS: readonly PaperRating[] = [
  { key: 'blue', name: 'Complete' },
  { key: 'green', name: 'On track' },
  { key: 'amber', name: 'At risk' },
  { key: 'red', name: 'Off track' },
  { key: 'grey', name: 'Not due' },
]

/** A paper of an invented partnership; say only what matters. */
export function aPaper(parts: Partial<Paper> = {}): Paper {
  return {
    partnership: "Merrowdale Children and Young People's Partnership",
    title: 'Delivery plan 2014 to 2015: progress report',
    subtitle: 'For the Executive Board of 9 April 2015',
    reference: 'MCYPP 15/04/03',
    asAt: 'As at 31 March 2015',
    description: 'How the actions of the 2014 to 2015 delivery plan stood at the end of the year.',
    blocks: [],
    ...parts,
  }
}

export function aTable(rows: readonly (readonly PaperCell[])[]): PaperBlock {
  return {
    kind: 'table',
    caption: 'Actions of objective 1.1',
    columns: [
      { header: 'Ref', weight: 8, align: 'start' },
      { header: 'Action and measure', weight: 42, align: 'start' },
      { header: 'Due', weight: 13, align: 'start' },
      { header: 'Progress', weight: 18, align: 'start' },
      { header: 'Impact', weight: 18, align: 'start' },
      { header: 'Days late', weight: 9, align: 'end' },
    ],
    rows,
    whenEmpty: 'No action belongs to this objective yet.',
  }
}

/** One row that differs by its number, as a report's do. */
export function anActionRow(index: number): readonly PaperCell[] {
  const progress = RATINGS[index % 5] ?? null
  const impact = index % 7 === 3 ? null : (RATINGS[(index + 2) % 5] ?? null)
  return [
    { text: `${1 + Math.floor(index / 12)}.${1 + (index % 12)}` },
    {
      text: `Give every school cluster ${index + 1} a named early help worker, and agree who calls a family first`,
      detail: `Measure: share of families seen within 10 working days, quarter ${1 + (index % 4)}`,
    },
    { text: '30 Sep 14' },
    { rating: progress },
    { rating: impact },
    { text: index % 3 === 0 ? String(index * 17) : '0' },
  ]
}

/** A report as a board gets it: the answer, a bar, then the actions by aim. */
export function aReport(rowsPerAim: readonly number[]): Paper {
  const aims = rowsPerAim.flatMap((count, index): readonly PaperBlock[] => [
    { kind: 'heading', level: 1, text: `Aim ${index + 1}: children are safe, heard and well` },
    { kind: 'heading', level: 2, text: `Objective ${index + 1}.1: help comes early` },
    {
      kind: 'paragraph',
      text: 'Each action is shown with the measure the plan set for it and the latest accepted update.',
    },
    aTable(Array.from({ length: count }, (_, row) => anActionRow(row))),
  ])
  return aPaper({ blocks: [...OPENING, ...(rowsPerAim.length > 4 ? [CONTENTS] : []), ...aims] })
}

const CONTENTS: PaperBlock = { kind: 'contents' }

const OPENING: readonly PaperBlock[] = [
  {
    kind: 'answer',
    text: '55 of 82 actions are complete. 5 are off track and need the Board; 22 were never reported.',
  },
  {
    kind: 'rating-bar',
    title: 'Progress of all 82 actions',
    counted: 'actions',
    counts: RATINGS.map((rating, index) => ({ rating, count: [41, 9, 7, 3, 0][index] ?? 0 })),
    notRated: 22,
  },
  {
    kind: 'paragraph',
    text: 'Fewer children waited for help this year. In the autumn 61 families in every 100 were seen within 10 working days; by March it was 84. The gap between the two ends of the borough did not close.',
  },
  {
    kind: 'list',
    items: [
      'Decide whether action 5.11 goes into next year’s plan.',
      'Ask the lead group for education why 14 updates are outstanding.',
      'Note that the health visiting figures are provisional until June.',
    ],
  },
  { kind: 'note', text: 'Source: updates accepted by lead-group chairs up to 31 March 2015.' },
]
