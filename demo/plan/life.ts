import type { PlanYear } from '../plan-year.ts'

export const life = ({ month, monthName, shortMonth, longDay, term }: PlanYear) => `
## Aim 4: Well, cared for and heard

### Why this matters

Half of the young people who answered our questions knew a friend who had waited for help with their mind until it was an emergency. Children in our care asked for fewer moves and fewer new faces. All of them asked who reads what they write.

### How we will know

Nine pupils in ten go to a school with a mental health team. Three foster children in four live within twenty miles of home. Each thing young people ask for gets an answer they can find.

### Objective 4.1: Good mental and physical health

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 4.1.1 | Bring mental health support teams to all secondary schools and fourteen more primaries | Pupils in a school with a team rise from 58% to 90%; seven in ten feel better after six sessions | Quarterly | Healthy Minds Group – Owen Maddrell |
| 4.1.2 | Open a calm room at Hythewater Hospital for young people who arrive in distress at night | Stays of more than twelve hours in the emergency department fall from 46 a year to 20 | ${longDay(9, 28)} | Healthy Minds Group – Leila Farrokh |
| 4.1.3 | Find young carers through schools and surgeries, and give each a break they choose | Young carers known to us rise from 240 to 400; each has had a break | Quarterly: ${shortMonth(1)}, ${shortMonth(4)}, ${shortMonth(7)} & ${shortMonth(10)} | Healthy Minds Group – Meilin Foss |
| 4.1.4 | Brush teeth together every day in twenty nurseries | Five-year-olds with decay fall from 31% to 26% | Annually, ${monthName(10)} | Healthy Minds Group – Paul Ferreira |

### Objective 4.2: Children in care and care leavers thrive

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 4.2.1 | Recruit foster carers through other foster carers | 22 new households (eleven last year); children living within twenty miles rise from 63% to 75% | ${shortMonth(2)}, ${shortMonth(5)}, ${shortMonth(8)}, ${shortMonth(11)} | Care and Next Steps Group – Angharad Voyle |
| 4.2.2 | Guarantee each care leaver a safe home, a named housing officer and a second chance when a tenancy fails | No care leaver in bed and breakfast; 92% in suitable homes (baseline 84%) | ${month(5)} | Care and Next Steps Group – Angharad Voyle / Harriet Bellweather |
| 4.2.3 | Make personal education plans worth the paper, with the child's own words on the first page | 85% judged good by the Virtual School (baseline 62%) | ${term.words} | Care and Next Steps Group – Bea Tolland |
| 4.2.4 | Write the pledge afresh with the children in care council | Pledge signed by the council of children in care and by the Board | ${month(3)} | Care and Next Steps Group – Niamh Corrigan |

### Objective 4.3: Children's voices change things

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 4.3.1 | Send young inspectors into ten services and publish what they find | Ten services inspected; eight of every ten recommendations acted on within a term | ${month(3)}, ${month(6)} and ${month(9)} | Voice and Belonging Group – Jerome Baptiste |
| 4.3.2 | Keep a public page of what young people asked for and what came of it | Report to Board | ${month(5)} | Voice and Belonging Group – Niamh Corrigan |
| 4.3.3 | Seat a young person on the panel whenever a senior post is filled | Report to Board | Ongoing | Calverhythe Youth Council |
| 4.3.4 | Ask every school to take part in the yearly survey of young people | 1,500 answers (640 last year), 100 or more of them from special schools | ${month(10)} | Voice and Belonging Group – Jerome Baptiste / Niamh Corrigan |
`
