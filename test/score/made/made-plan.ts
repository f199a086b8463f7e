/** An invented plan, whose words are its own: what every made document holds. */
export type MadePlan = {
  readonly title: string
  readonly levels: readonly [string, string]
  readonly aims: readonly MadeAim[]
}
export type MadeAim = { readonly ref: string; readonly title: string; readonly actions: readonly MadeAction[] }
export type MadeAction = {
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly timescale: string
  readonly lead: string
  readonly progress: '' | 'Blue' | 'Green' | 'Amber' | 'Red' | 'Grey'
}

type Row = readonly [text: string, measure: string, timescale: string, lead: string, progress: MadeAction['progress']]

export const HARBOUR: MadePlan = plan('Brackenmouth Children and Young People’s Delivery Plan 2025-26', 'Aim', [
  [
    'Every baby has a safe and healthy beginning',
    [
      [
        'Visit each first-time parent at home within ten days of the birth',
        '92% of new parents visited by day ten',
        'September 2025',
        'Brackenmouth Health Visiting Team',
        'Green',
      ],
      [
        'Offer the perinatal wellbeing course in all five family hubs',
        'Courses run in 5 of 5 hubs; 80 parents complete',
        'December 2025',
        'Amara Quill, Family Hubs Manager',
        'Amber',
      ],
      [
        'Publish one pathway for babies whose parents use substances',
        'Pathway agreed by the safeguarding partners',
        'Quarterly',
        'Public Health',
        '',
      ],
      [
        'Train midwives and hub staff together in responding to domestic abuse',
        '60 staff trained, 90% more confident',
        'March 2026',
        'Head of Midwifery',
        'Red',
      ],
    ],
  ],
  [
    'Children thrive at school and nobody is left outside',
    [
      [
        'Bring every permanently excluded child back into full-time learning within six weeks',
        'Average days out of learning falls from 41 to 30',
        'Termly',
        'Inclusion Board',
        'Amber',
      ],
      [
        'Review all part-time timetables each month with the head teacher concerned',
        'Number of part-time timetables over 6 weeks',
        'Monthly',
        'Tomasz Hale',
        'Green',
      ],
      [
        'Open twelve specialist places at Saltmarsh Primary',
        '12 places filled',
        'September 2026',
        'Director of Education',
        '',
      ],
      [
        'Write to every family waiting over twenty weeks for an education, health and care plan',
        'Letters sent; complaints fall by a third',
        'October 2025 and February 2026',
        'SEND Team',
        'Green',
      ],
      [
        'Give each care leaver in year 11 a named careers adviser',
        '100% have a named adviser',
        '31 October 2025',
        'Virtual School',
        'Blue',
      ],
    ],
  ],
  [
    'Young people are safe where they live and meet',
    [
      [
        'Map the places where young people say they do not feel safe and share the map with partners',
        'Map shared; three hot spots improved',
        'January 2026',
        'Community Safety Partnership',
        'Grey',
      ],
      [
        'Hold return conversations within 72 hours for each child who goes missing',
        '95% within 72 hours (now 71%)',
        'Ongoing',
        'Sergeant Priya Oduya',
        'Amber',
      ],
      [
        'Commission detached youth work on the Quayside estate',
        'Contract let; 300 contacts a quarter',
        'June 2025',
        'Youth Service',
        'Blue',
      ],
      [
        'Agree an information sharing protocol with neighbouring boroughs about exploited children',
        'Protocol signed by all four boroughs',
        'TBC',
        'Deputy Chief Officer, Police',
        '',
      ],
    ],
  ],
])

export const FELL: MadePlan = plan('Upper Fell Early Help Strategy 2024 to 2027', 'Priority', [
  [
    'Families get help early',
    [
      [
        'Set up a single front door so that a family tells its story once',
        'Share of contacts answered within one day',
        'By April 2025',
        'Early Help Board',
        '',
      ],
      [
        'Agree one assessment form across health, schools and the council',
        'One form in use in 30 of 34 schools',
        '2026',
        'Nell Ashby / Joe Carrick',
        '',
      ],
      [
        'Place a family worker in each of the seven largest primary schools',
        '7 workers in post',
        'Sept 2025',
        'Council, Schools Forum',
        '',
      ],
    ],
  ],
  [
    'Homes are warm and bills are paid',
    [
      [
        'Check benefit entitlements for all families open to early help',
        'Average yearly gain per family',
        'Every six months',
        'Citizens’ Advice',
        '',
      ],
      ['Insulate two hundred of the coldest family homes', '200 homes at band C', 'March 2027', 'Housing Services', ''],
      [
        'Stop school meal debt from following children to secondary school',
        'No pupil starts year 7 with a debt',
        'Summer term 2026',
        'Schools Forum',
        '',
      ],
      [
        'Run a winter coat exchange in each market town',
        'Coats exchanged per town',
        'November 2024, November 2025 and November 2026',
        'Fellside Churches Together',
        '',
      ],
    ],
  ],
])

function plan(title: string, level: string, aims: readonly (readonly [string, readonly Row[]])[]): MadePlan {
  return {
    title,
    levels: [level, 'Action'],
    aims: aims.map(([aim, rows], a) => ({
      ref: String(a + 1),
      title: aim,
      actions: rows.map(([text, measure, timescale, lead, progress], index) => ({
        ref: `${a + 1}.${index + 1}`,
        text,
        measure,
        timescale,
        lead,
        progress,
      })),
    })),
  }
}
