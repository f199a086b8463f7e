import type { Labelled } from './labelled-report.factory.ts'
import type { StatementCode } from './statement.ts'

const says = (text: string, ...asks: readonly StatementCode[]): Labelled => ({ text, asks })

/** Invented paragraphs of performance notes and minutes, each with what a careful colleague would ask of it. */
export const LABELLED_MINUTES: readonly Labelled[] = [
  says('The partnership held four development days and two of these were led by young people.'),
  says('Three schools in the north of the borough have joined the mental health pilot, taking the total to 17.'),
  says('There has been a 14% rise in contacts, from 5,210 to 5,940.'),
  says('Timeliness of initial conferences was 82%, up from 77% last year; England 79%.'),
  says('96% of visits were in time, exceeding the 90% target.'),
  says('Across the two sites 48 parents finished the course, of whom 31 were mothers and 17 fathers.'),
  says('Children aged 2 and 3 years made more progress than those who did not attend.'),
  says('We will recruit 4 apprentices and 2 family support workers by March 2016.'),
  says('Rates of obesity in Year 6 are 19.1%, similar to the England average of 19.0%.'),
  says('The number of unaccompanied children fell from 31 to 29, and the number of care leavers rose from 88 to 97.'),
  says('In Q2, 1 in 3 contacts led to a referral, and 34% of referrals to an assessment.'),
  says('Take-up of the vaccination is now 88%, against the 95% needed for herd immunity.'),
  says('Sixteen young people sat on the panel over the year; each served two meetings.'),
  says('A&E attendances by under fives are higher than the regional rate (512 per 1,000 against 478 per 1,000).'),
  says('Two sisters were returned home after a court hearing.', 'statement-small-number'),
  says('The proportion of assessments done in 45 days fell from 88% to 91%.', 'statement-change'),
  says('Since 2012 vacancies have fallen by half from 24% to 12%.'),
  says(
    'Average time between entering care and moving in with an adoptive family was 612 days, better than the England average of 628 days.',
  ),
  says(
    'Average time between entering care and moving in with an adoptive family was 712 days, better than the England average of 628 days.',
    'statement-comparison',
  ),
  says('3 of our 5 secondary schools are good or outstanding (60%).'),
  says('3 of our 5 secondary schools are good or outstanding (75%).', 'statement-share'),
  says('Child A, aged 4, and her two brothers moved in June.', 'statement-small-number'),
  says('Only one pupil in the cohort of 24 did not reach the standard.', 'statement-small-number'),
  says('Participation at 17 stands at 86.1%, below the national average of 84.8%.', 'statement-comparison'),
  says('There were 14 fixed-term exclusions in primary schools compared with 22 the year before, a fall of 36%.'),
  says(
    'There were 14 fixed-term exclusions in primary schools compared with 22 the year before, a fall of 64%.',
    'statement-change',
  ),
  says(
    'Our rate of 52 per 10,000 is above that of England (48 per 10,000), the region (44 per 10,000) and our neighbours (50 per 10,000).',
  ),
  says(
    'Our rate of 42 per 10,000 is above that of England (48 per 10,000) and the region (44 per 10,000).',
    'statement-comparison',
    'statement-comparison',
  ),
  says('Eighty per cent of parents said the course helped; 15% said it did not.'),
  says('The helpline took 640 calls in 2014/15 and 410 in 2013/14, an increase of 56%.'),
  says('We have 5 children’s homes, 3 of which were judged good.'),
  says('Numbers are small: fewer than five children in each year group.'),
  says('On 31 March 2015 there were 3 young people in custody, compared with 7 in 2014.', 'statement-small-number'),
  says('We supported 12 families, with 27 children; 26 of the 27 children stayed at home.', 'statement-small-number'),
  says('The gap between disadvantaged pupils (44%) and others (68%) is 24 percentage points.'),
  says('The gap between disadvantaged pupils (44%) and others (68%) is 28 percentage points.', 'statement-gap'),
  says('Year 1 phonics: 76%, national 77%. Year 2 phonics: 90%, national 90%.'),
  says('Half of the 8 recommendations are done, and the other four are on track.'),
]
