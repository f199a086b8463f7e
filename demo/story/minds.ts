import type { PlanYear } from '../plan-year.ts'
import { breaksTaken } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Objective 4.1: teams that spread faster than they heal, and a charity that runs out of hands. */
export const mindsStory = (_: PlanYear): readonly Arc[] => [
  {
    action: '4.1.1',
    by: 'owen-maddrell',
    chair: 'ruth-lindqvist',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Teams work in nine of eleven secondary schools and 66% of pupils are now in a school with one. Training places for the next group are paid for.',
      },
      {
        month: 5,
        progress: 'green',
        impact: 'amber',
        narrative:
          'All secondary schools have a team: 79% of pupils. Of the first 210 young people to finish six sessions, 58% feel better. We had hoped for seven in ten.',
      },
      {
        month: 8,
        progress: 'green',
        impact: 'amber',
        narrative:
          '87% of pupils covered, ahead of plan. Those who feel better after six sessions are still 59%. Boys leave after the second session more often than girls, so two schools are trying sessions on the move instead of in a room.',
        note: 'Reach is splendid. The next report should be about the boys.',
      },
    ],
  },
  {
    action: '4.1.2',
    by: 'leila-farrokh',
    chair: 'ruth-lindqvist',
    told: [
      {
        month: 9,
        days: 2,
        progress: 'amber',
        impact: 'amber',
        narrative:
          'The room opened three weeks late and is staffed five nights of seven. 29 stays over twelve hours so far this year, against 40 at this point last year. Without two more nurses the weekend nights stay closed.',
      },
    ],
  },
  {
    action: '4.1.3',
    by: 'meilin-foss',
    chair: 'ruth-lindqvist',
    told: [
      {
        month: 1,
        progress: 'green',
        impact: 'grey',
        narrative:
          '271 young carers are known to us, 31 of them new. A question on the enrolment form at the college found more in a week than our posters did in a year.',
      },
      {
        month: 4,
        progress: 'green',
        impact: 'green',
        narrative:
          '326 known. 140 have had a break: sailing, a night at the cinema, and for one group of friends a morning in bed with someone else making breakfast.',
        evidence: breaksTaken,
      },
      {
        month: 7,
        days: 9,
        progress: 'amber',
        impact: 'green',
        narrative:
          '371 known, which is the trouble: we have three workers and the grant was reckoned on 300. New young carers wait six weeks for a first visit. Breaks go on because volunteers run them.',
        note: 'The Executive has been asked about the grant. Tell us at once if the wait grows.',
      },
    ],
  },
]
