import type { Labelled } from './labelled-report.factory.ts'
import type { StatementCode } from './statement.ts'

const says = (text: string, ...asks: readonly StatementCode[]): Labelled => ({ text, asks })

/** Invented paragraphs of a needs assessment and of scrutiny papers, each with what a careful colleague would ask of it. */
export const LABELLED_NEEDS: readonly Labelled[] = [
  says('Ashwell has 38,400 residents under 20, which is 24.6% of its total population of 156,000.'),
  says('Ashwell has 38,400 residents under 20, which is 21.6% of its total population of 156,000.', 'statement-share'),
  says('Child poverty (18.2%) is lower than in England (20.1%) but higher than in the region (16.4%).'),
  says('Child poverty (22.4%) is lower than in England (20.1%).', 'statement-comparison'),
  says('Life expectancy for girls is 83.1 years, compared with 82.8 years nationally.'),
  says('The under-18 conception rate was 24.1 per 1,000, below the England rate of 27.7 per 1,000.'),
  says(
    'The under-18 conception rate was 31.2 per 1,000, better than the England rate of 27.7 per 1,000.',
    'statement-comparison',
  ),
  says('Six in ten pupils (61%) walk to school; three in ten (28%) come by car.'),
  says('Six in ten pupils (48%) walk to school.', 'statement-share'),
  says(
    'The proportion of schools judged good or outstanding rose from 71% to 84%, which exceeds the national figure of 82%.',
  ),
  says('In the year to March 2015 there were 1,204 referrals, 118 fewer than the year before (1,322).'),
  says('Emergency admissions for self-harm rose by 8%, from 150 to 162.'),
  says('Emergency admissions for self-harm rose by 18%, from 150 to 162.', 'statement-change'),
  says('The population aged 0 to 4 is projected to grow from 9,800 in 2014 to 11,200 by 2024.'),
  says('Three quarters of mothers (74.8%) start to breastfeed, above the England average of 73.9%.'),
  says('Three quarters of mothers (64.8%) start to breastfeed.', 'statement-share'),
  says('Of the 46 children adopted since 2012, 25 were girls and 21 were boys.'),
  says('Of the 46 children adopted since 2012, 25 were girls and 23 were boys.', 'statement-sum'),
  says('In Eastfield ward three children were treated for severe burns.', 'statement-small-number'),
  says('Two in every five children in Eastfield live in a household where nobody works.'),
  says('The average caseload is 16 children per social worker, and none holds more than 22.'),
  says('There is one school nurse for every 4,000 pupils.'),
  says('No more than three pupils share a laptop, and each pupil has two sessions a week.'),
  says('Siblings: 4 children in one family moved together to a new carer.', 'statement-small-number'),
  says('The panel heard from two parents, a head teacher and the Police and Crime Commissioner.'),
  says('Seven young people and one parent carer spoke at the conference in November 2014.'),
  says('Between April and June, one young person died on the roads of the borough.', 'statement-small-number'),
  says('Absence is 4.6%; the national figure is 4.5% and that of our neighbours 4.8%.'),
  says('Absence is lower than national figures and has been for the last three years.', 'statement-no-comparator'),
  says('Persistent absence halved from 8.2% to 4.0% between 2011 and 2014.'),
  says('Permanent exclusions per 10,000 pupils fell from 12 to 9 while England rose from 6 to 7.'),
  says('The Ofsted grade moved from requires improvement to good; 9 of 11 judgements improved.'),
  says('Boys (58%) do less well than girls (71%), a gap of 13 points.'),
  says('Boys (58%) do less well than girls (71%), a gap of 18 points.', 'statement-gap'),
  says('Girls (58%) do better than boys (71%) at Key Stage 1.', 'statement-comparison'),
  says('Section 17 assessments within 45 days: 88%. Section 47 enquiries within 15 days: 91%.'),
  says('The budget rose from £1.2m to £1.4m, and the cost per place fell from £310 to £290.'),
  says('Of 212 calls, 180 were answered within 20 seconds (85%), against a target of 80%.'),
  says('Of 212 calls, 180 were answered within 20 seconds (75%), against a target of 80%.', 'statement-share'),
  says('The latest figures (2009/10) show 62% of five-year-olds free of decay.', 'statement-year'),
]
