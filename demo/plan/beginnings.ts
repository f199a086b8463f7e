import type { PlanYear } from '../plan-year.ts'

export const beginnings = ({ month, monthName, shortMonth }: PlanYear) => `
## Aim 1: A strong beginning for every family

### Why this matters

A baby born in the first week of this plan will be choosing words before the next one is agreed. In Lower Saltings two children in five begin Reception without enough of them to ask for help. Small help in the first two years spares a child large help at twelve.

### How we will know

Seventy-eight children in every hundred in Lower Saltings reach the expected level for communication at their two-and-a-half-year review, up from seventy-one. Parents tell us they told their story once.

### Objective 1.1: Families find help early and close to home

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 1.1.1 | Turn the former library in Lower Saltings into a second family hub, with midwives, health visitors and money advice under one roof | Open five days a week; 400 families registered (none today) | ${month(3)} and ${month(8)} | Best Start Group – Tomasz Wieczorek |
| 1.1.2 | Run antenatal courses in three languages, led by a midwife and a parent who has done the course | 60% of first-time mothers in Lower Saltings come to three sessions or more (baseline 38%) | Quarterly | Best Start Group – Nadia Rahmani |
| 1.1.3 | Train people at front desks, in libraries, surgeries and leisure centres, to notice money worries and pass them on | 120 people trained; referrals to debt advice rise from 210 a year to 350 | ${month(1)} to ${month(6)} | Best Start Group – Anjali Thevar |
| 1.1.4 | Look at how early help assessments are used by schools and health | Report to Board | ${month(4)} | Best Start Group – Tomasz Wieczorek |
| 1.1.5 | Agree one consent form for early help, so that families sign once | One form in use by all eight partners (six forms today) | Within three months of the data sharing review | Information Governance Manager |

### Objective 1.2: Children start school ready to talk, play and learn

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 1.2.1 | Place speech and language therapists beside nursery staff in the twelve settings with the widest gap | Children in those settings at the expected level for communication rise from 71% to 78% | Quarterly: ${monthName(1)}, ${monthName(4)}, ${monthName(7)} and ${monthName(10)} | Best Start Group – Nadia Rahmani |
| 1.2.2 | Visit each family with an unused place for a two-year-old and find out what stands in the way | Take-up of funded places rises from 64% to 75% | Twice yearly, ${shortMonth(5)} & ${shortMonth(11)} | Best Start Group – Tomasz Wieczorek |
| 1.2.3 | Give every Reception teacher one shared picture of what each child can do on the first day |  | By end of ${month(9)} | Best Start Group – Helena Brandt |
| 1.2.4 | Hand every newborn a library card and two books at the first health visit | Nine newborns in ten hold a card (baseline 41%) | Ongoing | Libraries Development Manager |
`
