import type { RatingKey } from '../../src/modules/reading/index.ts'

/** What an update of the story says of the time to come. */
export type Coming = {
  readonly next: string
  /** what will bring it back, and in how many days from its sending */
  readonly back?: readonly [recovery: string, days: number]
  readonly forecast?: RatingKey
  /** why its progress is not what the facts suggest */
  readonly differs?: string
}

/** By action, one for each time that it is told of, in that order. */
export const COMING: Readonly<Record<string, readonly Coming[]>> = {
  '1.1.1': [
    {
      next: 'The section is cleared, the floor is laid and the midwives get their keys.',
      back: ['Clearing the asbestos under licence, while the doors and the heating are fitted next door', 75],
      forecast: 'blue',
    },
    {
      next: 'The money adviser starts and Fridays open.',
      forecast: 'blue',
      differs: 'The building is open; the calendar counts the weeks it was late',
    },
  ],
  '1.1.2': [
    { next: 'An evening course opens, and we count who stays for three sessions.' },
    { next: 'Two of three courses run after six.' },
    { next: 'The grandmothers’ session is held once a month.' },
  ],
  '1.1.3': [{ next: 'Nothing more for the plan: new staff are trained as they start.' }],
  '1.1.4': [
    {
      next: 'We meet the three largest surgeries, one at a time.',
      differs: 'The report itself went to the board on time; only the talks with surgeries are late',
    },
  ],
  '1.2.1': [
    { next: 'The third therapist begins, and visits go weekly in all twelve settings.' },
    {
      next: 'The post is advertised again, at a higher grade if the care board allows it.',
      back: ['Hiring a third therapist, at the higher grade if need be', 90],
    },
    {
      next: 'The care board decides on the grade this month.',
      back: ['Hiring at the higher grade, and every setting visited weekly again', 85],
      forecast: 'amber',
    },
    { next: 'Weekly visits go on, and reviews are counted again at the year’s end.', forecast: 'amber' },
  ],
  '1.2.2': [{ next: 'Visitors return to the streets where nobody opened.' }],
  '1.2.4': [
    { next: 'A second rhyme time on Friday, and a first one at the library in the south.' },
    { next: 'Cards go out through childminders too.' },
  ],
  '2.1.1': [
    { next: 'Each three tests its plans, and looks first at changeover.' },
    {
      next: 'The two paused schools start again under their new heads.',
      back: ['The new heads take up their schools’ plans, with a breakfast room in each', 80],
    },
    {
      next: 'Breakfast rooms open in three more schools.',
      forecast: 'green',
      differs: 'All eleven plans are in use now, later than we said',
    },
  ],
  '2.1.2': [{ next: 'The five schools that have not drawn on it are rung.' }],
  '2.1.3': [
    { next: 'The young inspectors finish their training and make the first visits.' },
    {
      next: 'The four second visits are made before Easter.',
      back: ['The four second visits, each with a date in the diary', 45],
      forecast: 'blue',
    },
  ],
  '2.1.4': [
    {
      next: 'Nothing more for the plan: the group looks at the gaps once a term.',
      differs: 'Everybody has agreed to it',
    },
    {
      next: 'Nothing more for the plan: the group looks at the gaps once a term.',
      differs: 'It has been in use since the 12th, and the minutes show it',
    },
  ],
  '2.2.1': [
    { next: 'A fifth writer starts in June, and cases are shared out by age.' },
    { next: 'The oldest cases are closed first, then the writers keep pace.' },
    {
      next: 'Three psychologists on contract begin in the autumn.',
      back: ['Three psychologists on contract, and advice asked for on the day a request comes in', 150],
      forecast: 'green',
    },
    {
      next: 'The named writers go on calling; the contract psychologists start in September.',
      back: ['Three psychologists on contract and a named writer for each family who waits', 110],
      forecast: 'amber',
    },
    {
      next: 'The contract psychologists clear the advice that is late.',
      back: ['Advice within seven weeks, and a deputy who reports when the lead is away', 90],
      forecast: 'amber',
      differs: 'One in three families is served in time, which is worse than a report not sent',
    },
    {
      next: 'The oldest cases go on being read out until they close.',
      back: ['Two more months of the contract psychologists, and advice inside seven weeks', 80],
      forecast: 'amber',
    },
    {
      next: 'The 18 families who wait longest are written to one by one.',
      back: ['The contract psychologists to the year’s end, and the oldest 18 cases first', 60],
      forecast: 'green',
    },
    {
      next: 'Interviews for two writers next week.',
      back: ['Two new writers in post, and the contract psychologists to the year’s end', 65],
      forecast: 'amber',
    },
    { next: 'The last writer starts, and the oldest cases close.', forecast: 'green' },
  ],
  '2.2.2': [
    {
      next: 'A new contractor is chosen; families hear each month.',
      back: ['A new contractor who finishes the two bases', 88],
      forecast: 'red',
    },
  ],
  '2.2.3': [{ next: 'Nothing more for the plan: parent carers look at the guide again each year.' }],
  '2.2.4': [
    { next: 'A second drop-in opens, nearer the bus station.' },
    {
      next: 'The care board is asked for more clinics.',
      back: ['More clinics, which only the care board can fund: asked for, with the families’ own words', 90],
    },
  ],
  '2.3.1': [{ next: 'The last two places are filled, and next year’s are agreed with the port.' }],
  '2.3.2': [
    { next: 'Pairs meet each fortnight until exams are over.' },
    {
      next: 'We count where this year’s pupils go in the autumn.',
      differs: 'The report is late because the counts of leavers came in February; the work is not',
    },
  ],
  '3.1.1': [
    { next: 'The audit of thirty cases is made and read at the meeting.' },
    { next: 'The single number goes to shops and drivers, and a second audit follows.' },
    { next: 'The single number goes to shops and drivers, and a second audit follows.' },
    { next: 'The next audit asks parents what they thought of the plan.' },
  ],
  '3.1.2': [
    {
      next: 'We meet health again next week about the list.',
      back: ['Agreeing with health whom a child may choose, and printing the list', 40],
    },
    { next: 'The offer goes out by text as well as by telephone from next month.' },
    { next: 'Every offer is texted, and rung after two days without an answer.' },
    { next: 'Homes outside the borough get a named person to call.' },
    { next: 'The youth worker asks those who said no what would have made them say yes.' },
    { next: 'Two more homes try the new message.' },
    {
      next: 'The list is caught up, and October’s figures are sent with the next.',
      back: ['The post is filled, and a second person learns to keep the list', 45],
    },
    { next: 'The new message goes to every home.' },
    { next: 'We go on, and look for the last point.', forecast: 'blue' },
    { next: 'The action stays open until the year ends, to see that it lasts.', forecast: 'blue' },
  ],
  '3.1.3': [{ next: 'The last nine lamps are mended and the routes walked again in spring.' }],
  '3.2.1': [
    {
      next: 'The second site catches up with shorter gaps between groups.',
      back: ['Groups every week in place of every other, in the room the library lends us', 60],
    },
    { next: 'Two groups end next month, and the drawings go to the housing team.' },
  ],
  '3.2.2': [{ next: 'Nothing more for the plan: the notices go on each night.' }],
  '3.3.1': [
    {
      next: 'Exit talks with everyone who leaves, and a second advert in May.',
      back: ['Protected caseloads, and pay matched to the neighbour’s for experienced workers', 120],
    },
    {
      next: 'Caseloads are levelled across the teams from next month.',
      back: ['Six more workers from the academy, and caseloads levelled at eighteen', 130],
      forecast: 'amber',
    },
  ],
  '4.1.1': [
    { next: 'The two schools left over get their teams after the summer.' },
    { next: 'We ask those who left early what would have kept them.' },
    { next: 'Two schools try sessions on the move, and we compare them in spring.' },
  ],
  '4.1.2': [
    {
      next: 'Two nurses are advertised for a third time, with the hospital.',
      back: ['Two more nurses for the weekend nights', 40],
      forecast: 'amber',
      differs: 'It is open, and short of two nurses rather than stopped',
    },
  ],
  '4.1.3': [
    { next: 'The same question goes on the forms of the two other colleges.' },
    { next: 'Breaks go on through the winter, and we ask which ones helped.' },
    {
      next: 'The board hears what a fourth worker would cost.',
      back: ['A fourth worker, asked for from the reserve, or first visits made in pairs', 70],
      forecast: 'amber',
    },
  ],
  '4.2.1': [
    { next: 'Six households go to panel before the autumn.' },
    {
      next: 'We go back to the nine who withdrew with what a bedroom would cost.',
      back: ['A loan for extra bedrooms, and visits to the nine households who withdrew', 100],
      forecast: 'amber',
    },
    {
      next: 'The board decides on the loan.',
      back: ['A loan for extra bedrooms, if the board agrees to it', 75],
      forecast: 'red',
    },
  ],
  '4.2.2': [{ next: 'Nothing more for the plan: the guarantee stands in the lettings policy.' }],
  '4.2.3': [
    {
      next: 'The form is cut to two sides and tried in two schools.',
      back: ['A form of two sides, and older pupils who choose what it asks', 60],
      forecast: 'green',
    },
  ],
  '4.2.4': [{ next: 'Young people rate each promise in the spring.' }],
  '4.3.1': [
    { next: 'Three more services are inspected before the winter.' },
    { next: 'The two silent services are visited by the chair.' },
    { next: 'The tenth service is inspected, and the report comes out in spring.' },
  ],
  '4.3.4': [{ next: 'The survey closes, and pupils read the answers first.' }],
}
