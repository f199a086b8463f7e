import type { PlanYear } from '../plan-year.ts'

export const learning = ({ month, monthName, shortMonth, longDay, quarter }: PlanYear) => `
## Aim 2: Everyone learning, everyone included

### Why this matters

Lessons missed are hard to hand back. One pupil in four in our older year groups now misses a day a fortnight, and families of disabled children wait longest for the help that would keep them in class.

### How we will know

Persistent absence in Years 9 to 11 falls below 23%. Three education, health and care plans in four are issued inside twenty weeks. Families of disabled children tell us the first meeting was the useful one.

### Objective 2.1: No pupil loses learning for want of a welcome

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 2.1.1 | Pair each secondary school with two others to draw up and test its attendance plan | Persistent absence in Years 9 to 11 falls from 27.4% to 23% | Quarterly | Learning and Inclusion Group – Helena Brandt |
| 2.1.2 | Open a shared fund that primary schools draw on before they think of suspending a child | Suspensions from primary schools fall from 212 a year to 140 | ${quarter.words} | Learning and Inclusion Group – Dev Chaudhary |
| 2.1.3 | Visit all nine alternative providers with a young inspector beside the officer | Nine providers visited twice; seven or more judged good by young inspectors (four last year) | ${month(2)}, ${month(9)} | Learning and Inclusion Group – Dev Chaudhary |
| 2.1.4 | Agree with the hospital school how pupils come back to class after long illness | Pathway published; median gap between discharge and first lesson falls from 34 days to 10 | ${longDay(6, 15)} | Learning and Inclusion Group – Leila Farrokh |

### Objective 2.2: Disabled children get the right help the first time

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 2.2.1 | Bring education, health and care plans back inside twenty weeks | 75% issued in time over the last quarter (baseline 48%) | Monthly | Learning and Inclusion Group – Dev Chaudhary |
| 2.2.2 | Open three specialist bases in mainstream schools | 36 places filled; the average journey to school falls from 41 minutes to 25 | ${month(8)} | Learning and Inclusion Group – Dev Chaudhary |
| 2.2.3 | Write a family's guide to the annual review with parent carers | Twenty parent carers take part; 80% of readers say they felt prepared | ${monthName(5)} | Learning and Inclusion Group – Farah Siddiqui |
| 2.2.4 | Offer a helpline and drop-in to families waiting for an autism or ADHD assessment | 300 families use it; 70% say the wait became bearable; the wait itself is reported each time | Twice a year (${monthName(4)}/${monthName(10)}) | Learning and Inclusion Group – Ruth Lindqvist |

### Objective 2.3: Every young person has somewhere to go at sixteen

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 2.3.1 | Grow supported internships with employers at the port, the hospital and the council | 24 interns (nine last year), of whom 14 or more go on to paid work | ${shortMonth(9)} ${month(9).slice(-4)} | Learning and Inclusion Group – Kofi Amankwah |
| 2.3.2 | Give a mentor from a local employer to each Year 11 pupil likely to leave without a place | Young people out of education and work at 16 and 17 fall from 6.1% to 4.5% | Quarterly ${shortMonth(4)} & ${shortMonth(9)} | Learning and Inclusion Group – Kofi Amankwah |
| 2.3.3 | Bring in a bus bursary for students over sixteen whose families have little money | Progress report | ${month(14)} | Head of Passenger Transport |
`
