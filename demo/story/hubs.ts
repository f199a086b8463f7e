import type { PlanYear } from '../plan-year.ts'
import { antenatalAttendance, frontDeskRegister } from './evidence.ts'
import type { Arc } from './telling.ts'

/** Objective 1.1: a hub that opens late, and help that is found where people already stand in line. */
export const hubsStory = ({ monthName }: PlanYear): readonly Arc[] => [
  {
    action: '1.1.1',
    by: 'tomasz-wieczorek',
    chair: 'paul-ferreira',
    told: [
      {
        month: 3,
        progress: 'amber',
        impact: 'grey',
        narrative: `The builders found asbestos above the old children’s section, so the doors will open seven weeks late, in ${monthName(6)}. The health visitors are using the community kitchen next door meanwhile.`,
      },
      {
        month: 8,
        progress: 'green',
        impact: 'amber',
        narrative:
          'Open for ten weeks, four days a week. 287 families have registered and the baby clinic is full; the money adviser is not yet in post, so Fridays stay dark until she starts.',
      },
    ],
  },
  {
    action: '1.1.2',
    by: 'nadia-rahmani',
    chair: 'paul-ferreira',
    told: [
      {
        month: 2,
        progress: 'green',
        impact: 'grey',
        narrative:
          'Courses in English, Polish and Bengali have started at the Priory Hill hub. Nine parents have trained to lead beside the midwives. Too early to say who stays for three sessions.',
      },
      {
        month: 5,
        progress: 'green',
        impact: 'amber',
        narrative:
          'Attendance at three sessions is 47%, up from 38%. The evening course does far better than the afternoon one, so from next month two of the three run after six.',
      },
      {
        month: 8,
        progress: 'green',
        impact: 'green',
        narrative:
          'Attendance at three sessions reached 61% this quarter. Mothers on the Bengali course asked for a session with grandmothers; it is now the best attended of all.',
        evidence: antenatalAttendance,
      },
    ],
  },
  {
    action: '1.1.3',
    by: 'anjali-thevar',
    chair: 'paul-ferreira',
    told: [
      {
        month: 6,
        progress: 'blue',
        impact: 'green',
        narrative:
          '134 people trained, from leisure centre receptions to the crematorium office. Debt advice has had 298 referrals in seven months, against 210 in the whole of last year, and the leisure centre now sends more than any surgery.',
        evidence: frontDeskRegister,
        note: 'A clear finish. We will ask again in six months whether the referrals have held.',
      },
    ],
  },
  {
    action: '1.1.4',
    by: 'tomasz-wieczorek',
    chair: 'paul-ferreira',
    told: [
      {
        month: 4,
        days: 11,
        progress: 'green',
        impact: 'amber',
        narrative:
          'The report went to the Board on the 9th. Schools open most assessments and surgeries almost none. We had hoped for an agreement with the surgeries by now and have only a promise to talk.',
      },
    ],
  },
]
