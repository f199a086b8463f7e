import type { StatementCode } from './statement.ts'

/**
 * An invented annual report, written as such reports are, each paragraph with what a careful colleague would ask of it.
 * Most raise nothing: they are there to show what must not be asked.
 */
export type Labelled = { readonly text: string; readonly asks: readonly StatementCode[] }

const says = (text: string, ...asks: readonly StatementCode[]): Labelled => ({ text, asks })

export const LABELLED_REPORT: readonly Labelled[] = [
  // comparisons
  says(
    'At Key Stage 2, 71% of pupils in Marlow Vale reached the expected standard, above the national average of 67%.',
  ),
  says(
    'At Key Stage 4, 58% achieved a standard pass in English and maths, which is above the England average of 61%.',
    'statement-comparison',
  ),
  says(
    'Only 14% of children in care achieved five good GCSEs. This compares favourably with the national figure of 18%.',
    'statement-comparison',
  ),
  says('Persistent absence was 9.8%, which is better than the regional average of 11.2%.'),
  says(
    'Persistent absence in special schools was 24.1%, better than the regional average of 21.9%.',
    'statement-comparison',
  ),
  says('Our NEET figure of 3.1% compares favourably to 4.2% nationally.'),
  says('Our NEET figure of 6.4% compares favourably to the national average of 4.2%.', 'statement-comparison'),
  says('Breastfeeding at six weeks stood at 44%, in line with the England average of 45%.'),
  says('Breastfeeding initiation stood at 61%, in line with the England average of 74%.', 'statement-comparison'),
  says('The rate of first-time entrants fell to 212 per 100,000, lower than the regional rate of 240 per 100,000.'),
  says('Re-referrals were 26%, lower than the average of our statistical neighbours (22%).', 'statement-comparison'),
  says('Attendance at primary school was 95.2%, exceeding the target of 95%.'),
  says('Attendance at secondary school was 92.7%, exceeding the target of 94%.', 'statement-comparison'),
  says(
    '87% of health assessments were up to date, higher than the 82% reported for the region and the national average of 85%.',
  ),
  says(
    'In primary schools 12% of pupils and in secondary schools 9% of pupils claimed a free meal; these are below the national averages of 14% and 13% respectively.',
  ),
  says(
    'Obesity in Reception was 10.4%, significantly better than the national average of 9.1%.',
    'statement-comparison',
    'statement-significant',
  ),
  says(
    'The rate of children looked after is 58 per 10,000, lower than that of England (67 per 10,000) and close to our neighbours.',
  ),
  says('More children than before said that they felt safe at school: 88%, compared with 83% nationally.'),
  // differences
  says('Writing improved to 70%, which is 2% above the national average of 68%.'),
  says('Maths improved to 74%, which is 5% above the national average of 71%.', 'statement-difference'),
  says('Girls reached 63.4%, 1.6 percentage points above the national average of 61.8%.'),
  says('Boys reached 55.1%, 3.2 percentage points below the national average of 56.3%.', 'statement-difference'),
  // changes
  says('The number of families reached by the hubs rose from 410 to 530.'),
  says('The number of young carers known to us increased from 212 to 187.', 'statement-change'),
  says('Exclusions fell from 40 to 30, a fall of 33%.', 'statement-change'),
  says('Exclusions fell from 40 to 30, a fall of 25%.'),
  says('Average waiting time improved from 9 weeks to 14 weeks.', 'statement-change'),
  says('Average waiting time improved from 14 weeks to 9 weeks.'),
  says('The take-up of two-year-old places has risen from 64% in autumn to 78% in summer.'),
  says('Visits to the website doubled from 1,200 to 2,450.'),
  says('The number of apprentices doubled from 31 to 44.', 'statement-change'),
  says('Custody has halved, from 18 young people to 9.'),
  says('Agency staff were reduced from 21% to 24% of the workforce.', 'statement-change'),
  says('Foster carers approved grew from 24 to 30, an increase of 25%.'),
  says('Dental checks rose from 80% to 88%, an increase of 12 percentage points.', 'statement-change'),
  says('Between 2012 and 2014 the service moved from two teams to one.'),
  // gaps
  says(
    '61% of boys and 72% of girls reached a good level of development. The gap of 11 percentage points is unchanged.',
  ),
  says('Pupils eligible for free meals reached 48% and other pupils 69%. The gap is 25%.', 'statement-gap'),
  says('Pupils with SEN support reached 22%; pupils with no SEN reached 71%. The gap of 49 points has narrowed.'),
  says('The gap between our results and the national average narrowed to 3%.'),
  says('The gap of 54 between 13 and 89 is wide.', 'statement-gap'),
  says('The gap of 76 between 13 and 89 is wide.'),
  says('There is a gap of 54 between girls (89) and boys (13).', 'statement-gap'),
  says('The gap between girls (89) and boys (13) is 76 points.'),
  says('The gap between 13 for pupils with SEN and 89 for others is 54.', 'statement-gap'),
  says('Attainment 8 was 31 for disadvantaged pupils and 48 for others, a gap of 27.', 'statement-gap'),
  says('Attainment 8 was 31 for disadvantaged pupils and 48 for others, a gap of 17.'),
  says('There is a gap of 12 points between the 40 schools and the 20 academies.'),
  says('There was a gap of 6 weeks between 2 visits and 3 calls.'),
  says('The gap of 4 between ages 13 and 19 is closing.'),
  says('The gap of 9 points between our 61 and the national 70 has not moved.'),
  says('Disadvantaged pupils achieved 39%, their peers 66%, a gap of 37 percentage points.', 'statement-gap'),
  // shares
  says('Of 320 referrals, 80 of the 320 (25%) came from schools.'),
  says('Schools sent 96 of the 320 referrals (40%).', 'statement-share'),
  says('Of a population of 180,000, there are 45,000 children (25% of the population).'),
  says('Of a population of 180,000, there are 45,000 children (22% of the population).', 'statement-share'),
  says('Just over one in five children (21%) lives in poverty.'),
  says('One in four children (33%) lives in the two poorest wards.', 'statement-share'),
  says('Nearly two thirds (64%) of parents were pleased with the course.'),
  says('A third (45%) of parents had used a hub.', 'statement-share'),
  says('Half of our schools (52%) have a trained counsellor.'),
  says('The programme has turned around over 100% of the families in its first phase.', 'statement-share'),
  says('We reached 104% of the target for volunteers.'),
  // sums
  says('We approved 46 carers (30 women and 16 men).'),
  says('The group has 30 children (18 boys and 14 girls).', 'statement-sum'),
  says('A total of 64 actions made up the plan. Of these 50 were completed. 6 were carried forward.', 'statement-sum'),
  says('A total of 64 actions made up the plan. Of these 50 were completed and the remaining 14 were carried forward.'),
  says('There were 90 audits. Of these, 60 were good, 20 required improvement and 10 were inadequate.'),
  // small numbers
  says('Only 3 children waited longer than a year for adoption.', 'statement-small-number'),
  says('Two young people were placed in secure accommodation.', 'statement-small-number'),
  says('All but one of the children reviewed had seen a dentist.', 'statement-small-number'),
  says('11 of the 12 care leavers are in work or training.', 'statement-small-number'),
  says('One looked after child was missing for more than a week.', 'statement-small-number'),
  says('There were four cases of child sexual exploitation in the east of the borough.', 'statement-small-number'),
  says('96% of the 25 pupils at the centre passed.', 'statement-small-number'),
  says('Fewer than 6 children were remanded to custody.'),
  says('No child was excluded from primary school.'),
  says('Three children’s centres and two secondary schools took part.'),
  says('Children in Year 5 and 4 year old children in 3 nurseries tried the course.'),
  says('One in 5 children speaks a second language at home.'),
  says('Up to 5 pupils can use the room at a time, and every 3 pupils share a tutor.'),
  says('If the borough had 100 children, 4 children would be disabled.'),
  says('Two child protection conferences a week are held at the hub.'),
  says('The team of five social workers and one manager moved on 3 March 2015.'),
  says('Call 01632 960983 or write to 4 Mill Road, AB12 3CD, quoting action 3.12.'),
  says('The service costs £2.4 million, of which £3 is paid for each child per day.'),
  // comparisons without a figure
  says('Low birth weight is 7.4%, lower than the national average.', 'statement-no-comparator'),
  says(
    'Hospital admissions for asthma are 212 per 100,000 and are similar to the regional and national rates.',
    'statement-no-comparator',
  ),
  says('Immunisation stands at 94%, above the national average of 91%.'),
  says('We want every school to be above the national average by 2016.'),
  says('A very low rate of re-offending was seen, at 27%.', 'statement-no-comparator'),
  // years
  says('The latest data, for 2011/12, show that 18% of mothers smoked.', 'statement-year'),
  says('The latest data, for 2014/15, show that 15% of mothers smoked.'),
  says('By 2020 the number of children under five is expected to reach 14,000.'),
  says('In 2019 the service reached 640 families.', 'statement-year'),
  // prose that counts nothing
  says('The partnership met four times and agreed its priorities for the coming year.'),
  says('We are proud of our staff, who continue to go above and beyond for families.'),
  says('Head teachers from 12 schools wrote to the Board on 12.11.14 about transport.'),
  says('The strategy runs from 2013 to 2016 and has five aims.'),
  says('Support is similar to that offered in previous years.'),
]
