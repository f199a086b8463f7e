import type { PlanYear } from '../plan-year.ts'

export const safety = ({ month, monthName, shortMonth }: PlanYear) => `
## Aim 3: Safe at home, safe outside, safe online

### Why this matters

Young people told us that home, the bus station and the phone in their pocket are one place to them. Harm moves between the three and so must we. When adults change every few months, children stop telling.

### How we will know

Children at risk outside the home have a plan within five working days. Young people score the bus station four out of five for feeling safe. Families keep the same social worker for a year or longer.

### Objective 3.1: We act together on harm outside the home

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 3.1.1 | Hold one weekly meeting for all partners about children at risk of exploitation | Plan in place within five working days in 90% of audited cases (baseline 62%) | Quarterly (${shortMonth(2)}, ${shortMonth(5)}, ${shortMonth(8)} & ${shortMonth(11)}) | Safe and Protected Group – Yusuf Demir |
| 3.1.2 | Offer every child who has been missing a talk with someone they choose, within 72 hours | 90% offered in time (baseline 71%); 65% taken up (baseline 44%) | Monthly | Safe and Protected Group – Yusuf Demir |
| 3.1.3 | Walk the routes home with young people and mend what they point at, from lamps to last buses | Feeling safe at the bus station rises from 3.1 to 4 out of 5 | ${month(2)} to ${month(7)} | Safe and Protected Group – Tess Wyatt / Niamh Corrigan |
| 3.1.4 | Hold evening briefings for parents on image sharing and online games | Eight briefings held | TBC |  |

### Objective 3.2: Children recover from conflict at home

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 3.2.1 | Run recovery groups for children who have lived with domestic abuse, with a parallel group for the parent | 80 children finish a group; 75% of parents see better sleep or better school days | ${month(4)} & ${month(10)} | Safe and Protected Group – Anjali Thevar |
| 3.2.2 | Tell the school before the bell when police were called to a pupil's home in the night | 95% of notices reach school by 8.45 (baseline 78%) | ${month(2)} | Safe and Protected Group – Tess Wyatt |
| 3.2.3 | Offer a course to fathers who want to change how they behave at home | Programme | In progress | Safe & Protected Group |

### Objective 3.3: Social work that families can rely on

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 3.3.1 | Recruit and keep social workers through the new academy, with a first year of protected caseloads | Average caseload falls from 21 to 16; agency workers fall from 28% to 15% of posts | Quarterly | Safe and Protected Group – Patience Mutasa |
| 3.3.2 | Audit practice each month and ask the family whether the auditor has it right | 60 audits, each with the family's view | Quarterly: ${monthName(2)}, ${monthName(5)}, ${monthName(8)}, ${monthName(11)} | Head of Safeguarding |
| 3.3.2 | Study why some children return to a protection plan within two years | Report to Executive | ${month(7)} | Safe and Protected Group – Patience Mutasa |
`
