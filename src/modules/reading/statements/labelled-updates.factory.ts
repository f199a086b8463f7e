import type { Labelled } from './labelled-report.factory.ts'
import type { StatementCode } from './statement.ts'

const says = (text: string, ...asks: readonly StatementCode[]): Labelled => ({ text, asks })

/** Invented updates as leads write them in a hurry, each with what a careful colleague would ask of it. */
export const LABELLED_UPDATES: readonly Labelled[] = [
  says('We have trained 42 of 60 staff (70 per cent) and the rest are booked for June.'),
  says('42 of the 60 staff (85 per cent) have been trained.', 'statement-share'),
  says('Referrals to the MASH up 12% on last year (from 1,250 to 1,400).'),
  says('Referrals to the MASH up 20% on last year (from 1,250 to 1,400).', 'statement-change'),
  says('Waiting times have improved significantly since the new pathway began in May.'),
  says('5 children are on the waiting list for the short breaks service.', 'statement-small-number'),
  says('Our smallest school has 12 pupils, 10 of the 12 pupils met the standard.', 'statement-small-number'),
  says('Five members of staff and three volunteers run the group on Tuesdays.'),
  says('One girl aged 14 disclosed abuse during the programme.', 'statement-small-number'),
  says('We now have two care leavers on the interview panel for social workers.', 'statement-small-number'),
  says('A couple of families have been hard to engage.', 'statement-small-number'),
  says('The youth council met five times and has 14 members.'),
  says('Attendance in Year 11 is 91.3%, national 92.5%, so we are above the national figure.', 'statement-comparison'),
  says('Attendance in Year 11 is 93.1%, national 92.5%, so we are above the national figure.'),
  says('NEET for care leavers is down from 34% to 29%; England is 38%.'),
  says('NEET for care leavers is down from 29% to 34%; England is 38%.', 'statement-change'),
  says(
    'EHC plans issued within 20 weeks: 62% this quarter against 48% last quarter, an improvement of 14 percentage points.',
  ),
  says(
    'EHC plans issued within 20 weeks: 62% this quarter against 48% last quarter, an improvement of 24 percentage points.',
    'statement-change',
  ),
  says('We met the target of 90% for dental checks, with 93% done.'),
  says('We exceeded the target of 90% for dental checks, with 86% done.', 'statement-comparison'),
  says('There are now 88 foster carers, 8 more than a year ago (80).'),
  says('The rate of children on a protection plan is 46 per 10,000 against 43 per 10,000 in England.'),
  says('Fewer young people entered custody than in the year before: 7 against 9.'),
  says('The new hub opened on 4 September 2014 and 3 more will open by 2016.'),
  says('Action 4.12 is done. Action 4.13 is delayed until phase 2 because of staffing.'),
  says(
    'A quarter of referrals (25%) lead to an assessment, half (50%) are closed with advice and the remaining 25% are passed on.',
  ),
  says('The survey had 212 answers: 60% from girls and 45% from boys.', 'statement-sum'),
  says('20 twenty-year-olds and 30 nineteen-year-olds took part in Years 12 and 13.'),
  says('Of 9 permanent exclusions this year, 4 were of pupils with SEN.', 'statement-small-number'),
  says('Tooth decay at age five is worse than the England average, at 27% compared with 23%.'),
  says('Tooth decay at age five is better than the England average, at 27% compared with 23%.', 'statement-comparison'),
  says('Compared with 2013, 15 more families were helped.'),
  says('85% of 40 children (34) had a personal education plan in place.'),
  says('First time entrants fell by a third, from 90 to 60.'),
  says('First time entrants fell by a half, from 90 to 60.', 'statement-change'),
  says('Smoking at delivery has more than halved from 22% to 9%.'),
  says('Smoking at delivery has more than halved from 22% to 12%.', 'statement-change'),
  says('The attainment gap narrowed from 24 points to 27 points.', 'statement-change'),
  says('The attainment gap narrowed from 27 points to 24 points.'),
  says('All but two of the young people in the scheme found work.', 'statement-small-number'),
]
