/** An invented plan of two levels, to be written in every layout that partnerships use. */
export type InventedAction = {
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly when: string
  readonly lead: string
}
export type InventedObjective = {
  readonly ref: string
  readonly title: string
  readonly actions: readonly InventedAction[]
}
export type InventedAim = {
  readonly ref: string
  readonly title: string
  readonly objectives: readonly InventedObjective[]
}

export const PLAN_TITLE = 'Tarnbeck Children’s Delivery Plan 2025-26'

export const AIMS: readonly InventedAim[] = [
  aim('1', 'A good start', [
    [
      'Babies are seen early',
      [
        ['Visit every newborn within two weeks', '95% of newborns visited', 'May 2025', 'Head of Health Visiting'],
        ['Open a weighing clinic in each village hall', 'Six clinics open', 'June 2025', 'Oona Marsh'],
        ['Train childminders to spot delayed speech', '40 childminders trained', 'July 2025', 'Early Years Team'],
      ],
    ],
    [
      'Parents are not alone',
      [
        ['Pair each new mother under 20 with a mentor', '30 pairs after a year', 'September 2025', 'Hal Brix'],
        [
          'Publish one map of all parent groups',
          'Map used by 500 families',
          'October 2025',
          'Family Information Service',
        ],
      ],
    ],
  ]),
  aim('2', 'Learning that lasts', [
    [
      'Nobody drops out',
      [
        ['Ring every family on the third day of absence', 'Absence falls to 5%', 'November 2025', 'Attendance Team'],
        ['Offer breakfast in all infant schools', '11 schools serve breakfast', 'December 2025', 'Schools Forum'],
        [
          'Review part-time timetables with each headteacher',
          'No timetable over six weeks',
          'January 2026',
          'Head of Inclusion',
        ],
      ],
    ],
    [
      'Reading for pleasure',
      [
        ['Send a book home with every five-year-old', '900 books sent', 'February 2026', 'Library Service'],
        ['Recruit reading volunteers from local firms', '60 volunteers', 'March 2026', 'Petra Lund'],
      ],
    ],
  ]),
  aim('3', 'Safe and heard', [
    [
      'Streets feel safe',
      [
        [
          'Walk the evening routes with young people',
          'Four routes walked',
          'April 2025',
          'Community Safety Partnership',
        ],
        ['Light the path behind the skate park', 'Lamps in place', 'May 2025', 'Highways Team'],
        ['Agree one protocol for missing children', 'Protocol signed', 'June 2025', 'Superintendent Ade Okafor'],
      ],
    ],
    [
      'Care leavers thrive',
      [
        ['Give each care leaver a named adviser', 'All 48 have one', 'July 2025', 'Leaving Care Team'],
        ['Hold twelve starter flats for care leavers', '12 flats let', 'August 2025', 'Head of Housing'],
        ['Ask the care council to grade the pledge', 'Grades published', 'September 2025', 'Care Council'],
      ],
    ],
  ]),
  aim('4', 'Services that join up', [
    [
      'One front door',
      [
        ['Merge the three referral forms into one', 'One form in use', 'October 2025', 'Business Support Team'],
        ['Answer every contact within one working day', '98% answered in a day', 'November 2025', 'Front Door Team'],
        ['Share case notes between health and care', 'Notes shared for 300 children', 'December 2025', 'Ines Falk'],
        ['Review the front door with families who used it', '50 families asked', 'January 2026', 'Head of Quality'],
      ],
    ],
  ]),
]

export const ACTIONS: readonly (InventedAction & {
  readonly aim: InventedAim
  readonly objective: InventedObjective
})[] = AIMS.flatMap((each) =>
  each.objectives.flatMap((objective) => objective.actions.map((action) => ({ ...action, aim: each, objective }))),
)

type Row = readonly [text: string, measure: string, when: string, lead: string]

function aim(ref: string, title: string, objectives: readonly (readonly [string, readonly Row[]])[]): InventedAim {
  return {
    ref,
    title,
    objectives: objectives.map(([name, rows], o) => ({
      ref: `${ref}.${o + 1}`,
      title: name,
      actions: rows.map(([text, measure, when, lead], a) => ({
        ref: `${ref}.${o + 1}.${a + 1}`,
        text,
        measure,
        when,
        lead,
      })),
    })),
  }
}
