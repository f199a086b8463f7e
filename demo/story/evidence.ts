import type { DemoEvidence } from './telling.ts'

export const antenatalAttendance = table('antenatal-attendance.csv', [
  'Quarter,First-time mothers booked,Came to three sessions,Share',
  'Year before,412,157,38%',
  '1,104,43,41%',
  '2,109,51,47%',
  '3,101,62,61%',
])

export const frontDeskRegister = table('front-desk-training.csv', [
  'Place,People trained,Referrals made in seven months',
  'Leisure centres,31,92',
  'Libraries,22,61',
  'Surgeries,38,58',
  'Schools,29,71',
  'Registrars and crematorium,14,16',
  'Total,134,298',
])

export const attendanceTable = table('persistent-absence-years-9-to-11.csv', [
  'School group,Pupils,At the start,Now',
  'Marina three,1210,22.8%,21.0%',
  'Lock three,1145,31.9%,28.3%',
  'Priory three,1302,25.6%,24.2%',
  'Saltings two,688,31.4%,28.7%',
])

export const pathwayMinutes = minutes('back-to-class-pathway-minutes.txt', [
  'Back to class after illness: agreed note of the meeting in the ward schoolroom',
  '',
  'Present: ward teachers, school nurses, six heads of year, two parents who have done it.',
  '',
  '1. The pathway is agreed as drafted and was put on both websites on the 12th.',
  '2. The ward teacher rings the head of year on the day of discharge, not after it.',
  '3. Median days from discharge to first lesson on the trial wards: 34 last year; 9, 8 and 8 in the last three months.',
  '4. The group meets once more in six months to see whether the figures have held.',
])

export const guideReaders = table('annual-review-guide-readers.csv', [
  'Question,Yes,Not yet,No answer',
  'I felt prepared,120,12,8',
  'I knew what to say when I disagreed,109,23,8',
  'I would give the guide to a friend,131,0,9',
])

export const schoolNotices = table('notices-before-the-bell.csv', [
  'Week group,Nights,Notices by 8.45,Share',
  'Weeks 1 to 4,138,131,94.9%',
  'Weeks 5 to 8,129,125,96.9%',
  'Weeks 9 to 13,145,141,97.2%',
  'Quarter,412,397,96.4%',
])

export function missingTalks(monthName: (index: number) => string): DemoEvidence {
  const shares = [
    ['71%', 'not counted'],
    ['79%', '45%'],
    ['84%', '46%'],
    ['88%', '51%'],
    ['91%', '52%'],
    ['92%', '55%'],
    ['not reported', 'not reported'],
    ['83%', 'not counted'],
    ['90%', '58%'],
    ['93%', '64%'],
  ]
  const rows = shares.map((pair, index) => [monthName(index), ...pair].join(','))
  return table('talks-after-missing.csv', ['Month,Offered within 72 hours,Taken up', ...rows])
}

export const breaksTaken = table('breaks-taken.csv', [
  'Break,Young carers',
  'Sailing on the estuary,44',
  'Cinema and supper,61',
  'A morning off at home,23',
  'Camp under canvas,12',
  'Total,140',
])

export const housingTable = table('care-leavers-homes.csv', [
  'Measure,Before,Now',
  'In suitable homes,84%,93%',
  'Weeks since anyone slept in bed and breakfast,0,26',
  'Know their housing officer by name,not asked,100%',
  'Tenancies mended that would have ended,not counted,11',
])

export const pledgeMinutes = minutes('pledge-signing.txt', [
  'Signing of the pledge, council chamber, half past four',
  '',
  'The children in care council read the nine promises aloud, one voice each.',
  'The Independent Chair signed for the Board, the Director of Children’s Services for the council.',
  'Asked what happens when a promise is broken, the Director said: you tell me, and I answer in writing within ten days.',
  'The children in care council asked for that to be written down. It is promise ten of nine.',
])

export const inspections = table('young-inspectors.csv', [
  'Service,Recommendations,Acted on within a term',
  'Sexual health clinic,6,6',
  'Bus station kiosk,7,7',
  'Ward schoolroom,6,6',
  'Housing counter,8,7',
  'Library study room,6,5',
  'Youth court waiting room,7,3',
  'Three alternative providers,8,5',
  'Total,48,39',
])

function table(name: string, rows: readonly string[]): DemoEvidence {
  return { name, mediaType: 'text/csv', text: `${rows.join('\n')}\n` }
}

function minutes(name: string, lines: readonly string[]): DemoEvidence {
  return { name, mediaType: 'text/plain', text: `${lines.join('\n')}\n` }
}
